package eu.eutlas.http.problem;

/** The stable codes of problems that HTTP itself has, beside the refusals of the use cases. */
public enum ProblemCode {
  BAD_REQUEST(400, "The request is not one that HTTP allows."),
  MALFORMED_JSON(400, "The body is missing or not JSON."),
  METHOD_NOT_ALLOWED(405, "The route has no such method; the Allow header names those it has."),
  NOT_ACCEPTABLE(406, "The route has nothing of the media types that Accept asks for."),
  BODY_TOO_LARGE(413, "The body is larger than 1 MiB."),
  UNSUPPORTED_MEDIA_TYPE(415, "The body is of a media type that the route does not read."),
  RANGE_NOT_SATISFIABLE(416, "Nothing of the range that was asked for is there."),
  HOST_NOT_ALLOWED(421, "The Host header names another machine than this one."),
  INTERNAL(500, "A bug of EUTLAS. The log tells more under the correlation id."),
  UNAVAILABLE(503, "Something that EUTLAS needs is down. Nothing was done; try again."),
  OUTCOME_UNKNOWN(503, "An answer was lost. It may have happened: look before you repeat.");

  private final int status;
  private final String meaning;

  ProblemCode(int status, String meaning) {
    this.status = status;
    this.meaning = meaning;
  }

  public int status() {
    return status;
  }

  /** What it means, in a sentence for people. */
  public String meaning() {
    return meaning;
  }

  static ProblemCode ofStatus(int status) {
    return switch (status) {
      case 405 -> METHOD_NOT_ALLOWED;
      case 406 -> NOT_ACCEPTABLE;
      case 413 -> BODY_TOO_LARGE;
      case 415 -> UNSUPPORTED_MEDIA_TYPE;
      case 416 -> RANGE_NOT_SATISFIABLE;
      case 421 -> HOST_NOT_ALLOWED;
      case 503 -> UNAVAILABLE;
      default -> status >= 500 ? INTERNAL : BAD_REQUEST;
    };
  }
}
