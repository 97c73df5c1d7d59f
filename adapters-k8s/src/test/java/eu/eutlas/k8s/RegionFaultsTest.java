package eu.eutlas.k8s;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.eutlas.application.PortFailure;
import eu.eutlas.domain.cluster.ClusterObservation;
import eu.eutlas.domain.cluster.ClusterObservation.Absent;
import eu.eutlas.domain.cluster.ClusterObservation.Leaving;
import eu.eutlas.domain.cluster.ClusterObservation.Running;
import eu.eutlas.k8s.standin.AgainstApiServer;
import eu.eutlas.k8s.standin.Fault;
import eu.eutlas.k8s.standin.StandInOperator;
import eu.eutlas.k8s.standin.TestAccount;
import eu.eutlas.k8s.standin.TestCluster;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What goes wrong in a Kubernetes cluster, each with its cause gone in the end. */
@AgainstApiServer
final class RegionFaultsTest {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final String NAMESPACE = new Names(Samples.id(1)).namespace();

  @TempDir private Path folder;
  private TestAccount account;
  private KubernetesRegion region;
  private StandInOperator operator;

  @BeforeEach
  void start() {
    account = new TestAccount(TestCluster.kubeconfig(), folder);
    region = FaultRegions.percona(account.kubeconfig(), "faults-" + ProcessHandle.current().pid());
    operator = StandInOperator.percona(TestCluster.kubeconfig(), region.installation());
  }

  @AfterEach
  void stop() {
    operator.mends(NAMESPACE);
    try (var plane =
        KubernetesDataPlane.open(
            FaultRegions.percona(TestCluster.kubeconfig(), region.installation()),
            InstantSource.system())) {
      Awaitility.await()
          .atMost(PATIENCE)
          .until(() -> {
            plane.deprovision(Samples.id(1));
            return plane.observe(Samples.id(1)) instanceof Absent;
          });
    }
    operator.close();
    account.close();
  }

  @Test
  void opensNoRegionWithoutRightsAndSaysWhichAreMissing() {
    assertThatThrownBy(this::open)
        .isInstanceOf(RegionRefusedException.class)
        .hasMessageContaining("create namespaces")
        .hasMessageContaining("deploy/rbac.yaml");
  }

  @Test
  void opensNoRegionWithALoginThatHasEnded() {
    account.mayAll();
    account.ends();

    assertThatThrownBy(this::open)
        .isInstanceOf(RegionRefusedException.class)
        .hasMessageContaining("login");
  }

  /**
   * The kubeconfig names another authority than the one that the API server's certificate is of.
   */
  @Test
  void opensNoRegionWhoseCertificateItCannotProve() throws IOException {
    var given = Files.readString(TestCluster.kubeconfig());
    var another = Pattern.compile("client-certificate-data: (\\S+)").matcher(given);
    assertThat(another.find()).isTrue();
    var file =
        Files.writeString(
            folder.resolve("another-authority"),
            given.replaceFirst(
                "certificate-authority-data: \\S+",
                "certificate-authority-data: " + another.group(1)));

    assertThatThrownBy(() ->
            KubernetesDataPlane.open(
                FaultRegions.percona(file, region.installation()), InstantSource.system()))
        .isInstanceOf(RegionRefusedException.class)
        .hasMessageContaining("certificate");
  }

  @Test
  void waitsForRightsThatAreTakenAndComeBack() {
    account.mayAll();
    try (var plane = open()) {
      plane.provision(Samples.order(1, 1));
      await(plane, Running.class::isInstance);

      account.mayNothing();
      awaitFailure(plane, "KUBERNETES_RIGHTS");
      assertThatThrownBy(() -> plane.provision(Samples.order(1, 2)))
          .isInstanceOf(PortFailure.Unavailable.class);

      account.mayAll();
      Awaitility.await().atMost(PATIENCE).until(() -> succeeds(plane));
    }
  }

  @Test
  void saysThatItsLoginIsNotAcceptedAnyMore() {
    account.mayAll();
    try (var plane = open()) {
      plane.provision(Samples.order(1, 1));

      account.ends();

      awaitFailure(plane, "KUBERNETES_LOGIN");
    }
  }

  @Test
  void namesTheQuotaThatIsInTheWay() {
    account.mayAll();
    try (var plane = open()) {
      operator.breaks(NAMESPACE, Fault.LOOKS_AWAY);
      plane.provision(Samples.order(1, 1));
      operator.allows(NAMESPACE, 0);
      operator.mends(NAMESPACE);

      await(plane, seen -> seen.toString().contains("quota"));

      operator.allows(NAMESPACE, 10);
      await(plane, Running.class::isInstance);
    }
  }

  @Test
  void namesWhatIsLeftWhileItCannotGo() {
    account.mayAll();
    try (var plane = open()) {
      plane.provision(Samples.order(1, 1));
      await(plane, Running.class::isInstance);
      operator.breaks(NAMESPACE, Fault.VOLUMES_STAY);

      plane.deprovision(Samples.id(1));

      Awaitility.await()
          .atMost(PATIENCE)
          .until(() -> {
            plane.deprovision(Samples.id(1));
            return plane.observe(Samples.id(1)) instanceof Leaving(var detail)
                && detail.contains("volume");
          });
      operator.mends(NAMESPACE);
      await(plane, Absent.class::isInstance);
    }
  }

  @Test
  void waitsForAnOperatorWhoseFinalizersHang() {
    account.mayAll();
    try (var plane = open()) {
      plane.provision(Samples.order(1, 1));
      await(plane, Running.class::isInstance);
      operator.breaks(NAMESPACE, Fault.FINALIZERS_HANG);

      plane.deprovision(Samples.id(1));
      await(plane, Leaving.class::isInstance);

      operator.mends(NAMESPACE);
      await(plane, Absent.class::isInstance);
    }
  }

  private KubernetesDataPlane open() {
    return KubernetesDataPlane.open(region, InstantSource.system());
  }

  private static boolean succeeds(KubernetesDataPlane plane) {
    try {
      plane.provision(Samples.order(1, 2));
      return plane.observe(Samples.id(1)) instanceof Running running && running.generation() == 2;
    } catch (PortFailure notYet) {
      return false;
    }
  }

  private static void awaitFailure(KubernetesDataPlane plane, String code) {
    Awaitility.await()
        .atMost(PATIENCE)
        .until(() -> {
          try {
            plane.observe(Samples.id(1));
            return false;
          } catch (PortFailure.Unavailable failure) {
            return failure.error().code().equals(code);
          }
        });
  }

  private static ClusterObservation await(
      KubernetesDataPlane plane, Predicate<ClusterObservation> wanted) {
    return Awaitility.await()
        .atMost(PATIENCE)
        .pollInterval(Duration.ofMillis(50))
        .until(() -> plane.observe(Samples.id(1)), wanted);
  }
}
