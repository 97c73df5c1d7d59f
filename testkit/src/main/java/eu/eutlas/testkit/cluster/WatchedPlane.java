package eu.eutlas.testkit.cluster;

import eu.eutlas.application.cluster.DataPlane;
import eu.eutlas.application.cluster.DataPlane.Order;
import eu.eutlas.domain.Secret;
import eu.eutlas.domain.cluster.Cidr;
import eu.eutlas.domain.cluster.ClusterObservation;
import eu.eutlas.domain.cluster.ClusterObservation.Absent;
import eu.eutlas.domain.cluster.ClusterObservation.Running;
import eu.eutlas.domain.cluster.ClusterObservation.Stopped;
import eu.eutlas.domain.cluster.MongoVersion;
import eu.eutlas.domain.cluster.Resources;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.awaitility.Awaitility;

/** A data plane, and what contracts wait for in it. */
record WatchedPlane(DataPlane plane, Duration patience) {

  static Order order(int number, long generation) {
    return order(number, generation, List.of());
  }

  static Order order(int number, long generation, List<Cidr> admitted) {
    return new Order(
        Clusters.id(number),
        generation,
        new Resources(500, 1024, 5, 1),
        new MongoVersion("7.0"),
        "eutlas-admin",
        new Secret("aB3dE5gH7jK9mN1pQ3sT5vX7zA9cE1gI"),
        admitted);
  }

  /** Waits until the servers run as the generation asked for. */
  Running awaitRunning(int number, long generation) {
    return (Running)
        await(
            number, seen -> seen instanceof Running running && running.generation() == generation);
  }

  /** Waits until the servers are reached from these ranges. */
  Running awaitAdmitting(int number, List<Cidr> ranges) {
    return (Running)
        await(
            number,
            seen ->
                seen instanceof Running running && running.admitted().equals(Optional.of(ranges)));
  }

  /** Waits until the servers are stopped as the generation asked for. */
  void awaitStopped(int number, long generation) {
    await(number, new Stopped(generation)::equals);
  }

  void awaitAbsence(int number) {
    await(number, Absent.class::isInstance);
  }

  private ClusterObservation await(int number, Predicate<ClusterObservation> wanted) {
    return Awaitility.await()
        .atMost(patience)
        .pollDelay(Duration.ZERO)
        .pollInterval(Duration.ofMillis(20))
        .until(() -> plane.observe(Clusters.id(number)), wanted);
  }
}
