package eu.eutlas.http.operation;

import eu.eutlas.domain.operation.Operation;
import eu.eutlas.domain.operation.OperationState;
import eu.eutlas.domain.operation.OperationType;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An operation.
 *
 * @param step where it stands, in words
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
        operation.step().progress(),
        operation.failures(),
        Operation.MAX_ATTEMPTS,
        operation.nextAttemptAt().orElse(null),
        operation.error().map(OperationErrorResponse::of).orElse(null),
        operation.correlationId().value(),
        ActorResponse.of(operation.actor()),
        operation.startedAt(),
        operation.endedAt().orElse(null));
  }
}
