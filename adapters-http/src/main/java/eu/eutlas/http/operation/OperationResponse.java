package eu.eutlas.http.operation;

import eu.eutlas.domain.operation.Operation;
import eu.eutlas.domain.operation.OperationState;
import eu.eutlas.domain.operation.OperationType;
import eu.eutlas.domain.operation.WayOut;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An operation.
 *
 * @param step where it stands, in words
 * @param waitsFor what keeps it from going on, in plain words; null when nothing is known to
 * @param progress per cent
 * @param attempts how many have failed
 * @param nextAttemptAt null while nothing has failed or when it has ended
 * @param error of the last failed attempt; null when none has failed
 * @param endedAt null while it runs
 */
public record OperationResponse(
    String id,
    OperationType type,
    OperationState state,
    String step,
    @Nullable String waitsFor,
    int progress,
    int attempts,
    int maxAttempts,
    @Nullable Instant nextAttemptAt,
    @Nullable OperationErrorResponse error,
    String correlationId,
    ActorResponse actor,
    Instant startedAt,
    @Nullable Instant endedAt) {
  public static OperationResponse of(Operation operation) {
    return new OperationResponse(
        operation.id().value(),
        operation.type(),
        operation.state(),
        operation.step().words(),
        operation.waitsFor().orElse(null),
        operation.step().progress(),
        operation.failures(),
        operation.maxAttempts(),
        operation.nextAttemptAt().orElse(null),
        error(operation),
        operation.correlationId().value(),
        ActorResponse.of(operation.actor()),
        operation.startedAt(),
        operation.endedAt().orElse(null));
  }

  private static @Nullable OperationErrorResponse error(Operation operation) {
    var whatToDo = WayOut.of(operation).orElse("");
    return operation.error().map(error -> OperationErrorResponse.of(error, whatToDo)).orElse(null);
  }
}
