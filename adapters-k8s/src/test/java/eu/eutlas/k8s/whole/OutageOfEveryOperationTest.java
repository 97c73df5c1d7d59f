package eu.eutlas.k8s.whole;

import static org.assertj.core.api.Assertions.assertThat;

import eu.eutlas.domain.cluster.Cluster;
import eu.eutlas.domain.cluster.ClusterObservation;
import eu.eutlas.domain.cluster.ClusterState;
import eu.eutlas.domain.operation.Operation;
import eu.eutlas.domain.operation.OperationState;
import eu.eutlas.domain.operation.OperationType;
import eu.eutlas.k8s.standin.AgainstApiServer;
import eu.eutlas.k8s.standin.Fault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The API server is away for ten minutes, whatever people had ordered. */
@AgainstApiServer
final class OutageOfEveryOperationTest {
  private static final Duration OUTAGE = Duration.ofMinutes(10);

  @TempDir private static Path folder;
  private static RelayedRegion region;
  private static Installation installation;
  private static DrivenNode node;
  private static Customer customer;

  @BeforeAll
  static void start() {
    region = new RelayedRegion(folder);
    installation = Installation.empty();
    node = new DrivenNode(installation.node("node-1", region.plane()), installation.clock());
    node.eutlas().listen();
    customer = Customer.settle(node.eutlas(), region.plane().region());
  }

  @AfterAll
  static void stop() {
    node.eutlas().close();
    region.clear();
    region.close();
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "RESTORE")
  void holdsUpWhatHasBegunAndNoLonger(OperationType type) throws InterruptedException {
    var cluster = prepared(type, "begun");
    var operation = customer.order(type, cluster);
    region.operator().breaks(RelayedRegion.namespace(cluster.id()), Fault.LOOKS_AWAY);
    node.workUntilBegun(() -> customer.read(operation.id()).step());

    outage(operation);

    region.operator().mends(RelayedRegion.namespace(cluster.id()));
    endsWell(operation);
  }

  @ParameterizedTest
  @EnumSource(names = {"CREATE", "DELETE"})
  void holdsUpWhatWasOnlyAcceptedAndNoLonger(OperationType type) throws InterruptedException {
    var cluster = prepared(type, "accepted");
    var operation = customer.order(type, cluster);

    outage(operation);

    endsWell(operation);
  }

  /** A cluster of which that can be ordered. */
  private static Cluster prepared(OperationType type, String when) throws InterruptedException {
    var name = when + "-" + type.name().toLowerCase(Locale.ROOT).replace('_', '-');
    var cluster = customer.create(name);
    if (type == OperationType.CREATE) {
      return cluster;
    }
    finish(cluster.running().orElseThrow());
    var before =
        switch (type) {
          case RESUME -> OperationType.PAUSE;
          case UPDATE_DATABASE_USER, DELETE_DATABASE_USER -> OperationType.CREATE_DATABASE_USER;
          default -> OperationType.CREATE;
        };
    if (before != OperationType.CREATE) {
      finish(customer.order(before, cluster));
    }
    return installation.stored(cluster.id());
  }

  private static void outage(Operation operation) {
    region.relay().cut();
    try {
      node.work(OUTAGE, () -> assertIsReadable(customer.read(operation.id())));
    } finally {
      region.relay().mend();
    }
  }

  private static void assertIsReadable(Operation seen) {
    assertThat(seen.state()).isEqualTo(OperationState.RUNNING);
    assertThat(seen.nextAttemptAt()).isPresent();
    assertThat(seen.error())
        .hasValueSatisfying(error -> {
          assertThat(error.code()).isEqualTo("KUBERNETES_UNREACHABLE");
          assertThat(error.message()).isEqualTo("The API server does not answer.");
        });
  }

  private static void endsWell(Operation operation) throws InterruptedException {
    finish(operation);
    var cluster = installation.stored(operation.clusterId());
    var seen = region.plane().observe(cluster.id());
    switch (cluster.state()) {
      case ClusterState.Deleted ignored ->
          assertThat(seen).isEqualTo(new ClusterObservation.Absent());
      case ClusterState.Paused ignored ->
          assertThat(seen).isEqualTo(new ClusterObservation.Stopped(cluster.spec().generation()));
      default -> {
        assertThat(cluster.state()).isInstanceOf(ClusterState.Ready.class);
        assertThat(seen)
            .isInstanceOfSatisfying(
                ClusterObservation.Running.class,
                running -> assertThat(running.generation()).isEqualTo(cluster.spec().generation()));
      }
    }
  }

  private static void finish(Operation operation) throws InterruptedException {
    node.workUntil(
        () -> !customer.read(operation.id()).isRunning(), () -> customer.read(operation.id()));
    assertThat(customer.read(operation.id()).state()).isEqualTo(OperationState.SUCCEEDED);
  }
}
