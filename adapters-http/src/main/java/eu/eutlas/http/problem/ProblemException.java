package eu.eutlas.http.problem;

/** A request that HTTP itself refuses. */
public final class ProblemException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final ProblemCode code;

  public ProblemException(ProblemCode code, String detail) {
    super(detail, null, false, false);
    this.code = code;
  }

  ProblemCode code() {
    return code;
  }

  String detail() {
    return String.valueOf(getMessage());
  }
}
