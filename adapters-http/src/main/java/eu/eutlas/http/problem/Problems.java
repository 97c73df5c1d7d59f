package eu.eutlas.http.problem;

import eu.eutlas.domain.Refusal;
import eu.eutlas.domain.RefusalCode;
import eu.eutlas.domain.operation.OperationId;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Makes problems; each type is a place in the readable document of this installation. */
public final class Problems {
  private final String types;

  /**
   * @param publicUrl under which people read the document
   */
  public Problems(URI publicUrl) {
    this.types = publicUrl + "/api/docs#";
  }

  public Problem of(ProblemCode code, String detail, String correlationId) {
    return problem(code.name(), code.status(), detail, correlationId, Optional.empty(), List.of());
  }

  Problem of(Refusal refusal, String correlationId) {
    return problem(
        refusal.code().name(),
        status(refusal),
        refusal.message(),
        correlationId,
        blockedBy(refusal),
        faults(refusal));
  }

  /** The problem of a status that HTTP has given, when nothing more is known. */
  public Problem ofStatus(int status, String correlationId) {
    if (status == 401) {
      return problem(RefusalCode.UNAUTHENTICATED, status, "Log in first.", correlationId);
    }
    if (status == 403) {
      return problem(RefusalCode.FORBIDDEN, status, "This is not allowed.", correlationId);
    }
    if (status == 404) {
      return problem(RefusalCode.NOT_FOUND, status, "There is no such route.", correlationId);
    }
    var code = ProblemCode.ofStatus(status);
    return problem(code.name(), status, code.meaning(), correlationId, Optional.empty(), List.of());
  }

  private static int status(Refusal refusal) {
    return switch (refusal) {
      case Refusal.Unauthenticated ignored -> 401;
      case Refusal.Forbidden ignored -> 403;
      case Refusal.NotFound ignored -> 404;
      case Refusal.Conflict ignored -> 409;
      case Refusal.Stale ignored -> 412;
      case Refusal.Invalid ignored -> 422;
      case Refusal.TryLater ignored -> 503;
    };
  }

  private static Optional<OperationId> blockedBy(Refusal refusal) {
    return refusal instanceof Refusal.Conflict conflict ? conflict.blockedBy() : Optional.empty();
  }

  private static List<Refusal.Fault> faults(Refusal refusal) {
    return refusal instanceof Refusal.Invalid invalid ? invalid.faults() : List.of();
  }

  private Problem problem(RefusalCode code, int status, String detail, String correlationId) {
    return problem(code.name(), status, detail, correlationId, Optional.empty(), List.of());
  }

  private Problem problem(
      String code,
      int status,
      String detail,
      String correlationId,
      Optional<OperationId> blockedBy,
      List<Refusal.Fault> faults) {
    return new Problem(
        types + code,
        title(code),
        status,
        detail,
        code,
        correlationId,
        blockedBy.map(OperationId::value).orElse(null),
        faults.stream().map(Problem.FieldError::of).toList());
  }

  /** NOT_READY becomes "Not ready". */
  private static String title(String code) {
    var words = code.replace('_', ' ').toLowerCase(Locale.ROOT);
    return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
  }
}
