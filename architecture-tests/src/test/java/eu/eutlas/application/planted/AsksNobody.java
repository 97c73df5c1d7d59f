package eu.eutlas.application.planted;

/** Planted: a use case that does not ask who asks. */
public final class AsksNobody {
  public String handle(String command) {
    return command;
  }
}
