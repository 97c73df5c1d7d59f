package eu.eutlas.mongo.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import eu.eutlas.domain.SealedSecret;
import eu.eutlas.domain.backup.ActiveBackup;
import eu.eutlas.domain.backup.BackupPolicy;
import eu.eutlas.domain.backup.BackupProof;
import eu.eutlas.domain.backup.BackupTrigger;
import eu.eutlas.domain.backup.BackupWindow;
import eu.eutlas.domain.backup.ClusterBackups;
import eu.eutlas.domain.backup.GoodBackup;
import eu.eutlas.domain.backup.Restoration;
import eu.eutlas.domain.backup.Retention;
import eu.eutlas.domain.backup.Selection;
import eu.eutlas.domain.cluster.AccessComment;
import eu.eutlas.domain.cluster.AccessEntry;
import eu.eutlas.domain.cluster.AccessList;
import eu.eutlas.domain.cluster.Cidr;
import eu.eutlas.domain.cluster.Cluster;
import eu.eutlas.domain.cluster.ClusterObservation;
import eu.eutlas.domain.cluster.ClusterState;
import eu.eutlas.domain.cluster.ClusterUsers;
import eu.eutlas.domain.cluster.DatabaseLogin;
import eu.eutlas.domain.cluster.DatabaseName;
import eu.eutlas.domain.cluster.DatabaseRole;
import eu.eutlas.domain.cluster.DatabaseUser;
import eu.eutlas.domain.cluster.Endpoint;
import eu.eutlas.domain.cluster.OutgoingLogin;
import eu.eutlas.domain.cluster.RoleGrant;
import eu.eutlas.domain.cluster.UserCreation;
import eu.eutlas.domain.cluster.UsersTrial;
import eu.eutlas.domain.operation.FailureClass;
import eu.eutlas.domain.operation.OperationError;
import eu.eutlas.domain.operation.OperationType;
import eu.eutlas.mongo.GoldenDocument;
import eu.eutlas.testkit.Origins;
import eu.eutlas.testkit.PinnedClock;
import eu.eutlas.testkit.backup.Backups;
import eu.eutlas.testkit.cluster.Clusters;
import eu.eutlas.testkit.event.Events;
import eu.eutlas.testkit.operation.Operations;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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
            .access(
                new AccessList(
                    List.of(
                        new AccessEntry(
                            new Cidr("192.0.2.0/24"),
                            new AccessComment("the office"),
                            Optional.empty()),
                        new AccessEntry(
                            new Cidr("2001:db8::7/128"),
                            AccessComment.NONE,
                            Optional.of(NOW.plusSeconds(3600))))))
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
    check("cluster-restoring", state(new ClusterState.Restoring()));
    check("cluster-deleting", state(new ClusterState.Deleting()));
    check("cluster-deleted", Clusters.aCluster(1).deletedAt(NOW).build());
    check(
        "cluster-failed",
        state(new ClusterState.Failed(NOW, "It took long.", OperationType.CREATE)));
  }

  @Test
  void keepsTheFormOfAReplicaSetsEndpoint() {
    var seeds =
        List.of(
            new Endpoint.Seed("db-0.example.org", 27_017),
            new Endpoint.Seed("db-1.example.org", 27_018),
            new Endpoint.Seed("db-2.example.org", 27_019));

    check(
        "cluster-replica-set",
        Clusters.aCluster(1).ready(new Endpoint(seeds, Optional.of("rs0"))).build());
  }

  @Test
  void keepsTheFormOfUsers() {
    var former = new DatabaseLogin("eutlas", new SealedSecret("sealed-former-password"), 1);
    var next = new DatabaseLogin("eutlas2", new SealedSecret("sealed-next-password"), 2);
    var reporter = new DatabaseLogin("reporter", new SealedSecret("sealed-user-password"), 3);
    var users =
        new ClusterUsers(
            3,
            next,
            Optional.of(
                new OutgoingLogin(former, Duration.ofHours(1), Optional.of(NOW.plusMillis(5)))),
            List.of(
                new DatabaseUser(
                    reporter,
                    Set.of(
                        new RoleGrant(DatabaseRole.READ, new DatabaseName("shop")),
                        new RoleGrant(DatabaseRole.DB_ADMIN, new DatabaseName("shop"))))),
            List.of(new UserCreation("reporter", Origins.of(5), true)));

    check("cluster-users", Clusters.with(state(new ClusterState.Deleting())).users(users).build());
  }

  @Test
  void keepsTheFormOfBackups() {
    var policy =
        new BackupPolicy(
            false,
            12,
            new BackupWindow(22, 4, ZoneId.of("Europe/Berlin")),
            new Retention(30, 5),
            true);
    var backups =
        new ClusterBackups(
            Optional.of(
                new ActiveBackup(Backups.id(3), BackupTrigger.SCHEDULED, NOW.plusMillis(1))),
            Optional.of(NOW.plusMillis(2)),
            Optional.of(NOW.plusMillis(3)),
            Optional.of(new GoodBackup(Backups.id(2), NOW.plusMillis(4))),
            Optional.of(new BackupProof(Backups.id(1), NOW.plusMillis(5), Duration.ofMillis(6789))),
            Optional.of(
                new Restoration(
                    Backups.id(4),
                    NOW.plusMillis(6),
                    Selection.of(
                        List.of(
                            new Selection.Pick("shop", Optional.empty()),
                            new Selection.Pick("a.b", Optional.of("a.c")))),
                    Optional.of(Backups.id(5)),
                    true,
                    false,
                    Restoration.Stage.WRITING,
                    7,
                    Optional.of(NOW.plusMillis(8)))));

    check(
        "cluster-backups", Clusters.aReadyCluster(1).backupPolicy(policy).backups(backups).build());
  }

  @Test
  void readsDocumentsOfBeforeThereWereBackups() {
    var old = ClusterDocument.fromBson(GoldenDocument.read("cluster-before-backups"));

    assertThat(old.settings().backups()).isEqualTo(BackupPolicy.USUAL);
    assertThat(old.status().backups()).isEqualTo(ClusterBackups.NONE);
    assertThat(old).isEqualTo(ClusterDocument.fromBson(GoldenDocument.read("cluster")));
  }

  @Test
  void readsDocumentsOfBeforeThereWereDatabaseUsers() {
    var old = ClusterDocument.fromBson(GoldenDocument.read("cluster-before-users"));

    assertThat(old.spec().users()).isEqualTo(Clusters.spec().users());
    assertThat(old.state())
        .isInstanceOfSatisfying(
            ClusterState.Ready.class,
            ready ->
                assertThat(
                        ready
                            .proof()
                            .covers(
                                old.spec(),
                                new ClusterObservation.Running(
                                    1, Clusters.endpoint(1), new UsersTrial.NotTried())))
                    .isTrue());
  }

  private static Cluster state(ClusterState state) {
    return Clusters.aCluster(1).withoutOperation().settled().state(state).build();
  }

  private static void check(String name, Cluster cluster) {
    GoldenDocument.check(name, cluster, ClusterDocument::toBson, ClusterDocument::fromBson);
  }
}
