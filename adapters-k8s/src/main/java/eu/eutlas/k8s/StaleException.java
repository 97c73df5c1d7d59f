package eu.eutlas.k8s;

/**
 * Somebody was faster: what was read is not what is there any more. Read again, and decide again.
 */
final class StaleException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient ApiCall call;

  StaleException(ApiCall call) {
    super("What was read is out of date.");
    this.call = call;
  }

  ApiCall call() {
    return call;
  }
}
