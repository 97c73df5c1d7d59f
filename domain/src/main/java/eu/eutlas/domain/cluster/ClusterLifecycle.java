package eu.eutlas.domain.cluster;

import eu.eutlas.domain.event.EventType;
import eu.eutlas.domain.event.Initiator;
import eu.eutlas.domain.operation.FailureClass;
import eu.eutlas.domain.operation.Operation;
import eu.eutlas.domain.operation.OperationError;
import eu.eutlas.domain.operation.OperationStep;
import eu.eutlas.domain.operation.RetryPolicy;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Every move of a cluster, decided by looking. Pure and total: any state, any observation, any time
 * give an answer.
 *
 * <pre>
 *              proved             proved
 *   CREATING ─────────► READY ◄────────── UPDATING      CREATING, UPDATING, PAUSING, RESUMING,
 *                       ▲ │ ▲             RESUMING      DELETING:
 *            proved     │ │ │ proved                    deadline or permanent error ──► FAILED
 *             again     │ │ │ after all
 *                       │ ▼ └─── FAILED                 PAUSING ───────────────► PAUSED
 *                   DEGRADED                                     is stopped
 *            differs from what is wanted                DELETING ──────────────► DELETED
 *                                                                nothing is left
 *
 *   READY ──► RESTORING ──► READY    nobody but EUTLAS gets in until the data was compared;
 *                 │                  what ends earlier is FAILED, or DEGRADED where nothing
 *                 └──► FAILED        of the data was touched
 * </pre>
 */
public final class ClusterLifecycle {
  private static final Duration PACE = Duration.ofSeconds(1);
  private static final Duration SLOW_PACE = Duration.ofSeconds(5);
  private static final Duration BRISK = Duration.ofMinutes(1);
  static final Duration FAILED_PACE = Duration.ofMinutes(5);

  private ClusterLifecycle() {}

  /** Whether the users must be tried before {@link #step} can decide. */
  public static boolean needsProof(Cluster cluster, ClusterObservation seen, Instant now) {
    return seen instanceof ClusterObservation.Running running
        && running.generation() == cluster.spec().generation()
        && needsUsers(Aim.of(cluster))
        && (cluster.spec().users().isRetirementDue(now)
            || !(cluster.state() instanceof ClusterState.Ready(var proof)
                && proof.covers(cluster.spec(), running)));
  }

  private static boolean needsUsers(Aim aim) {
    return aim == Aim.SERVING || aim == Aim.LOCKED;
  }

  /** Decides what an observation means. A step that changes nothing gives back an equal cluster. */
  public static Step step(Cluster cluster, ClusterObservation seen, Turn turn) {
    var looked = cluster.with(cluster.status().seen(seen));
    return switch (cluster.state()) {
      case ClusterState.Creating ignored -> underWay(looked, seen, turn);
      case ClusterState.Updating ignored -> underWay(looked, seen, turn);
      case ClusterState.Pausing ignored -> underWay(looked, seen, turn);
      case ClusterState.Resuming ignored -> underWay(looked, seen, turn);
      case ClusterState.Restoring ignored -> underWay(looked, seen, turn);
      case ClusterState.Deleting ignored -> underWay(looked, seen, turn);
      case ClusterState.Paused paused -> paused(looked, paused, seen, turn);
      case ClusterState.Ready ready -> ready(looked, ready, seen, turn);
      case ClusterState.Degraded degraded -> degraded(looked, degraded, seen, turn);
      case ClusterState.Deleted ignored -> deleted(looked, seen, turn);
      case ClusterState.Failed ignored -> failed(looked, seen, turn);
    };
  }

  /**
   * What people asked for waits, because nothing must be done now. Its time stands still: when it
   * goes on, it has at least as much as is left.
   *
   * @param reason what it waits for, in a sentence
   * @param left how much time it has from then on
   */
  public static Cluster heldUp(Cluster cluster, String reason, Duration left, Turn turn) {
    var later = turn.now().plus(left);
    var operation =
        cluster
            .status()
            .operation()
            .map(last -> last.isRunning() ? waiting(last, reason, later) : last);
    var held = cluster.with(cluster.status().operation(operation));
    return held.status().lookAgainAt().isPresent()
        ? lookAgain(held, turn.now().plus(SLOW_PACE))
        : held;
  }

