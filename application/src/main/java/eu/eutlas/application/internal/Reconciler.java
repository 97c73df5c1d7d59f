package eu.eutlas.application.internal;

import eu.eutlas.application.Ids;
import eu.eutlas.application.Lease;
import eu.eutlas.application.LogContext;
import eu.eutlas.application.PortFailure;
import eu.eutlas.application.SaveResult;
import eu.eutlas.application.Scope;
import eu.eutlas.application.cluster.ClusterRepository;
import eu.eutlas.application.operation.ReconcileQueue;
import eu.eutlas.application.operation.ReconcileQueue.Lane;
import eu.eutlas.application.operation.Work;
import eu.eutlas.domain.cluster.Action;
import eu.eutlas.domain.cluster.Cluster;
import eu.eutlas.domain.cluster.ClusterId;
import eu.eutlas.domain.cluster.ClusterLifecycle;
import eu.eutlas.domain.cluster.ClusterRestore;
import eu.eutlas.domain.cluster.ClusterState;
import eu.eutlas.domain.cluster.Step;
import eu.eutlas.domain.cluster.Turn;
import eu.eutlas.domain.event.EventId;
import eu.eutlas.domain.identity.CorrelationId;
import eu.eutlas.domain.operation.Operation;
import eu.eutlas.domain.operation.RetryPolicy;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings clusters closer to what is wanted, one pass at a time: lease, observe, decide, save, act.
 * No pass waits for anything to come true; it says when to look again and ends. A crash between any
 * two lines loses nothing, because the document says all that the next pass has to know, and every
 * action can be repeated.
 */
public final class Reconciler {
  private static final Logger log = LoggerFactory.getLogger(Reconciler.class);
  private static final Scope ALL = new Scope.Everything("the reconciler serves all tenants");
  private static final Duration LEAST_LEFT = Duration.ofSeconds(15);
  static final Duration OWNER_ENDS = Duration.ofMinutes(1);
  private static final Duration BUSY = Duration.ofSeconds(1);

  private final PassLeases leases;
  private final ClusterRepository clusters;
  private final ClusterSlots slots;
  private final Outside outside;
  private final HeldUp heldUp;
  private final ReconcileQueue queue;
  private final ReconcileQueue longWork;
  private final RetryPolicy retries;
  private final ClockCheck clockCheck;
  private final Ids ids;
  private final InstantSource clock;

  Reconciler(
      PassLeases leases,
      ClusterRepository clusters,
      ClusterSlots slots,
      Outside outside,
      HeldUp heldUp,
      ReconcileQueue queue,
      ReconcileQueue longWork,
      RetryPolicy retries,
      ClockCheck clockCheck,
      Ids ids,
      InstantSource clock) {
    this.leases = leases;
    this.clusters = clusters;
    this.slots = slots;
    this.outside = outside;
    this.heldUp = heldUp;
    this.queue = queue;
    this.longWork = longWork;
    this.retries = retries;
    this.clockCheck = clockCheck;
    this.ids = ids;
    this.clock = clock;
  }

  /**
   * Makes one pass. Somebody else's pass over the same cluster is left to them.
   *
   * @throws PortFailure when the metadata store fails; the cluster stays due
   */
  public void pass(ClusterId id) {
    if (clockCheck.isTrusted() && !pass(id, any -> true)) {
      queue.later(new Work.Pass(id), clock.instant().plus(BUSY), Lane.BACKGROUND);
    }
  }

  /**
   * Makes a pass over a cluster whose time has come. Where another node was there first, it is the
   * one that looks again; should it end, the sweeps find the cluster due. So it is looked at as
   * often by many nodes as by one.
   *
   * @throws PortFailure when the metadata store fails; the cluster stays due
   */
  void passIfDue(ClusterId id) {
    if (clockCheck.isTrusted()) {
      var unused = pass(id, this::isDue);
    }
  }

  private boolean isDue(Cluster cluster) {
    return cluster.status().lookAgainAt().filter(at -> !clock.instant().isBefore(at)).isPresent();
  }

  /**
   * What runs in a region that only another node has is that node's. But where none has it any more
   * an operation ends, too, when its time is over.
   */
  private boolean isOurs(Cluster cluster) {
    return outside.reaches(cluster)
        || cluster
            .running()
            .filter(operation -> clock.instant().isAfter(operation.deadline().plus(OWNER_ENDS)))
            .isPresent();
  }

  /**
   * Before time alone ends something, the clock is looked at anew: since the last look it may have
   * jumped, and what has ended is not taken back.
   */
  private boolean isTimeSure(Cluster cluster) {
    var now = clock.instant();
    var isEnd =
        Stream.concat(
                cluster.spec().nextEnd().stream(),
                cluster.running().map(Operation::deadline).stream())
            .anyMatch(end -> !now.isBefore(end));
    if (isEnd) {
      clockCheck.check();
    }
    return !isEnd || clockCheck.isTrusted();
  }

