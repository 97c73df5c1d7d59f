package eu.eutlas.domain.cluster;

import eu.eutlas.domain.event.EventType;
import eu.eutlas.domain.event.Initiator;
import eu.eutlas.domain.identity.CorrelationId;
import eu.eutlas.domain.operation.FailureClass;
import eu.eutlas.domain.operation.Operation;
import eu.eutlas.domain.operation.OperationError;
import eu.eutlas.domain.operation.OperationType;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Every move of a cluster, decided by looking. Pure and total: any state, any observation, any time
 * give an answer.
 *
 * <pre>
 *              proved                  differs from what is wanted
 *   CREATING ─────────► READY ◄─────────────────────────────────────► DEGRADED
 *      │                  ▲                 proved again
 *      │ deadline,        │ proved after all
 *      ▼ permanent error  │
 *   FAILED ───────────────┘          DELETING ──────► DELETED
 *      ▲                                │    nothing left
 *      └────────────────────────────────┘ deadline
 * </pre>
 */
public final class ClusterLifecycle {
  private static final Duration PACE = Duration.ofSeconds(1);
  private static final Duration SLOW_PACE = Duration.ofSeconds(5);
  private static final Duration BRISK = Duration.ofMinutes(1);
  static final Duration FAILED_PACE = Duration.ofMinutes(5);

  private ClusterLifecycle() {}

  /** Whether the customer's login must be tried before {@link #step} can decide. */
  public static boolean needsProof(Cluster cluster, ClusterObservation seen) {
    return seen instanceof ClusterObservation.Running(var generation, var endpoint, var login)
        && generation == cluster.spec().generation()
        && switch (cluster.state()) {
          case ClusterState.Ready(var proof) -> !proof.covers(cluster.spec(), endpoint);
          case ClusterState.Creating ignored -> true;
          case ClusterState.Degraded ignored -> true;
          case ClusterState.Failed(var since, var reason, var during) ->
              during != OperationType.DELETE;
          case ClusterState.Deleting ignored -> false;
          case ClusterState.Deleted ignored -> false;
        };
  }

  /** Decides what an observation means. A step that changes nothing gives back an equal cluster. */
  public static Step step(Cluster cluster, ClusterObservation seen, Turn turn) {
    var looked = cluster.with(cluster.status().seen(seen));
    return switch (cluster.state()) {
      case ClusterState.Creating ignored -> creating(looked, seen, turn);
      case ClusterState.Ready ready -> ready(looked, ready, seen, turn);
      case ClusterState.Degraded degraded -> degraded(looked, degraded, seen, turn);
      case ClusterState.Deleting ignored -> deleting(looked, seen, turn);
      case ClusterState.Deleted ignored -> deleted(looked, seen, turn);
      case ClusterState.Failed failed -> failed(looked, failed, seen, turn);
    };
  }

  /** Decides what a failed attempt to look or to act means. */
  public static Cluster attemptFailed(Cluster cluster, OperationError error, Turn turn) {
    return FailedAttempt.of(cluster, error, turn);
  }

  /**
   * Ends a cluster for which its project has no place: it was never to be, and the same request,
   * asked again, orders another.
   */
  public static Cluster abandon(Cluster cluster, Turn turn) {
    return cluster
        .running()
        .map(operation -> gone(cluster.withoutOrigin(), operation.supersede(turn.now()), turn))
        .orElse(cluster);
  }

  private static Step creating(Cluster cluster, ClusterObservation seen, Turn turn) {
    var operation = cluster.running().orElseThrow();
    var gap = Gap.between(cluster, seen);
    if (gap.isEmpty()) {
      return new Step(created(cluster, operation, seen, turn), List.of());
    }
    return pursue(cluster, operation, gap.get(), turn);
  }

  private static Cluster created(
      Cluster cluster, Operation operation, ClusterObservation seen, Turn turn) {
    var status = proved(cluster, seen, turn).operation(Optional.empty());
    return cluster
        .finish(operation.succeed(turn.now()), status)
        .tell(
            EventType.CLUSTER_READY,
            "Cluster %s is ready.".formatted(cluster.name()),
            operation.actor(),
            operation.correlationId(),
            turn);
  }

  private static Step ready(
      Cluster cluster, ClusterState.Ready ready, ClusterObservation seen, Turn turn) {
    return Gap.between(cluster, seen)
        .map(gap -> degrade(cluster, gap, turn))
        .orElseGet(() -> new Step(stillReady(cluster, ready, seen, turn), List.of()));
  }

  /** A new proof replaces the old one; without one nothing has changed. */
  private static Cluster stillReady(
      Cluster cluster, ClusterState.Ready ready, ClusterObservation seen, Turn turn) {
    var endpoint = endpointOf(seen);
    var covered = endpoint.map(at -> ready.proof().covers(cluster.spec(), at)).orElse(false);
    return covered ? settle(cluster) : cluster.with(proved(cluster, seen, turn));
  }

  private static Step degrade(Cluster cluster, Gap gap, Turn turn) {
    var status =
        cluster
            .status()
            .state(new ClusterState.Degraded(turn.now(), gap.reason()))
            .lookAgainAt(Optional.of(gap.isUrgent() ? turn.now() : turn.now().plus(PACE)));
    var told =
        cluster
            .with(status)
            .tell(
                EventType.CLUSTER_DEGRADED,
                "Cluster %s does not show what is wanted: %s"
                    .formatted(cluster.name(), gap.reason()),
                Initiator.EUTLAS,
                ownWork(turn),
                turn);
    return new Step(told, gap.actions());
  }

