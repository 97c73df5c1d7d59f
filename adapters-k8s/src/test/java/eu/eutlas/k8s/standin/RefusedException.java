package eu.eutlas.k8s.standin;

/** The API server said no. */
final class RefusedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int code;
  private final String reason;

  RefusedException(int code, Document status) {
    super(code + " " + status.text("message"));
    this.code = code;
    this.reason = status.text("reason");
  }

  int code() {
    return code;
  }

  /** As the API says it: Conflict, AlreadyExists, Invalid, Forbidden. */
  String reason() {
    return reason;
  }
}
