package eu.eutlas.k8s;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.eutlas.application.PortFailure;
import eu.eutlas.domain.cluster.ClusterObservation.Absent;
import eu.eutlas.k8s.standin.AgainstOwnApiServer;
import eu.eutlas.k8s.standin.OperatorDefinitions;
import eu.eutlas.k8s.standin.OwnApiServer;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** An API server that does not know the operator's resources, or in another version alone. */
@AgainstOwnApiServer
@Timeout(180)
final class DefinitionsTest {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  @TempDir private Path folder;

  @Test
  void areWaitedForInTheVersionThatIsSpoken() {
    try (var server = new OwnApiServer(folder)) {
      var kubeconfig = server.kubeconfig();
      var definitions = Path.of(System.getenv("EUTLAS_CRD_DIR"));
      var region = FaultRegions.percona(kubeconfig, "definitions");
      try (var plane = open(region)) {
        OperatorDefinitions.remove(kubeconfig, definitions);
        assertIsNotKnown(plane, region);

        OperatorDefinitions.installAs("v9", kubeconfig, definitions);
        assertIsNotKnown(plane, region);

        OperatorDefinitions.remove(kubeconfig, definitions);
        OperatorDefinitions.install(kubeconfig, definitions);
        Awaitility.await().atMost(PATIENCE).until(() -> isAbsent(plane));
        open(region).close();
      }
    }
  }

  private static KubernetesDataPlane open(KubernetesRegion region) {
    return KubernetesDataPlane.open(region, InstantSource.system());
  }

  private static void assertIsNotKnown(KubernetesDataPlane plane, KubernetesRegion region) {
    Awaitility.await()
        .atMost(PATIENCE)
        .untilAsserted(() ->
            assertThatThrownBy(() -> plane.observe(Samples.id(1)))
                .isInstanceOfSatisfying(
                    PortFailure.Unavailable.class,
                    failure -> assertThat(failure.error().code()).isEqualTo("OPERATOR_ABSENT")));
    assertThatThrownBy(() -> plane.provision(Samples.order(1, 1)))
        .isInstanceOf(PortFailure.Unavailable.class)
        .hasMessageContaining("definitions");
    assertThatThrownBy(() -> open(region))
        .isInstanceOf(RegionRefusedException.class)
        .hasMessageContaining(
            "does not know PerconaServerMongoDB in the version psmdb.percona.com/v1");
  }

  private static boolean isAbsent(KubernetesDataPlane plane) {
    try {
      return plane.observe(Samples.id(1)) instanceof Absent;
    } catch (PortFailure notYet) {
      return false;
    }
  }
}
