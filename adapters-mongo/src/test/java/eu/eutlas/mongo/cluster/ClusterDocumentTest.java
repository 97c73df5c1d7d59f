package eu.eutlas.mongo.cluster;

import eu.eutlas.domain.cluster.Cluster;
import eu.eutlas.domain.cluster.ClusterState;
import eu.eutlas.domain.operation.FailureClass;
import eu.eutlas.domain.operation.OperationError;
import eu.eutlas.domain.operation.OperationType;
import eu.eutlas.mongo.GoldenDocument;
import eu.eutlas.testkit.Origins;
import eu.eutlas.testkit.PinnedClock;
import eu.eutlas.testkit.cluster.Clusters;
import eu.eutlas.testkit.event.Events;
import eu.eutlas.testkit.operation.Operations;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class ClusterDocumentTest {
  private static final Instant NOW = PinnedClock.START;

  @Test
  void keepsTheForm() {
    var error = new OperationError(FailureClass.TRANSIENT, "NO_CAPACITY", "There is no room.");
    var cluster =
        Clusters.aReadyCluster(1)
            .labels(Map.of("team", "shop", "a.b", "c=d"))
            .locked()
            .operation(
                Operations.anOperation(2)
                    .failedAttempt(error, NOW.plusMillis(1), NOW.plusMillis(2))
                    .build())
            .seen("running 1 cluster-1.example.org:27017")
            .lookAgainAt(NOW.plusMillis(3))
            .telling(Events.anEvent(3).metadata(Map.of("b", "2", "a", "1")).build())
            .finishing(Operations.anOperation(4).succeededAt(NOW.plusMillis(4)).build())
            .origin(Origins.of(5))
            .revision(6)
            .version(7)
            .build();

    check("cluster", cluster);
  }

  @Test
  void keepsTheFormOfEachState() {
    check("cluster-creating", Clusters.aCluster(1).build());
    check("cluster-degraded", state(new ClusterState.Degraded(NOW, "It fell over.")));
    check(
        "cluster-updating",
        state(
            new ClusterState.Updating(
                Optional.of(
                    new ClusterState.Before(
                        Clusters.spec(), new ClusterState.Degraded(NOW, "It fell over."))))));
    check("cluster-updating-again", state(new ClusterState.Updating(Optional.empty())));
    check("cluster-pausing", state(new ClusterState.Pausing()));
    check("cluster-paused", state(new ClusterState.Paused(NOW, Optional.empty())));
    check(
        "cluster-paused-drifted",
        state(new ClusterState.Paused(NOW, Optional.of("Its servers still run."))));
    check("cluster-resuming", state(new ClusterState.Resuming()));
    check("cluster-deleting", state(new ClusterState.Deleting()));
    check("cluster-deleted", Clusters.aCluster(1).deletedAt(NOW).build());
    check(
        "cluster-failed",
        state(new ClusterState.Failed(NOW, "It took long.", OperationType.CREATE)));
  }

  private static Cluster state(ClusterState state) {
    return Clusters.aCluster(1).withoutOperation().settled().state(state).build();
  }

  private static void check(String name, Cluster cluster) {
    GoldenDocument.check(name, cluster, ClusterDocument::toBson, ClusterDocument::fromBson);
  }
}
