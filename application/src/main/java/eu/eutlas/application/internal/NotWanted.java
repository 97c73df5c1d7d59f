package eu.eutlas.application.internal;

/** Nobody wants the backup any more that is being taken. */
final class NotWanted extends RuntimeException {
  private static final long serialVersionUID = 1L;

  NotWanted() {
    super("Nobody wants it any more.", null, false, false);
  }
}