  private boolean pass(ClusterId id, Predicate<Cluster> wanted) {
    return leases.during(
        id,
        lease ->
            clusters
                .find(ALL, id)
                .filter(wanted)
                .filter(this::isOurs)
                .filter(this::isTimeSure)
                .ifPresent(cluster -> correlated(cluster, lease)));
  }

  /** Every log line of the pass carries the correlation id of the operation that it works on. */
  private void correlated(Cluster cluster, Lease lease) {
    var correlation =
        cluster.running().map(Operation::correlationId).map(CorrelationId::value).orElse("");
    LogContext.during(
        Map.of(LogContext.CORRELATION_ID, correlation, LogContext.CLUSTER_ID, cluster.id().value()),
        () -> pass(cluster, lease));
  }

  private void pass(Cluster cluster, Lease lease) {
    var held = heldUp.reason(cluster);
    if (held.isPresent()) {
      save(cluster, new Step(heldUp.waiting(cluster, held.get(), turn()), List.of()));
      return;
    }
    if (isNew(cluster) && !slots.occupy(cluster.projectId(), cluster.id())) {
      log.info("Cluster has no place in its project and is abandoned.");
      save(cluster, new Step(ClusterLifecycle.abandon(cluster, turn()), List.of()));
      return;
    }
    Step step;
    try {
      step = ClusterLifecycle.step(cluster, outside.observe(cluster, clock.instant()), turn());
    } catch (PortFailure failure) {
      attemptFailed(cluster, failure);
      return;
    }
    if (save(cluster, step)) {
      act(step, lease);
    }
  }

  /** Nothing is applied before the cluster has its place in the project. */
  private static boolean isNew(Cluster cluster) {
    var isOrdered =
        cluster.state() instanceof ClusterState.Creating
            || cluster.state() instanceof ClusterState.Restoring;
    return isOrdered && cluster.status().seen().isEmpty();
  }

  /** Whether the step stands. Intent is saved before anything is done outside. */
  private boolean save(Cluster before, Step step) {
    var next = step.next();
    if (next.isDeleted() && mayHoldAPlace(before)) {
      // Freeing can be repeated, so it comes first: a crash here frees again, and no name stays
      // taken.
      slots.free(next.projectId(), next.id());
    }
    if (!next.equals(before) && clusters.save(next) != SaveResult.SAVED) {
      queue.nudge(new Work.Pass(next.id()), Lane.PEOPLE);
      return false;
    }
    if (!next.state().name().equals(before.state().name())) {
      log.info("Cluster went from {} to {}.", before.state().name(), next.state().name());
    }
    follow(next);
    return true;
  }

  /** Also a tombstone that is still to be looked at: its creation was taken back. */
  private static boolean mayHoldAPlace(Cluster cluster) {
    return !cluster.isDeleted() || cluster.status().lookAgainAt().isPresent();
  }

  private void act(Step step, Lease lease) {
    for (var action : step.actions()) {
      if (clock.instant().plus(LEAST_LEFT).isAfter(lease.until())) {
        queue.nudge(new Work.Pass(step.next().id()), Lane.PEOPLE);
        return;
      }
      try {
        perform(action);
      } catch (PortFailure failure) {
        clusters.find(ALL, step.next().id()).ifPresent(now -> attemptFailed(now, failure));
        return;
      }
    }
  }

  private void perform(Action action) {
    log.info("Performing {}.", action.getClass().getSimpleName());
    outside.perform(action, clock.instant());
  }

  private void attemptFailed(Cluster cluster, PortFailure failure) {
    log.warn("Attempt failed: {}", failure.error().code(), failure);
    save(
        cluster,
        new Step(
            ClusterLifecycle.attemptFailed(cluster, failure.error(), retries, turn()), List.of()));
  }

  /**
   * What the saved document asks for next. Losing it costs latency only: the sweeps read the same
   * from the store.
   */
  private void follow(Cluster saved) {
    var people = saved.running().isPresent() || !saved.outbox().operations().isEmpty();
    var lane = people ? Lane.PEOPLE : Lane.BACKGROUND;
    if (!saved.outbox().isEmpty()) {
      queue.nudge(new Work.RelayCluster(saved.id()), lane);
    }
    if (ClusterRestore.isCopying(saved)) {
      longWork.nudge(new Work.RestoreData(saved.id()), Lane.PEOPLE);
    }
    saved.status().lookAgainAt().ifPresent(at -> queue.due(new Work.Pass(saved.id()), at, lane));
  }

  private Turn turn() {
    return new Turn(clock.instant(), new EventId(ids.next()), ids.jitter());
  }
}
