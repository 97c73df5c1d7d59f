package eu.eutlas.testkit.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import eu.eutlas.application.SaveResult;
import eu.eutlas.application.cluster.ClusterRepository;
import eu.eutlas.domain.OriginKey;
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
import eu.eutlas.domain.cluster.Cluster;
import eu.eutlas.domain.cluster.ClusterState;
import eu.eutlas.domain.event.Outbox;
import eu.eutlas.domain.operation.FailureClass;
import eu.eutlas.domain.operation.OperationError;
import eu.eutlas.domain.operation.OperationType;
import eu.eutlas.testkit.Origins;
import eu.eutlas.testkit.OutboxStoreContract;
import eu.eutlas.testkit.PinnedClock;
import eu.eutlas.testkit.Scopes;
import eu.eutlas.testkit.UnusualText;
import eu.eutlas.testkit.backup.Backups;
import eu.eutlas.testkit.operation.Operations;
import eu.eutlas.testkit.organization.Organizations;
import eu.eutlas.testkit.project.Projects;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The part of {@link ClusterRepositoryContract} that is about single documents. */
abstract class ClusterDocumentsContract extends OutboxStoreContract<Cluster> {
  static final Instant NOW = PinnedClock.START;

  private ClusterRepository clusters;

  /** A repository over a new, empty store. */
  protected abstract ClusterRepository repository();

  @BeforeEach
  void begin() {
    clusters = repository();
  }

  final ClusterRepository clusters() {
    return clusters;
  }

  @Test
  void keepsEveryField() {
    var error = new OperationError(FailureClass.OUTCOME_UNKNOWN, "SOME_CODE", UnusualText.ANY);
    var cluster =
        Clusters.aReadyCluster(1)
            .org(Organizations.id(2))
            .project(Projects.id(3))
            .labels(Map.of("a.b", UnusualText.PLAIN, "empty", "", "0", "a=b"))
            .locked()
            .operation(
                Operations.anOperation(4)
                    .type(OperationType.DELETE)
                    .failedAttempt(error, NOW.plusMillis(1), NOW.plusMillis(2))
                    .build())
            .seen(UnusualText.ANY)
            .lookAgainAt(NOW.plusMillis(3))
            .backupPolicy(
                new BackupPolicy(
                    false,
                    48,
                    new BackupWindow(23, 5, ZoneId.of("America/St_Johns")),
                    new Retention(30, 0),
                    true))
            .backups(
                new ClusterBackups(
                    Optional.of(
                        new ActiveBackup(
                            Backups.id(9), BackupTrigger.SCHEDULED, NOW.plusMillis(7))),
                    Optional.of(NOW.plusMillis(8)),
                    Optional.of(NOW.plusMillis(9)),
                    Optional.of(new GoodBackup(Backups.id(8), NOW.plusMillis(10))),
                    Optional.of(
                        new BackupProof(
                            Backups.id(7), NOW.plusMillis(11), Duration.ofMillis(12_345))),
                    Optional.of(
                        new Restoration(
                            Backups.id(6),
                            NOW.plusMillis(12),
                            Selection.of(
                                List.of(
                                    new Selection.Pick("shop", Optional.empty()),
                                    new Selection.Pick("a.b", Optional.of(UnusualText.PLAIN)))),
                            Optional.of(Backups.id(5)),
                            true,
                            false,
                            Restoration.Stage.WRITING,
                            7,
                            Optional.of(NOW.plusMillis(13))))))
            .origin(Origins.at(7, NOW.plusMillis(4)))
            .createdAt(NOW.plusMillis(5))
            .revision(6)
            .build();
    insert(cluster);

    assertThat(find(cluster)).contains(cluster);
  }

  @Test
  void keepsEveryState() {
    keeps(1, new ClusterState.Creating());
    keeps(2, Clusters.aReadyCluster(2).build().state());
    keeps(3, new ClusterState.Degraded(NOW.plusMillis(1), UnusualText.ANY));
    keeps(4, new ClusterState.Deleting());
    keeps(5, new ClusterState.Deleted(NOW.plusMillis(1)));
    keeps(6, new ClusterState.Failed(NOW.plusMillis(1), UnusualText.ANY, OperationType.DELETE));
  }

  private void keeps(int number, ClusterState state) {
    var cluster = Clusters.aCluster(number).state(state).build();
    insert(cluster);
    assertThat(find(cluster)).contains(cluster);
  }

