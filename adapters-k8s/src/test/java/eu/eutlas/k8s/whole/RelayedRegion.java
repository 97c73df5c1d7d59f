package eu.eutlas.k8s.whole;

import eu.eutlas.domain.cluster.ClusterId;
import eu.eutlas.domain.cluster.ClusterObservation.Absent;
import eu.eutlas.domain.cluster.RegionId;
import eu.eutlas.k8s.Dialect;
import eu.eutlas.k8s.KubernetesDataPlane;
import eu.eutlas.k8s.KubernetesRegion;
import eu.eutlas.k8s.Surroundings;
import eu.eutlas.k8s.standin.StandInOperator;
import eu.eutlas.k8s.standin.TestCluster;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.awaitility.Awaitility;

/** A region whose API server EUTLAS reaches by a relay, and its operator does not. */
final class RelayedRegion implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(90);

  private final String installation = "whole-" + UUID.randomUUID().toString().substring(0, 8);
  private final Relay relay;
  private final KubernetesRegion settings;
  private final StandInOperator operator =
      StandInOperator.percona(TestCluster.kubeconfig(), installation);
  private final KubernetesDataPlane plane;

  RelayedRegion(Path folder) {
    this(folder, TestCluster.kubeconfig());
  }

  /** The same, by an account of EUTLAS's own. */
  RelayedRegion(Path folder, Path kubeconfig) {
    relay = new Relay(kubeconfig);
    settings =
        new KubernetesRegion(
            new RegionId("north"),
            installation,
            new KubernetesRegion.Account.Kubeconfig(relay.kubeconfig(folder), Optional.empty()),
            Dialect.PERCONA,
            Optional.of("standin"),
            Map.of(
                Installation.OLD, "percona/percona-server-mongodb:7.0.14-8",
                Installation.NEW, "percona/percona-server-mongodb:8.0.4-1"),
            Optional.of("1.22.0"),
            Surroundings.inside("mongodb-operator", "eutlas"),
            KubernetesRegion.Timeouts.USUAL);
    plane = KubernetesDataPlane.open(settings, InstantSource.system());
  }

  static String namespace(ClusterId id) {
    return "eutlas-" + id;
  }

  Relay relay() {
    return relay;
  }

  StandInOperator operator() {
    return operator;
  }

  KubernetesDataPlane plane() {
    return plane;
  }

  /** Takes away all that is there. */
  void clear() {
    var all = plane.observeAll(Optional.empty(), 500);
    all.forEach(sighting -> operator.mends(namespace(sighting.id())));
    Awaitility.await()
        .atMost(PATIENCE)
        .until(() -> {
          all.forEach(sighting -> plane.deprovision(sighting.id()));
          return all.stream().allMatch(sighting -> plane.observe(sighting.id()) instanceof Absent);
        });
  }

  @Override
  public void close() {
    plane.close();
    operator.close();
    relay.close();
  }
}
