package eu.eutlas.k8s.whole;

import static org.assertj.core.api.Assertions.assertThat;

import eu.eutlas.domain.cluster.Cluster;
import eu.eutlas.domain.cluster.ClusterState;
import eu.eutlas.domain.operation.Operation;
import eu.eutlas.domain.operation.OperationState;
import eu.eutlas.domain.operation.OperationType;
import eu.eutlas.k8s.standin.AgainstApiServer;
import eu.eutlas.k8s.standin.Fault;
import eu.eutlas.k8s.standin.TestAccount;
import eu.eutlas.k8s.standin.TestCluster;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What people read of a trouble of their region, and that it is over when its cause is. */
@AgainstApiServer
@Timeout(180)
final class TroublesOfARegionTest {
  @TempDir private Path folder;
  private final Installation installation = Installation.empty();
  private TestAccount account;
  private RelayedRegion region;
  private DrivenNode node;
  private Customer customer;

  @BeforeEach
  void start() {
    account = new TestAccount(TestCluster.kubeconfig(), folder);
    account.mayAll();
    region = new RelayedRegion(folder, account.kubeconfig());
    node = new DrivenNode(installation.node("node-1", region.plane()), installation.clock());
    node.eutlas().listen();
    customer = Customer.settle(node.eutlas(), region.plane().region());
  }

  @AfterEach
  void stop() {
    account.mayAll();
    node.eutlas().close();
    region.clear();
    region.close();
    account.close();
  }

  @Test
  void aRightThatIsMissingIsNamed() throws InterruptedException {
    var cluster = readyCluster();

    account.mayNothing();
    var resize = customer.order(OperationType.RESIZE, cluster);
    node.workUntil(
        () ->
            customer
                .read(resize.id())
                .error()
                .filter(error -> error.code().equals("KUBERNETES_RIGHTS"))
                .isPresent(),
        () -> customer.read(resize.id()));
    assertThat(customer.read(resize.id()).error().orElseThrow().message())
        .contains("it lacks the right to get perconaservermongodbs", "Apply deploy/rbac.yaml.");

    account.mayAll();
    finish(resize);
  }

  @Test
  void aQuotaThatIsInTheWayIsNamed() throws InterruptedException {
    var cluster = customer.create("shop-db");
    var creation = cluster.running().orElseThrow();
    var namespace = RelayedRegion.namespace(cluster.id());
    region.operator().breaks(namespace, Fault.LOOKS_AWAY);
    node.work();
    region.operator().allows(namespace, 0);
    region.operator().mends(namespace);

    node.workUntil(
        () -> customer.read(creation.id()).waitsFor().orElse("").contains("quota"),
        () -> customer.read(creation.id()));

    region.operator().allows(namespace, 10);
    finish(creation);
  }

  @Test
  void aNamespaceThatSomebodyDeletesIsMissedAndMadeAnew() throws InterruptedException {
    var cluster = readyCluster();
    var namespace = RelayedRegion.namespace(cluster.id());
    region.operator().breaks(namespace, Fault.FINALIZERS_HANG);

    region.operator().namespaceVanishes(namespace);
    // At first only the pods may be missed.
    node.workUntil(
        () ->
            state(cluster) instanceof ClusterState.Degraded(var since, var reason)
                && reason.contains("remov"),
        () -> state(cluster));

    region.operator().mends(namespace);
    node.workUntil(() -> state(cluster) instanceof ClusterState.Ready, () -> state(cluster));
  }

  private Cluster readyCluster() throws InterruptedException {
    var cluster = customer.create("shop-db");
    finish(cluster.running().orElseThrow());
    return installation.stored(cluster.id());
  }

  private ClusterState state(Cluster cluster) {
    return installation.stored(cluster.id()).state();
  }

  private void finish(Operation operation) throws InterruptedException {
    node.workUntil(
        () -> !customer.read(operation.id()).isRunning(), () -> customer.read(operation.id()));
    assertThat(customer.read(operation.id()).state()).isEqualTo(OperationState.SUCCEEDED);
  }
}