  @Test
  void showsAClusterToItsOrganizationOnly() {
    insert(document(1));

    assertThat(clusters.find(Scopes.of(Organizations.id(1)), Clusters.id(1))).contains(document(1));
    assertThat(clusters.find(Scopes.of(Organizations.id(2)), Clusters.id(1))).isEmpty();
    assertThat(clusters.find(Scopes.of(), Clusters.id(1))).isEmpty();
    assertThat(clusters.find(Scopes.everything(), Clusters.id(1))).contains(document(1));
  }

  @Test
  void findsATombstone() {
    var tombstone = Clusters.aCluster(1).deletedAt(NOW).build();
    insert(tombstone);

    assertThat(find(tombstone)).contains(tombstone);
  }

  @Test
  void findsAClusterByAnyOperationThatItHolds() {
    var running = Clusters.aCluster(1).operation(Operations.anOperation(11).build()).build();
    var failed =
        Clusters.aCluster(2)
            .state(new ClusterState.Failed(NOW, "It failed.", OperationType.CREATE))
            .operation(Operations.anOperation(12).failedAt(NOW).build())
            .build();
    var waiting =
        Clusters.aReadyCluster(3)
            .finishing(Operations.anOperation(13).succeededAt(NOW).build())
            .finishing(Operations.anOperation(14).succeededAt(NOW).build())
            .build();
    insert(running);
    insert(failed);
    insert(waiting);

    assertThat(byOperation(11)).contains(running);
    assertThat(byOperation(12)).contains(failed);
    assertThat(byOperation(13)).contains(waiting);
    assertThat(byOperation(14)).contains(waiting);
    assertThat(byOperation(15)).isEmpty();
  }

  @Test
  void findsNoClusterByAnOperationThatWasCopied() {
    var ended = Operations.anOperation(13).succeededAt(NOW).build();
    insert(Clusters.aReadyCluster(1).finishing(ended).build());

    clusters.drain(Clusters.id(1), new Outbox(List.of(), List.of(ended)));

    assertThat(byOperation(13)).isEmpty();
  }

  @Test
  void findsAClusterByItsOperationForItsOrganizationOnly() {
    insert(Clusters.aCluster(1).operation(Operations.anOperation(11).build()).build());

    var operation = Operations.id(11);
    assertThat(clusters.findByOperation(Scopes.of(Organizations.id(2)), operation)).isEmpty();
    assertThat(clusters.findByOperation(Scopes.of(), operation)).isEmpty();
    assertThat(clusters.findByOperation(Scopes.everything(), operation)).isPresent();
  }

  private Optional<Cluster> byOperation(int number) {
    return clusters.findByOperation(Scopes.of(Organizations.id(1)), Operations.id(number));
  }

  @Override
  protected final Cluster document(int number) {
    return Clusters.aCluster(number).build();
  }

  @Override
  protected final Cluster changed(Cluster cluster, int number) {
    return Clusters.with(cluster).labels(Map.of("changed", String.valueOf(number))).build();
  }

  @Override
  protected final Cluster atVersion(Cluster cluster, long version) {
    return Clusters.with(cluster).version(version).build();
  }

  @Override
  protected final Cluster withOrigin(Cluster cluster, OriginKey origin) {
    return Clusters.with(cluster).origin(origin).build();
  }

  @Override
  protected final Cluster withOutbox(Cluster cluster, Outbox outbox) {
    return Clusters.with(cluster).outbox(outbox).build();
  }

  @Override
  protected final long version(Cluster cluster) {
    return cluster.version();
  }

  @Override
  protected final Outbox outbox(Cluster cluster) {
    return cluster.outbox();
  }

  @Override
  protected final void insert(Cluster cluster) {
    clusters.insert(cluster);
  }

  @Override
  protected final SaveResult save(Cluster cluster) {
    return clusters.save(cluster);
  }

  @Override
  protected final Optional<Cluster> find(Cluster cluster) {
    return clusters.find(Scopes.of(cluster.orgId()), cluster.id());
  }

  @Override
  protected final Optional<Cluster> findByOrigin(String originKeyHash) {
    return clusters.findByOrigin(originKeyHash);
  }

  @Override
  protected final long forgetOrigins(Instant before) {
    return clusters.forgetOrigins(before);
  }

  @Override
  protected final void drain(Cluster cluster, Outbox copied) {
    clusters.drain(cluster.id(), copied);
  }

  @Override
  protected final List<Cluster> listWithOutbox(int limit) {
    return clusters.withOutbox(limit).stream()
        .map(id -> clusters.find(Scopes.everything(), id).orElseThrow())
        .toList();
  }
}
