package eu.eutlas.k8s;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.eutlas.application.PortFailure;
import eu.eutlas.domain.cluster.ClusterId;
import eu.eutlas.domain.cluster.ClusterObservation;
import eu.eutlas.domain.cluster.ClusterObservation.Absent;
import eu.eutlas.domain.cluster.ClusterObservation.Running;
import eu.eutlas.domain.cluster.ClusterObservation.Stopped;
import eu.eutlas.k8s.standin.AgainstOwnApiServer;
import eu.eutlas.k8s.standin.OwnApiServer;
import eu.eutlas.k8s.standin.StandInOperator;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An API server that goes away in the middle of things, at once, and comes back. */
@AgainstOwnApiServer
final class RegionOutageTest {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  @TempDir private static Path folder;
  private static OwnApiServer server;
  private static StandInOperator operator;
  private static KubernetesDataPlane plane;

  @BeforeAll
  static void start() {
    server = new OwnApiServer(folder);
    var region = FaultRegions.percona(server.kubeconfig(), "outage");
    operator = StandInOperator.percona(server.kubeconfig(), region.installation());
    plane = KubernetesDataPlane.open(region, InstantSource.system());
  }

  @AfterAll
  static void stop() {
    plane.close();
    operator.close();
    server.close();
  }

  @AfterEach
  void clear() {
    plane.deprovision(Samples.id(1));
    await(Absent.class::isInstance);
  }

  @Test
  void isAFailureOfEachCallThatPasses() {
    plane.provision(Samples.order(1, 1));
    var running = await(Running.class::isInstance);

    server.goAway();

    assertThatThrownBy(() -> plane.observe(Samples.id(1)))
        .isInstanceOf(PortFailure.Unavailable.class);
    assertThatThrownBy(() -> plane.provision(Samples.order(1, 2)))
        .isInstanceOf(PortFailure.Unavailable.class);
    assertThatThrownBy(() -> plane.stop(Samples.id(1), 2))
        .isInstanceOf(PortFailure.Unavailable.class);
    assertThatThrownBy(() -> plane.deprovision(Samples.id(1)))
        .isInstanceOf(PortFailure.Unavailable.class);
    server.comeBack();
    assertThat(await(Running.class::isInstance)).isEqualTo(running);
  }

  @Test
  void doesNotStopAClusterFromComing() {
    plane.provision(Samples.order(1, 1));

    server.goAway();
    server.comeBack();

    await(Running.class::isInstance);
  }

  @Test
  void doesNotStopAClusterFromGoing() {
    plane.provision(Samples.order(1, 1));
    await(Running.class::isInstance);

    plane.deprovision(Samples.id(1));
    server.goAway();
    server.comeBack();

    // As often as the lifecycle would say it: some steps are taken by being asked again.
    Awaitility.await()
        .atMost(PATIENCE)
        .until(() -> {
          plane.deprovision(Samples.id(1));
          return plane.observe(Samples.id(1)) instanceof Absent;
        });
  }

  @Test
  void doesNotStopAClusterFromPausing() {
    plane.provision(Samples.order(1, 1));
    await(Running.class::isInstance);

    plane.stop(Samples.id(1), 2);
    server.goAway();
    server.comeBack();

    await(new Stopped(2)::equals);
  }

  @Test
  void isFollowedByWordOfEveryCluster() {
    plane.provision(Samples.order(1, 1));
    await(Running.class::isInstance);
    Set<ClusterId> told = ConcurrentHashMap.newKeySet();
    try (var watch = plane.watch(told::add)) {
      Awaitility.await().atMost(PATIENCE).until(() -> told.contains(Samples.id(1)));

      server.goAway();
      told.clear();
      server.comeBack();

      Awaitility.await().atMost(PATIENCE).until(() -> told.contains(Samples.id(1)));
      assertThat(watch).isNotNull();
    }
  }

  private static ClusterObservation await(Predicate<ClusterObservation> wanted) {
    return Awaitility.await()
        .atMost(PATIENCE)
        .pollInterval(Duration.ofMillis(50))
        .until(() -> plane.observe(Samples.id(1)), wanted);
  }
}
