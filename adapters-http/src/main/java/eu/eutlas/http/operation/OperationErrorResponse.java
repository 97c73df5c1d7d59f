package eu.eutlas.http.operation;

import com.fasterxml.jackson.annotation.JsonProperty;
import eu.eutlas.domain.operation.FailureClass;
import eu.eutlas.domain.operation.OperationError;

/** Why the last failed attempt failed. */
record OperationErrorResponse(
    String code,
    @JsonProperty("class") FailureClass failureClass,
    String message,
    boolean retryable) {
  static OperationErrorResponse of(OperationError error) {
    return new OperationErrorResponse(
        error.code(), error.failureClass(), error.message(), error.failureClass().isRetryable());
  }
}
