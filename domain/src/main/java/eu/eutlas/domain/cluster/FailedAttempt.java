package eu.eutlas.domain.cluster;

import eu.eutlas.domain.event.EventType;
import eu.eutlas.domain.operation.Operation;
import eu.eutlas.domain.operation.OperationError;
import eu.eutlas.domain.operation.RetryPolicy;
import java.time.Duration;
import java.util.Optional;

/**
 * What a failed attempt to look or to act comes to: another one after a while, or the end of the
 * operation.
 */
final class FailedAttempt {
  private static final Duration WITHOUT_OPERATION = Duration.ofSeconds(30);

  private FailedAttempt() {}

  static Cluster of(Cluster cluster, OperationError error, RetryPolicy retries, Turn turn) {
    if (ClusterRestore.isCopying(cluster)) {
      // Who copies says how that goes.
      return ClusterLifecycle.lookAgain(cluster, turn.now().plus(WITHOUT_OPERATION));
    }
    return cluster
        .running()
        .map(operation -> of(cluster, operation, error, retries, turn))
        .orElseGet(() -> withoutOperation(cluster, turn));
  }

  /** Ends the operation, and with it the hope for the cluster, which is watched on. */
  static Cluster giveUp(Cluster cluster, Operation operation, OperationError error, Turn turn) {
    return cluster.state() instanceof ClusterState.Restoring
        ? RestoreCourse.giveUp(cluster, operation, error, turn)
        : failed(cluster, operation, error, turn);
  }

  static Cluster failed(Cluster cluster, Operation operation, OperationError error, Turn turn) {
    var ended = operation.attemptFailed(error, Optional.empty(), turn.now()).fail(turn.now());
    var status =
        cluster
            .status()
            .state(new ClusterState.Failed(turn.now(), error.message(), operation.type()))
            .operation(Optional.of(ended))
            .lookAgainAt(Optional.of(turn.now().plus(ClusterLifecycle.FAILED_PACE)));
    return cluster
        .finish(ended, status)
        .tell(
            EventType.CLUSTER_OPERATION_FAILED,
            "Cluster %s: %s failed. %s"
                .formatted(cluster.name(), operation.type(), error.message()),
            operation.actor(),
            operation.correlationId(),
            turn);
  }

  private static Cluster of(
      Cluster cluster, Operation operation, OperationError error, RetryPolicy retries, Turn turn) {
    var retryable = error.failureClass().isRetryable();
    var pause = operation.pausesUntil(turn.now());
    if (retryable && pause.isPresent()) {
      // Nobody was due to try: a look in between that fails costs no attempt.
      return ClusterLifecycle.lookAgain(cluster, pause.get());
    }
    var tries = operation.failures() + 1;
    if (!retryable) {
      return giveUp(cluster, operation, error, turn);
    }
    if (tries >= Math.min(operation.maxAttempts(), retries.attempts(error.failureClass()))) {
      var often = "It was tried %d times. The last time: ".formatted(tries);
      return giveUp(cluster, operation, error.after(often), turn);
    }
    var next = turn.now().plus(retries.after(tries, turn.jitter()));
    if (!next.isBefore(operation.deadline())) {
      return giveUp(cluster, operation, error.after("It took too long. The last time: "), turn);
    }
    var tried = operation.attemptFailed(error, Optional.of(next), turn.now());
    return ClusterLifecycle.lookAgain(
        cluster.with(cluster.status().operation(Optional.of(tried))), next);
  }

  private static Cluster withoutOperation(Cluster cluster, Turn turn) {
    var pace =
        cluster.state() instanceof ClusterState.Failed
            ? ClusterLifecycle.FAILED_PACE
            : WITHOUT_OPERATION;
    return ClusterLifecycle.lookAgain(cluster, turn.now().plus(pace));
  }
}
