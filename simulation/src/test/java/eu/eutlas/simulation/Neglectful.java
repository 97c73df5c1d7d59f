package eu.eutlas.simulation;

import eu.eutlas.application.cluster.ClusterRepository;
import eu.eutlas.application.cluster.DataPlane;
import eu.eutlas.domain.cluster.Cluster;
import eu.eutlas.domain.cluster.ClusterId;
import eu.eutlas.domain.cluster.ClusterObservation;
import eu.eutlas.domain.cluster.ClusterSpec;
import eu.eutlas.domain.cluster.ClusterState;
import eu.eutlas.domain.cluster.ClusterStatus;
import eu.eutlas.domain.operation.Operation;
import java.time.Duration;
import java.util.HashMap;
import java.util.Objects;
import java.util.Optional;

/** Planted bugs in how changes of clusters are brought about. */
final class Neglectful {
  private Neglectful() {}

  /** What is wanted of a cluster falls back to what was wanted first, at its next write. */
  static Broken clustersThatForgetTheirSize() {
    var first = new HashMap<ClusterId, ClusterSpec>();
    return Broken.at(
        ClusterRepository.class,
        "save",
        (real, given) -> {
          var cluster = (Cluster) given[0];
          var spec = first.computeIfAbsent(cluster.id(), any -> cluster.spec());
          return real.call(
              cluster.state() instanceof ClusterState.Ready
                  ? Forgetful.at(cluster, spec, cluster.status(), cluster.version())
                  : cluster);
        });
  }

  /** The first servers stay for ever, and are shown as whatever was ordered last. */
  static Alteration planesThatPretend() {
    var ordered = new HashMap<ClusterId, Long>();
    return Broken.all(
        Broken.at(
            DataPlane.class,
            "provision",
            (real, given) -> {
              var order = (DataPlane.Order) given[0];
              ordered.put(order.id(), order.generation());
              return order.generation() == 1 ? real.call(given) : null;
            }),
        Broken.at(
            DataPlane.class,
            "observe",
            (real, given) ->
                Objects.requireNonNull(real.call(given))
                        instanceof
                        ClusterObservation.Running(
                            var generation,
                            var endpoint,
                            var users,
                            var admitted,
                            var trial)
                    ? new ClusterObservation.Running(
                        ordered.getOrDefault(given[0], generation),
                        endpoint,
                        users,
                        admitted,
                        trial)
                    : real.call(given)));
  }

  /** Changes never reach the servers, and are read with another day's time. */
  static Alteration changesThatNeverEnd() {
    return Broken.all(
        Broken.at(
            DataPlane.class,
            "provision",
            (real, given) ->
                ((DataPlane.Order) given[0]).generation() == 1 ? real.call(given) : null),
        Broken.at(
            ClusterRepository.class,
            "find",
            (real, given) ->
                ((Optional<?>) Objects.requireNonNull(real.call(given)))
                    .map(found -> unhurried((Cluster) found))));
  }

  private static Cluster unhurried(Cluster cluster) {
    var status = cluster.status();
    return Forgetful.at(
        cluster,
        new ClusterStatus(
            status.state(),
            status.operation().map(Neglectful::unhurried),
            status.endpoint(),
            status.seen(),
            status.lookAgainAt(),
            status.backups()),
        cluster.version());
  }

  private static Operation unhurried(Operation operation) {
    return new Operation(
        operation.id(),
        operation.type(),
        operation.orgId(),
        operation.projectId(),
        operation.clusterId(),
        operation.actor(),
        operation.correlationId(),
        operation.state(),
        operation.step(),
        operation.waitsFor(),
        operation.failures(),
        operation.maxAttempts(),
        operation.attempts(),
        operation.nextAttemptAt(),
        operation.startedAt(),
        operation.startedAt().plus(Duration.ofDays(1)),
        operation.endedAt());
  }
}
