package eu.eutlas.k8s.whole;

import static org.assertj.core.api.Assertions.assertThat;

import eu.eutlas.application.cluster.DataPlane;
import eu.eutlas.domain.cluster.ClusterObservation.Absent;
import eu.eutlas.domain.cluster.ClusterState;
import eu.eutlas.domain.operation.Operation;
import eu.eutlas.domain.operation.OperationState;
import eu.eutlas.domain.operation.OperationType;
import eu.eutlas.k8s.standin.AgainstApiServer;
import eu.eutlas.testkit.fault.Fault;
import eu.eutlas.testkit.fault.Faults;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A node that stood still in the middle of an order goes on when the cluster is gone. */
@AgainstApiServer
@Timeout(180)
final class StalledNodeTest {
  private static final Duration BEYOND_EVERY_LEASE = Duration.ofMinutes(10);

  @TempDir private Path folder;
  private final Installation installation = Installation.empty();
  private final CountDownLatch stalled = new CountDownLatch(1);
  private final CountDownLatch awake = new CountDownLatch(1);

  @Test
  void whatItMakesAfterTheEndIsTakenAwayAgain() throws InterruptedException {
    try (var region = new RelayedRegion(folder)) {
      var one = installation.node("node-1", stalling(region.plane()));
      var other = new DrivenNode(installation.node("node-2", region.plane()), installation.clock());
      var customer = Customer.settle(other.eutlas(), region.plane().region());
      var creation = customer.create("shop-db").running().orElseThrow();
      var id = creation.clusterId();
      one.sweepStoreOnce();
      var pass = Thread.ofPlatform().start(() -> new DrivenNode(one, installation.clock()).work());
      stalled.await();

      installation.clock().move(BEYOND_EVERY_LEASE);
      other.eutlas().sweepStoreOnce();
      finish(other, customer, creation);
      finish(other, customer, customer.order(OperationType.DELETE, installation.stored(id)));
      assertThat(region.plane().observe(id)).isEqualTo(new Absent());

      awake.countDown();
      pass.join();
      assertThat(region.plane().observe(id)).isNotInstanceOf(Absent.class);
      other.eutlas().sweepOnce();
      other.workUntil(
          () -> region.plane().observe(id) instanceof Absent, () -> region.plane().observe(id));

      assertThat(installation.stored(id).state()).isInstanceOf(ClusterState.Deleted.class);
      one.close();
      other.eutlas().close();
    }
  }

  /** Its first order comes to the API server when the test lets it. */
  private DataPlane stalling(DataPlane plane) {
    return Faults.around(
        DataPlane.class,
        plane,
        (port, call) -> {
          if (call.equals("provision")) {
            stalled.countDown();
            awaitWaking();
          }
          return Fault.NONE;
        });
  }

  private void awaitWaking() {
    try {
      awake.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void finish(DrivenNode node, Customer customer, Operation operation)
      throws InterruptedException {
    node.workUntil(
        () -> !customer.read(operation.id()).isRunning(), () -> customer.read(operation.id()));
    assertThat(customer.read(operation.id()).state()).isEqualTo(OperationState.SUCCEEDED);
  }
}
