package eu.eutlas.http.problem;

import eu.eutlas.domain.Refusal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A problem as clients read it (RFC 9457).
 *
 * @param operationId the operation to wait for, where one is in the way
 * @param errors one for each fault of a field; empty where no field is at fault
 */
public record Problem(
    String type,
    String title,
    int status,
    String detail,
    String code,
    String correlationId,
    @Nullable String operationId,
    List<FieldError> errors) {

  public static final String MEDIA_TYPE = "application/problem+json";

  /** One fault of one field. */
  public record FieldError(String field, String message) {
    static FieldError of(Refusal.Fault fault) {
      return new FieldError(fault.field(), fault.message());
    }
  }
}
