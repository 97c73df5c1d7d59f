package eu.eutlas.simulation;

/** Something that EUTLAS promises did not hold. An error, because no worker may catch it. */
final class Violation extends Error {
  private static final long serialVersionUID = 1L;

  private final Invariant invariant;
  private final String subject;

  /**
   * A broken promise.
   *
   * @param subject the id of what it is about, by which a trace is searched
   */
  Violation(Invariant invariant, String subject, String message) {
    super(invariant + ": " + message);
    this.invariant = invariant;
    this.subject = subject;
  }

  Invariant invariant() {
    return invariant;
  }

  String subject() {
    return subject;
  }
}
