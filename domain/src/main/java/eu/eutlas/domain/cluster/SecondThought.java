package eu.eutlas.domain.cluster;

import eu.eutlas.domain.Outcome;
import eu.eutlas.domain.Refusal;
import eu.eutlas.domain.RefusalCode;
import eu.eutlas.domain.event.EventType;
import eu.eutlas.domain.event.Initiator;
import eu.eutlas.domain.identity.Actor;
import eu.eutlas.domain.operation.Operation;
import eu.eutlas.domain.operation.OperationId;
import eu.eutlas.domain.operation.OperationStep;
import eu.eutlas.domain.operation.OperationType;
import java.util.Optional;

/** What people make of an operation that they ordered: take it back, or try it again. */
public final class SecondThought {
  private SecondThought() {}

  /**
   * Tries a failed operation again, with all of its time and attempts, by another operation of the
   * same type. It starts from what is seen, so it repeats nothing that is done already.
   */
  public static Outcome<Cluster> retry(
      Cluster cluster, OperationId failed, Operation retry, Turn turn) {
    return ClusterCommand.RETRY
        .admit(cluster)
        .flatMap(admitted -> stillMeant(admitted, failed))
        .flatMap(admitted -> allowed(admitted, retry.type()))
        .map(admitted ->
            RestoreCourse.again(admitted)
                .order(admitted.spec(), state(retry.type()), retry.at(OperationStep.RETRYING), turn)
                .tell(
                    EventType.CLUSTER_OPERATION_RETRIED,
                    "Cluster %s: %s is tried again.".formatted(cluster.name(), retry.type()),
                    retry.actor(),
                    retry.correlationId(),
                    turn));
  }

  /**
   * Takes an operation back before anything was done outside: a creation ends the cluster, a change
   * brings back what was before it. Afterwards it is too late.
   */
  public static Outcome<Cluster> cancel(
      Cluster cluster, OperationId unwanted, Actor actor, Turn turn) {
    return cluster
        .running()
        .filter(running -> running.id().equals(unwanted))
        .filter(running -> running.step() == OperationStep.ACCEPTED)
        .flatMap(running -> takenBack(cluster, running, turn))
        .map(back -> Outcome.done(tellCancelled(back, cluster, actor, turn)))
        .orElseGet(SecondThought::tooLate);
  }

  /** The answer to who wants to take back what has begun or ended. */
  public static <T> Outcome<T> tooLate() {
    return Outcome.refused(
        Refusal.conflict(
            RefusalCode.TOO_LATE,
            "The operation has begun or ended and cannot be taken back. Look at how it stands."));
  }

  /** The answer to who wants to try again what has not failed, or not last. */
  public static <T> Outcome<T> notFailed() {
    return Outcome.refused(
        Refusal.conflict(
            RefusalCode.NOT_FAILED,
            "Only the operation that left a cluster FAILED can be tried again."));
  }

  private static Outcome<Cluster> stillMeant(Cluster cluster, OperationId failed) {
    return cluster.status().operation().filter(last -> last.id().equals(failed)).isPresent()
        ? Outcome.done(cluster)
        : notFailed();
  }

  /** Protection that came after the deletion was ordered holds for the next attempt. */
  private static Outcome<Cluster> allowed(Cluster cluster, OperationType type) {
    return type == OperationType.DELETE ? cluster.unlessProtected() : Outcome.done(cluster);
  }

  private static ClusterState state(OperationType type) {
    return switch (type) {
      case CREATE -> new ClusterState.Creating();
      case RESIZE,
          UPGRADE,
          ROTATE_CREDENTIALS,
          CREATE_DATABASE_USER,
          UPDATE_DATABASE_USER,
          DELETE_DATABASE_USER,
          CHANGE_ACCESS_LIST ->
          new ClusterState.Updating(Optional.empty());
      case PAUSE -> new ClusterState.Pausing();
      case RESUME -> new ClusterState.Resuming();
      case RESTORE -> new ClusterState.Restoring();
      case DELETE -> new ClusterState.Deleting();
    };
  }

  private static Optional<Cluster> takenBack(Cluster cluster, Operation running, Turn turn) {
    return switch (cluster.state()) {
      case ClusterState.Creating ignored -> Optional.of(Arrival.cancelled(cluster, running, turn));
      case ClusterState.Updating(var before) ->
          before.map(was -> cluster.restore(was, running.cancel(turn.now()), turn));
      case ClusterState.Ready ignored -> Optional.empty();
      case ClusterState.Pausing ignored -> Optional.empty();
      case ClusterState.Paused ignored -> Optional.empty();
      case ClusterState.Resuming ignored -> Optional.empty();
      case ClusterState.Restoring ignored -> Optional.empty();
      case ClusterState.Degraded ignored -> Optional.empty();
      case ClusterState.Deleting ignored -> Optional.empty();
      case ClusterState.Deleted ignored -> Optional.empty();
      case ClusterState.Failed ignored -> Optional.empty();
    };
  }

  private static Cluster tellCancelled(Cluster back, Cluster before, Actor actor, Turn turn) {
    return back.tell(
        EventType.CLUSTER_OPERATION_CANCELLED,
        "Cluster %s: %s was taken back before it began."
            .formatted(before.name(), before.running().orElseThrow().type()),
        Initiator.of(actor),
        actor.correlationId(),
        turn);
  }
}