  private static Step degraded(
      Cluster cluster, ClusterState.Degraded before, ClusterObservation seen, Turn turn) {
    return Gap.between(cluster, seen)
        .map(gap -> {
          var since = before.since();
          var status = cluster.status().state(new ClusterState.Degraded(since, gap.reason()));
          var isNew = !gap.reason().equals(before.reason());
          var next = nextLook(gap, isNew, since, turn.now());
          return new Step(lookAgain(cluster.with(status), next), gap.actions());
        })
        .orElseGet(() -> new Step(recovered(cluster, seen, turn), List.of()));
  }

  private static Cluster recovered(Cluster cluster, ClusterObservation seen, Turn turn) {
    return cluster
        .with(proved(cluster, seen, turn).operation(Optional.empty()))
        .tell(
            EventType.CLUSTER_RECOVERED,
            "Cluster %s is ready again.".formatted(cluster.name()),
            Initiator.EUTLAS,
            ownWork(turn),
            turn);
  }

  private static Step deleting(Cluster cluster, ClusterObservation seen, Turn turn) {
    var operation = cluster.running().orElseThrow();
    if (seen instanceof ClusterObservation.Absent) {
      return new Step(gone(cluster, operation.succeed(turn.now()), turn), List.of());
    }
    return pursue(cluster, operation, Gap.toAbsence(cluster, seen), turn);
  }

  private static Cluster gone(Cluster cluster, Operation ended, Turn turn) {
    return cluster
        .finish(ended, buried(cluster, turn))
        .tell(
            EventType.CLUSTER_DELETED,
            "Cluster %s is gone.".formatted(cluster.name()),
            ended.actor(),
            ended.correlationId(),
            turn);
  }

  private static ClusterStatus buried(Cluster cluster, Turn turn) {
    return cluster
        .status()
        .state(new ClusterState.Deleted(turn.now()))
        .operation(Optional.empty())
        .endpoint(Optional.empty())
        .lookAgainAt(Optional.empty());
  }

  /** A tombstone removes what a stalled node may have applied after the end. */
  private static Step deleted(Cluster cluster, ClusterObservation seen, Turn turn) {
    return seen instanceof ClusterObservation.Absent
        ? new Step(settle(cluster), List.of())
        : new Step(
            lookAgain(cluster, turn.now().plus(PACE)), Gap.toAbsence(cluster, seen).actions());
  }

  private static Step failed(
      Cluster cluster, ClusterState.Failed failed, ClusterObservation seen, Turn turn) {
    var next =
        switch (failed.during()) {
          case CREATE ->
              Gap.between(cluster, seen).isEmpty()
                  ? recovered(cluster, seen, turn)
                  : lookAgain(cluster, turn.now().plus(FAILED_PACE));
          case DELETE ->
              seen instanceof ClusterObservation.Absent
                  ? goneAfterAll(cluster, turn)
                  : lookAgain(cluster, turn.now().plus(FAILED_PACE));
        };
    return new Step(next, List.of());
  }

  /** The deletion was given up and what was left went away later; its operation stays failed. */
  private static Cluster goneAfterAll(Cluster cluster, Turn turn) {
    return cluster
        .with(buried(cluster, turn))
        .tell(
            EventType.CLUSTER_DELETED,
            "Cluster %s is gone.".formatted(cluster.name()),
            Initiator.EUTLAS,
            ownWork(turn),
            turn);
  }

  /**
   * Goes on towards what is wanted, until the deadline. After a failed attempt nothing is done
   * before it is time for the next, however often somebody has it looked at.
   */
  private static Step pursue(Cluster cluster, Operation operation, Gap gap, Turn turn) {
    if (!turn.now().isBefore(operation.deadline())) {
      var error =
          new OperationError(
              FailureClass.PERMANENT,
              "DEADLINE_EXCEEDED",
              "It took too long. The last thing seen: " + gap.reason());
      return new Step(FailedAttempt.giveUp(cluster, operation, error, turn), List.of());
    }
    var pause = operation.pausesUntil(turn.now());
    if (pause.isPresent()) {
      return new Step(lookAgain(cluster, pause.get()), List.of());
    }
    var isNew = operation.step() != gap.step();
    var next = nextLook(gap, isNew, operation.startedAt(), turn.now());
    var status =
        cluster
            .status()
            .operation(Optional.of(operation.at(gap.step())))
            .lookAgainAt(Optional.of(next));
    return new Step(cluster.with(status), gap.actions());
  }

  private static ClusterStatus proved(Cluster cluster, ClusterObservation seen, Turn turn) {
    var endpoint = endpointOf(seen).orElseThrow();
    var proof =
        new Proof(
            cluster.spec().generation(), cluster.spec().customer().version(), endpoint, turn.now());
    return cluster
        .status()
        .state(new ClusterState.Ready(proof))
        .endpoint(Optional.of(endpoint))
        .lookAgainAt(Optional.empty());
  }

  private static Optional<Endpoint> endpointOf(ClusterObservation seen) {
    return seen instanceof ClusterObservation.Running(var generation, var endpoint, var login)
        ? Optional.of(endpoint)
        : Optional.empty();
  }

  private static Cluster settle(Cluster cluster) {
    return cluster.with(cluster.status().lookAgainAt(Optional.empty()));
  }

  static Cluster lookAgain(Cluster cluster, Instant at) {
    return cluster.with(cluster.status().lookAgainAt(Optional.of(at)));
  }

  /** At once when something new was done that takes effect at once; else at the usual pace. */
  private static Instant nextLook(Gap gap, boolean isNew, Instant since, Instant now) {
    var pace = now.isBefore(since.plus(BRISK)) ? PACE : SLOW_PACE;
    return isNew && gap.isUrgent() ? now : now.plus(pace);
  }

  /** What nobody asked for is correlated by the event that tells of it. */
  private static CorrelationId ownWork(Turn turn) {
    return new CorrelationId(turn.eventId().value());
  }
}
