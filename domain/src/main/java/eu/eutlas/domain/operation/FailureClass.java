package eu.eutlas.domain.operation;

/**
 * What kind of failure it was, which decides whether to try again. Classified once, by the adapter
 * that saw it.
 */
public enum FailureClass {
  /** It may work in a while: try again with backoff. */
  TRANSIENT,
  /** The answer was lost, so it may have happened: look first, then try again. */
  OUTCOME_UNKNOWN,
  /** It will not work however often it is tried. */
  PERMANENT;

  public boolean isRetryable() {
    return this != PERMANENT;
  }
}