  private static Operation waiting(Operation operation, String reason, Instant deadline) {
    var waiting = operation.at(operation.step(), reason);
    return waiting.deadline().isBefore(deadline) ? waiting.until(deadline) : waiting;
  }

  /** Decides what a failed attempt to look or to act means. */
  public static Cluster attemptFailed(
      Cluster cluster, OperationError error, RetryPolicy retries, Turn turn) {
    return FailedAttempt.of(cluster, error, retries, turn);
  }

  /**
   * Ends a cluster for which its project has no place: it was never to be, and the same request,
   * asked again, orders another.
   */
  public static Cluster abandon(Cluster cluster, Turn turn) {
    return cluster
        .running()
        .map(operation -> Arrival.abandoned(cluster.withoutOrigin(), operation, turn))
        .orElse(cluster);
  }

  private static Step underWay(Cluster cluster, ClusterObservation seen, Turn turn) {
    var operation = cluster.running().orElseThrow();
    if (ClusterRestore.isCopying(cluster)) {
      return new Step(RestoreCourse.whileCopying(cluster, operation, turn), List.of());
    }
    if (ClusterRestore.isSaving(cluster)) {
      return new Step(RestoreCourse.afterSaving(cluster, operation, turn), List.of());
    }
    return Aim.of(cluster)
        .gap(cluster, seen, turn.now())
        .map(gap -> pursue(cluster, operation, gap, turn))
        .orElseGet(() -> new Step(Arrival.of(cluster, operation, seen, turn), List.of()));
  }

  private static Step ready(
      Cluster cluster, ClusterState.Ready ready, ClusterObservation seen, Turn turn) {
    return Gap.toServing(cluster, seen, turn.now())
        .map(gap ->
            isOrdinaryEnd(cluster, gap, seen, turn.now())
                ? new Step(lookAgain(cluster, turn.now().plus(PACE)), gap.actions())
                : degrade(cluster, gap, turn))
        .orElseGet(() -> serving(cluster, ready, seen, turn));
  }

  /** Whether all that is amiss is that something has ended, as it was to, and is still there. */
  private static boolean isOrdinaryEnd(
      Cluster cluster, Gap gap, ClusterObservation seen, Instant now) {
    return gap.step() == OperationStep.ADMITTING
        ? Expiry.isAllThatIsLeft(cluster, seen, now)
        : Retirement.isAllThatIsLeft(cluster, seen, now);
  }

  private static Step serving(
      Cluster cluster, ClusterState.Ready ready, ClusterObservation seen, Turn turn) {
    if (Retirement.isProved(cluster, seen, turn.now())) {
      return Retirement.done(cluster, seen, turn);
    }
    var still = stillReady(cluster, ready, seen, turn);
    return new Step(Expiry.isOver(still, turn.now()) ? Expiry.done(still, turn) : still, List.of());
  }

  /** A new proof replaces the old one; without one nothing has changed. */
  private static Cluster stillReady(
      Cluster cluster, ClusterState.Ready ready, ClusterObservation seen, Turn turn) {
    var covered =
        seen instanceof ClusterObservation.Running running
            && ready.proof().covers(cluster.spec(), running);
    return covered ? awaitEnd(cluster, turn.now()) : Arrival.proved(cluster, seen, turn.now());
  }

  private static Step degrade(Cluster cluster, Gap gap, Turn turn) {
    var status =
        cluster
            .status()
            .state(new ClusterState.Degraded(turn.now(), gap.reason()))
            .lookAgainAt(Optional.of(gap.isUrgent() ? turn.now() : turn.now().plus(PACE)));
    return new Step(tellDrift(cluster.with(status), gap, turn), gap.actions());
  }

  private static Cluster tellDrift(Cluster cluster, Gap gap, Turn turn) {
    return cluster.tell(
        EventType.CLUSTER_DEGRADED,
        "Cluster %s does not show what is wanted: %s".formatted(cluster.name(), gap.reason()),
        Initiator.EUTLAS,
        Arrival.ownWork(turn),
        turn);
  }

  private static Step degraded(
      Cluster cluster, ClusterState.Degraded before, ClusterObservation seen, Turn turn) {
    return Gap.toServing(cluster, seen, turn.now())
        .map(gap -> {
          var since = before.since();
          var status = cluster.status().state(new ClusterState.Degraded(since, gap.reason()));
          var isNew = !gap.reason().equals(before.reason());
          var next = nextLook(gap, isNew, since, turn.now());
          return new Step(lookAgain(cluster.with(status), next), gap.actions());
        })
        .orElseGet(() -> new Step(Arrival.byItself(cluster, seen, turn), List.of()));
  }

