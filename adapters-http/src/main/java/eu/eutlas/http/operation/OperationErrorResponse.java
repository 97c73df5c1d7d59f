package eu.eutlas.http.operation;

import com.fasterxml.jackson.annotation.JsonProperty;
import eu.eutlas.domain.operation.FailureClass;
import eu.eutlas.domain.operation.OperationError;

/**
 * Why the last failed attempt failed.
 *
 * @param whatToDo in plain words: wait, retry, delete, where to look
 */
record OperationErrorResponse(
    String code,
    @JsonProperty("class") FailureClass failureClass,
    String message,
    boolean retryable,
    String whatToDo) {
  static OperationErrorResponse of(OperationError error, String whatToDo) {
    return new OperationErrorResponse(
        error.code(),
        error.failureClass(),
        error.message(),
        error.failureClass().isRetryable(),
        whatToDo);
  }
}
