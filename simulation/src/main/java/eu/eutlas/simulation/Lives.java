package eu.eutlas.simulation;

import eu.eutlas.domain.cluster.Cluster;
import eu.eutlas.domain.cluster.ClusterId;
import eu.eutlas.domain.cluster.ClusterObservation;
import eu.eutlas.domain.cluster.ClusterSpec;
import eu.eutlas.domain.cluster.ClusterState;
import eu.eutlas.domain.cluster.ClusterUsers;
import eu.eutlas.domain.operation.Operation;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The lives of clusters and their operations, write by write. */
final class Lives {
  /** Outages, crashes and stalls may take this long in a row before anybody can write an end. */
  private static final long GRACE = 900_000;

  /** Five attempts with the pauses between them, and what delays them. */
  private static final Duration LONGEST_BACKUP = Duration.ofHours(4);

  private static final double DAY = 86_400_000.0;

  private final World world;
  private final Told told;
  private final Map<String, Cluster> clusters = new TreeMap<>();
  private final Map<String, Operation> running = new HashMap<>();
  private final Map<String, Operation> ended = new HashMap<>();
  private final Set<String> toldEnds = new HashSet<>();
  private final TreeMap<Long, Map<String, Operation>> deadlines = new TreeMap<>();
  private final Map<String, Long> deadlineOf = new HashMap<>();
  private final Set<String> restless = new HashSet<>();
  private final Map<String, Operation> promised = new TreeMap<>();
  private int living;
  private double clusterDays;

  Lives(World world, Told told) {
    this.world = world;
    this.told = told;
  }

  /** Every cluster as it was last written, tombstones included. */
  Map<String, Cluster> all() {
    return clusters;
  }

  Map<String, Operation> ended() {
    return ended;
  }

  Map<String, Operation> promised() {
    return promised;
  }

  double clusterDays() {
    return clusterDays;
  }

  int living() {
    return living;
  }

  void elapsed(long millis) {
    clusterDays += living * (millis / DAY);
  }

  /** Nothing runs, nothing is broken, and all ends are told. */
  boolean areAtRest() {
    return restless.isEmpty() && toldEnds.size() == ended.size();
  }

  Optional<String> someRestless() {
    return restless.stream().sorted().findFirst();
  }

  void committed(Cluster cluster) {
    var key = cluster.id().value();
    var before = clusters.put(key, cluster);
    if (before != null && before.isDeleted() && !cluster.isDeleted()) {
      throw Invariant.DELETED_STAYS_DELETED.broken(
          key, "A deleted cluster is " + cluster.state().name() + " again.");
    }
    wanted(key, before, cluster);
    living += (cluster.isDeleted() ? 0 : 1) - (before == null || before.isDeleted() ? 0 : 1);
    told.committed(key, cluster.outbox());
    cluster.outbox().operations().forEach(this::end);
    follow(cluster);
    var moves =
        cluster.running().isPresent()
            || cluster.state() instanceof ClusterState.Degraded
            || hasStrayed(cluster);
    if (moves) {
      restless.add(key);
    } else {
      restless.remove(key);
    }
  }

  /** What runs although it is paused is stopped again; what is gone stays so. */
  private boolean hasStrayed(Cluster cluster) {
    return cluster.state() instanceof ClusterState.Paused(var since, var drift)
        && drift.isPresent()
        && !(world.territory(cluster).truth(cluster.id()) instanceof ClusterObservation.Absent);
  }

  /** Only people change what is wanted, and what is ready has been proved to be that. */
  private static void wanted(String key, @Nullable Cluster before, Cluster now) {
    if (before != null
        && before.revision().equals(now.revision())
        && !isWantedOf(before).equals(isWantedOf(now))) {
      throw Invariant.WHAT_WAS_ANSWERED_HOLDS.broken(
          key, "Something else is wanted of a cluster than what was asked for.");
    }
    if (now.state() instanceof ClusterState.Ready(var proof)
        && proof.generation() != now.spec().generation()) {
      throw Invariant.WHAT_WAS_ANSWERED_HOLDS.broken(
          key, "A cluster is ready and proves to be something else than what is wanted.");
    }
  }