  /** A tombstone removes what a stalled node may have applied after the end. */
  private static Step deleted(Cluster cluster, ClusterObservation seen, Turn turn) {
    return Gap.toAbsence(cluster, seen)
        .map(gap -> new Step(lookAgain(cluster, turn.now().plus(PACE)), gap.actions()))
        .orElseGet(() -> new Step(settle(cluster), List.of()));
  }

  /** What was started again, say by a stalled node, is stopped again. */
  private static Step paused(
      Cluster cluster, ClusterState.Paused before, ClusterObservation seen, Turn turn) {
    return Gap.toStop(cluster, seen)
        .map(gap -> new Step(strayed(cluster, before, gap, turn), gap.actions()))
        .orElseGet(() -> new Step(stillPaused(cluster, before, turn), List.of()));
  }

  private static Cluster strayed(Cluster cluster, ClusterState.Paused before, Gap gap, Turn turn) {
    var pace = gap.actions().isEmpty() ? FAILED_PACE : SLOW_PACE;
    var drifted = new ClusterState.Paused(before.since(), Optional.of(gap.reason()));
    var next = lookAgain(cluster.with(cluster.status().state(drifted)), turn.now().plus(pace));
    return before.drift().isPresent() ? next : tellDrift(next, gap, turn);
  }

  private static Cluster stillPaused(Cluster cluster, ClusterState.Paused before, Turn turn) {
    if (before.drift().isEmpty()) {
      return settle(cluster);
    }
    var back = new ClusterState.Paused(before.since(), Optional.empty());
    return Arrival.pausedAgain(settle(cluster.with(cluster.status().state(back))), turn);
  }

  /** Nothing is done any more, but who looks on may find that it came true after all. */
  private static Step failed(Cluster cluster, ClusterObservation seen, Turn turn) {
    // Data that is restored in part does not become whole by being looked at.
    var aim = Aim.of(cluster);
    var cameTrue = aim != Aim.LOCKED && aim.gap(cluster, seen, turn.now()).isEmpty();
    var next =
        cameTrue
            ? Arrival.byItself(cluster, seen, turn)
            : lookAgain(cluster, turn.now().plus(FAILED_PACE));
    return new Step(next, List.of());
  }

  /**
   * Goes on towards what is wanted, until the deadline. After a failed attempt nothing is done
   * before it is time for the next, however often somebody has it looked at.
   */
  private static Step pursue(Cluster cluster, Operation operation, Gap gap, Turn turn) {
    if (!turn.now().isBefore(operation.deadline())) {
      var error =
          new OperationError(
              FailureClass.PERMANENT, "DEADLINE_EXCEEDED", tookTooLong(operation, gap));
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
            .operation(Optional.of(operation.at(gap.step(), gap.reason())))
            .lookAgainAt(Optional.of(next));
    return new Step(cluster.with(status), gap.actions());
  }

  private static String tookTooLong(Operation operation, Gap gap) {
    var seen = "It took too long. The last thing seen: " + gap.reason();
    return operation
        .error()
        .map(last -> seen + " The last attempt that failed: " + last.message())
        .orElse(seen);
  }

  private static Cluster settle(Cluster cluster) {
    return cluster.with(cluster.status().lookAgainAt(Optional.empty()));
  }

  static Cluster lookAgain(Cluster cluster, Instant at) {
    return cluster.with(cluster.status().lookAgainAt(Optional.of(at)));
  }

  /** A cluster at rest is looked at again when something of it ends, and not before. */
  static Cluster awaitEnd(Cluster cluster, Instant now) {
    var soonest = now.plus(PACE);
    var next = cluster.spec().nextEnd().map(end -> end.isAfter(now) ? end : soonest);
    return cluster.with(cluster.status().lookAgainAt(next));
  }

  /** At once when something new was done that takes effect at once; else at the usual pace. */
  private static Instant nextLook(Gap gap, boolean isNew, Instant since, Instant now) {
    var pace = now.isBefore(since.plus(BRISK)) ? PACE : SLOW_PACE;
    return isNew && gap.isUrgent() ? now : now.plus(pace);
  }
}
