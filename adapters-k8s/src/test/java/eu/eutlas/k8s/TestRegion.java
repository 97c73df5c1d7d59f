package eu.eutlas.k8s;

import eu.eutlas.application.cluster.DataPlane.Order;
import eu.eutlas.domain.cluster.ClusterId;
import eu.eutlas.domain.cluster.ClusterObservation;
import eu.eutlas.domain.cluster.ClusterObservation.Absent;
import eu.eutlas.k8s.standin.OperatorDefinitions;
import eu.eutlas.k8s.standin.StandInOperator;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Predicate;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;

/**
 * A region on the API server that is given for tests, with no more rights than it has anywhere, and
 * with a stand-in for its operator.
 */
final class TestRegion implements AutoCloseable {
  static final Duration PATIENCE = Duration.ofSeconds(30);

  private final KubernetesRegion region;
  private final KubernetesDataPlane plane;
  private final StandInOperator operator;

  TestRegion(Dialect dialect) {
    this(dialect, "standin");
  }

  TestRegion(Dialect dialect, String storageClass) {
    var kubeconfig = Path.of(System.getenv("EUTLAS_TEST_KUBECONFIG"));
    OperatorDefinitions.install(kubeconfig, Path.of(System.getenv("EUTLAS_CRD_DIR")));
    region = settings(dialect, kubeconfig, storageClass);
    operator =
        switch (dialect) {
          case MONGODB_COMMUNITY -> StandInOperator.community(kubeconfig, region.installation());
          case PERCONA -> StandInOperator.percona(kubeconfig, region.installation());
        };
    plane = KubernetesDataPlane.open(region, InstantSource.system());
  }

  private static KubernetesRegion settings(Dialect dialect, Path kubeconfig, String storageClass) {
    var usual = Samples.region(dialect, RestrictedAccount.of(kubeconfig));
    return new KubernetesRegion(
        usual.id(),
        "test-" + ProcessHandle.current().pid(),
        usual.account(),
        dialect,
        Optional.of(storageClass),
        usual.releases(),
        usual.operatorVersion(),
        usual.surroundings(),
        usual.timeouts());
  }

  KubernetesDataPlane plane() {
    return plane;
  }

  KubernetesRegion region() {
    return region;
  }

  StandInOperator operator() {
    return operator;
  }

  /** A conversation of our own with the API server, to see what others see. */
  Api api() {
    return Api.within(Connection.open(region), Duration.ofSeconds(9));
  }

  ClusterObservation await(int number, Predicate<ClusterObservation> wanted) {
    return until().until(() -> plane.observe(Samples.id(number)), wanted);
  }

  ClusterObservation.Running awaitRunning(int number, long generation) {
    return (ClusterObservation.Running)
        await(
            number,
            seen ->
                seen instanceof ClusterObservation.Running running
                    && running.generation() == generation);
  }

  /** Asks for it as often as what is seen is not of its generation, as the application does. */
  void follow(Order order) {
    until()
        .until(() -> {
          var seen = plane.observe(order.id());
          if (!isOf(order.generation(), seen)) {
            plane.provision(order);
          }
          return seen instanceof ClusterObservation.Running running
              && running.generation() == order.generation();
        });
  }

  private static boolean isOf(long generation, ClusterObservation seen) {
    return switch (seen) {
      case ClusterObservation.Running running -> running.generation() == generation;
      case ClusterObservation.Starting(var at, var detail) -> at == generation;
      case ClusterObservation.Failing(var at, var detail) -> at == generation;
      case ClusterObservation.Stopped ignored -> false;
      case ClusterObservation.Leaving ignored -> false;
      case Absent() -> false;
    };
  }

  /** Takes away all that a test has made, so that the next one begins where nothing is. */
  void clear() {
    for (var sighting : plane.observeAll(Optional.empty(), 100)) {
      plane.deprovision(sighting.id());
      awaitAbsent(sighting.id());
    }
  }

  void awaitAbsent(ClusterId id) {
    until().until(() -> plane.observe(id), Absent.class::isInstance);
  }

  private static ConditionFactory until() {
    return Awaitility.await()
        .atMost(PATIENCE)
        .pollDelay(Duration.ZERO)
        .pollInterval(Duration.ofMillis(50));
  }

  @Override
  public void close() {
    plane.close();
    operator.close();
  }
}