  /** What people want. When a former login ends is EUTLAS's part of it. */
  private static ClusterSpec isWantedOf(Cluster cluster) {
    var spec = cluster.spec();
    var users = spec.users();
    return users.outgoing().isEmpty()
        ? spec
        : new ClusterSpec(
            spec.generation(),
            spec.plan(),
            spec.resources(),
            spec.region(),
            spec.mongoVersion(),
            spec.admin(),
            new ClusterUsers(
                users.version(),
                users.customer(),
                Optional.empty(),
                users.ordered(),
                users.creations()),
            spec.access());
  }

  /** Somebody was answered with a cluster: it is what was written. */
  void answered(Cluster answered) {
    var written = clusters.get(answered.id().value());
    if (written != null
        && written.revision().equals(answered.revision())
        && !isWantedOf(written).equals(isWantedOf(answered))) {
      throw Invariant.WHAT_WAS_ANSWERED_HOLDS.broken(
          answered.id(), "Somebody was answered what is not wanted of their cluster.");
    }
  }

  private void end(Operation operation) {
    var key = operation.id().value();
    var before = ended.putIfAbsent(key, operation);
    if (operation.isRunning() || (before != null && !before.equals(operation))) {
      throw Invariant.ONE_OPERATION_AT_A_TIME.broken(
          operation.clusterId(), "An operation that has ended changes its end.");
    }
    var deadline = deadlineOf.remove(key);
    if (deadline != null) {
      deadlines.getOrDefault(deadline, new TreeMap<>()).remove(key);
    }
  }

  private void follow(Cluster cluster) {
    var key = cluster.id().value();
    var now = cluster.running();
    var before = now.isPresent() ? running.put(key, now.get()) : running.remove(key);
    if (before != null
        && !now.filter(next -> next.id().equals(before.id())).isPresent()
        && !ended.containsKey(before.id().value())) {
      throw Invariant.ONE_OPERATION_AT_A_TIME.broken(
          key, "An operation is given up without an end: " + before.type());
    }
    now.ifPresent(operation -> {
      if (ended.containsKey(operation.id().value())) {
        throw Invariant.ONE_OPERATION_AT_A_TIME.broken(key, "An ended operation runs again.");
      }
      var id = operation.id().value();
      var known = deadlineOf.get(id);
      var deadline = known == null ? deadline(operation) : Math.max(known, heldUp(operation));
      if (known != null && known < deadline) {
        deadlines.getOrDefault(known, new TreeMap<>()).remove(id);
      }
      deadlineOf.put(id, deadline);
      deadlines.computeIfAbsent(deadline, any -> new TreeMap<>()).put(id, operation);
    });
  }

  /** While it waits for the end of a backup its time stands still, but a backup ends as well. */
  private static long heldUp(Operation operation) {
    return operation.waitsFor().filter(reason -> reason.contains("backup")).isEmpty()
        ? 0
        : Math.min(
            operation.deadline().toEpochMilli(),
            operation.startedAt().plus(LONGEST_BACKUP).toEpochMilli());
  }

  /** A node whose clock is behind promises an end that is past already: then the time counts. */
  private long deadline(Operation operation) {
    var within = Duration.between(operation.startedAt(), operation.deadline()).toMillis();
    return Math.max(operation.deadline().toEpochMilli(), world.clockwork().millis() + within);
  }

  /** Somebody was told that this was accepted. */
  void promised(Operation operation) {
    promised.put(operation.id().value(), operation);
  }

  /** An end was copied to where people read it. */
  void toldEnd(Operation operation) {
    if (!operation.equals(ended.get(operation.id().value()))) {
      throw Invariant.ONE_OPERATION_AT_A_TIME.broken(
          operation.clusterId(), "An end is told that nobody committed.");
    }
    toldEnds.add(operation.id().value());
  }

  void provisioned(ClusterId id) {
    if (!clusters.containsKey(id.value())) {
      throw Invariant.RESOURCES_HAVE_A_CLUSTER.broken(id, "Servers are ordered for no cluster.");
    }
  }

  /** Looks at what time has made of it. */
  void look() {
    while (!deadlines.isEmpty()) {
      var first = deadlines.firstEntry();
      if (first.getValue().isEmpty()) {
        deadlines.remove(first.getKey());
        continue;
      }
      if (world.clockwork().millis() > first.getKey() + GRACE) {
        var late = first.getValue().values().iterator().next();
        throw Invariant.EVERY_OPERATION_ENDS.broken(
            late.clusterId(), late.type() + " goes on long after its deadline.");
      }
      return;
    }
  }
}
