package eu.eutlas.mongo.planted;

/** Planted: state that all installations of a process would share. */
public final class HasStaticState {
  static int calls;

  private HasStaticState() {}
}
