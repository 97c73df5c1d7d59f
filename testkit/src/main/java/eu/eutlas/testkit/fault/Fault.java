package eu.eutlas.testkit.fault;

/** What can go wrong with a call of a port. */
public enum Fault {
  /** Nothing. */
  NONE,
  /** It never arrives: nothing happens, and {@code Unavailable} is thrown. */
  UNAVAILABLE,
  /**
   * It is done and its answer is lost: {@code OutcomeUnknown} is thrown. A call that only reads
   * throws {@code Unavailable}, because nothing can have happened.
   */
  ANSWER_LOST
}
