package eu.eutlas.testkit.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import eu.eutlas.application.SaveResult;
import eu.eutlas.application.cluster.ClusterRepository;
import eu.eutlas.application.cluster.ClusterRepository.BackupAges;
import eu.eutlas.application.cluster.ClusterRepository.Seen;
import eu.eutlas.domain.backup.ClusterBackups;
import eu.eutlas.domain.backup.GoodBackup;
import eu.eutlas.domain.cluster.Cluster;
import eu.eutlas.domain.cluster.ClusterId;
import eu.eutlas.domain.cluster.ClusterState;
import eu.eutlas.domain.cluster.Promised;
import eu.eutlas.domain.cluster.RegionId;
import eu.eutlas.domain.cluster.Resources;
import eu.eutlas.domain.event.Outbox;
import eu.eutlas.testkit.Origins;
import eu.eutlas.testkit.Scopes;
import eu.eutlas.testkit.backup.Backups;
import eu.eutlas.testkit.operation.Operations;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every {@link ClusterRepository} holds to. */
public abstract class ClusterRepositoryContract extends ClusterListsContract {
  private static final RegionId NORTH = new RegionId("north");

  @Test
  void listsWhatIsDueTheLongestDueFirst() {
    insert(Clusters.aCluster(1).lookAgainAt(NOW).build());
    insert(Clusters.aCluster(2).lookAgainAt(NOW.minusMillis(2)).build());
    insert(Clusters.aCluster(3).lookAgainAt(NOW.plusMillis(1)).build());
    insert(Clusters.aReadyCluster(4).build());
    insert(Clusters.aCluster(5).lookAgainAt(NOW.minusMillis(1)).build());

    assertThat(clusters().due(Clusters.REGION, NOW, 10))
        .containsExactly(Clusters.id(2), Clusters.id(5), Clusters.id(1));
    assertThat(clusters().due(Clusters.REGION, NOW, 2))
        .containsExactly(Clusters.id(2), Clusters.id(5));
    assertThat(clusters().due(Clusters.REGION, NOW.minusMillis(3), 10)).isEmpty();
  }

  @Test
  void listsWhatIsDueOfOneRegionOnly() {
    insert(Clusters.aCluster(1).lookAgainAt(NOW).build());
    insert(Clusters.aCluster(2).region(NORTH).lookAgainAt(NOW.minusMillis(1)).build());
    insert(Clusters.aReadyCluster(3).region(NORTH).build());

    assertThat(clusters().due(Clusters.REGION, NOW, 10)).containsExactly(Clusters.id(1));
    assertThat(clusters().due(NORTH, NOW, 10)).containsExactly(Clusters.id(2));
    assertThat(clusters().due(new RegionId("south"), NOW, 10)).isEmpty();
  }

  @Test
  void listsWhoseOperationShouldHaveEndedTheLongestOverdueFirst() {
    insert(overdue(1, NOW.minusMillis(1)));
    insert(overdue(2, NOW));
    insert(overdue(3, NOW.minusMillis(2)));
    insert(Clusters.aReadyCluster(4).build());

    assertThat(clusters().overdue(NOW, 10)).containsExactly(Clusters.id(3), Clusters.id(1));
    assertThat(clusters().overdue(NOW, 1)).containsExactly(Clusters.id(3));
    assertThat(clusters().overdue(NOW.minusMillis(2), 10)).isEmpty();
  }

  @Test
  void whatHasEndedIsNotOverdue() {
    insert(overdue(1, NOW.minusMillis(1)));

    save(Clusters.aReadyCluster(1).build());

    assertThat(clusters().overdue(NOW, 10)).isEmpty();
  }

  @Test
  void listsAllThatAreDueAtTheSameMoment() {
    IntStream.rangeClosed(1, 5)
        .forEach(number -> insert(Clusters.aCluster(number).lookAgainAt(NOW).build()));

    assertThat(clusters().due(Clusters.REGION, NOW, 10)).hasSize(5).doesNotHaveDuplicates();
    assertThat(clusters().due(Clusters.REGION, NOW, 3)).hasSize(3);
  }

  @Test
  void listsWhatIsDueAsItIsNow() {
    IntStream.rangeClosed(1, 3).forEach(number -> insert(document(number)));

    save(Clusters.aCluster(1).lookAgainAt(NOW.plusSeconds(5)).build());
    save(Clusters.aReadyCluster(2).build());
    save(Clusters.aCluster(3).lookAgainAt(NOW.minusSeconds(5)).build());

    assertThat(clusters().due(Clusters.REGION, NOW, 10)).containsExactly(Clusters.id(3));
    assertThat(clusters().due(Clusters.REGION, NOW.plusSeconds(5), 10))
        .containsExactly(Clusters.id(3), Clusters.id(1));
  }

  @Test
  void listsATombstoneThatIsDue() {
    insert(Clusters.aCluster(1).deletedAt(NOW).lookAgainAt(NOW).build());

    assertThat(clusters().due(Clusters.REGION, NOW, 10)).containsExactly(Clusters.id(1));
  }

  @Test
  void listsWhoseScheduleOfBackupsIsToBeLookedAtTheLongestDueFirst() {
    insert(scheduled(1, NOW));
    insert(scheduled(2, NOW.minusMillis(2)));
    insert(scheduled(3, NOW.plusMillis(1)));
    insert(Clusters.aReadyCluster(4).build());
    insert(Clusters.with(scheduled(5, NOW.minusMillis(1))).region(NORTH).build());

    assertThat(clusters().backupsDue(NOW, 10))
        .containsExactly(Clusters.id(2), Clusters.id(5), Clusters.id(1));
    assertThat(clusters().backupsDue(NOW, 2)).containsExactly(Clusters.id(2), Clusters.id(5));
    assertThat(clusters().backupsDue(NOW.minusMillis(3), 10)).isEmpty();
  }

  @Test
  void listsWhoseScheduleIsToBeLookedAtAsItIsNow() {
    insert(scheduled(1, NOW));
    insert(scheduled(2, NOW));
    insert(Clusters.aReadyCluster(3).build());

    save(scheduled(1, NOW.plusSeconds(5)));
    save(Clusters.aReadyCluster(2).build());
    save(scheduled(3, NOW));

    assertThat(clusters().backupsDue(NOW, 10)).containsExactly(Clusters.id(3));
  }

  /** A cluster whose next backup is far off, and whose schedule is to be looked at then. */
  private static Cluster scheduled(int number, Instant lookAt) {
    var backups = ClusterBackups.NONE.next(NOW.plusSeconds(86_400)).look(lookAt);
    return Clusters.aReadyCluster(number).backups(backups).build();
  }

  @Test
  void tellsWhatWasSeenOfEachClusterOfARegion() {
    insert(Clusters.aCluster(1).build());
    insert(Clusters.aReadyCluster(2).seen("running 1").build());
    insert(Clusters.aCluster(3).region(NORTH).seen("running 9").build());
    insert(Clusters.aCluster(4).deletedAt(NOW).seen("absent").build());

    assertThat(clusters().seen(Clusters.REGION, Optional.empty(), 10))
        .containsExactly(
            new Seen(Clusters.id(1), Optional.empty(), false),
            new Seen(Clusters.id(2), Optional.of("running 1"), false),
            new Seen(Clusters.id(4), Optional.of("absent"), true));
    assertThat(clusters().seen(NORTH, Optional.empty(), 10))
        .containsExactly(new Seen(Clusters.id(3), Optional.of("running 9"), false));
    assertThat(clusters().seen(new RegionId("south"), Optional.empty(), 10)).isEmpty();
  }

  @Test
  void tellsWhatWasSeenInParts() {
    IntStream.of(4, 2, 5, 1, 3).forEach(number -> insert(document(number)));

    assertThat(seenInParts(2))
        .containsExactlyElementsOf(IntStream.rangeClosed(1, 5).mapToObj(Clusters::id).toList());
    assertThat(clusters().seen(Clusters.REGION, Optional.of(Clusters.id(5)), 2)).isEmpty();
  }

  @Test
  void tellsWhatWasSeenAsItIsNow() {
    insert(document(1));

    save(Clusters.aCluster(1).seen("starting 1").build());

    assertThat(clusters().seen(Clusters.REGION, Optional.empty(), 10))
        .containsExactly(new Seen(Clusters.id(1), Optional.of("starting 1"), false));
  }

  @Test
  void sumsUpWhatIsPromisedInARegion() {
    insert(Clusters.aCluster(1).resources(new Resources(500, 1024, 5, 1)).build());
    insert(Clusters.aReadyCluster(2).resources(new Resources(500, 1024, 5, 1)).build());
    insert(Clusters.aReadyCluster(3).resources(new Resources(2000, 4096, 20, 3)).build());
    insert(Clusters.aCluster(4).state(new ClusterState.Deleting()).build());
    insert(Clusters.aReadyCluster(5).region(NORTH).build());

    assertThat(clusters().promised(Clusters.REGION)).isEqualTo(new Promised(4, 7500, 15_360, 75));
    assertThat(clusters().promised(NORTH)).isEqualTo(new Promised(1, 500, 1024, 5));
    assertThat(clusters().promised(new RegionId("south"))).isEqualTo(Promised.NOTHING);
  }

  @Test
  void sumsUpWhatIsPromisedAsItIsNow() {
    var paused = new ClusterState.Paused(NOW, Optional.empty());
    insert(Clusters.aCluster(1).resources(new Resources(500, 1024, 5, 3)).build());
    insert(document(2));

    save(
        Clusters.aCluster(1)
            .resources(new Resources(2000, 4096, 20, 3))
            .state(paused)
            .withoutOperation()
            .build());
    save(Clusters.aCluster(2).deletedAt(NOW).build());

    assertThat(clusters().promised(Clusters.REGION)).isEqualTo(new Promised(1, 0, 0, 60));
  }

  @Test
  void removesTombstonesOfClustersDeletedBeforeTheMoment() {
    insert(Clusters.aCluster(1).deletedAt(NOW.minusMillis(1)).origin(Origins.of(1)).build());
    insert(Clusters.aCluster(2).deletedAt(NOW).build());
    insert(Clusters.aReadyCluster(3).createdAt(NOW.minusSeconds(9)).build());
    insert(Clusters.aCluster(4).state(new ClusterState.Deleting()).build());

    assertThat(clusters().removeTombstones(NOW)).isEqualTo(1);

    assertThat(clusters().find(Scopes.everything(), Clusters.id(1))).isEmpty();
    assertThat(clusters().findByOrigin(Origins.keyHash(1))).isEmpty();
    assertThat(seenInParts(10)).containsExactly(Clusters.id(2), Clusters.id(3), Clusters.id(4));
    assertThat(clusters().removeTombstones(NOW)).isZero();
  }

  @Test
  void tellsHowOldTheNewestBackupsOfWhatHasAScheduleAre() {
    var day = Duration.ofDays(1);
    assertThat(clusters().backupAges(NOW)).isEqualTo(new BackupAges(Optional.empty(), 0));
    insert(Clusters.aCluster(1).backups(scheduled(NOW.minus(day))).build());
    insert(Clusters.aCluster(2).backups(scheduled(NOW.minus(day.multipliedBy(3)))).build());
    insert(Clusters.aCluster(3).backups(ClusterBackups.NONE.newest(good(NOW))).build());
    insert(Clusters.aCluster(4).backups(ClusterBackups.NONE.next(NOW)).build());

    assertThat(clusters().backupAges(NOW))
        .isEqualTo(new BackupAges(Optional.of(NOW.minus(day.multipliedBy(3))), 1));
    assertThat(clusters().backupAges(NOW.plus(day.multipliedBy(2))).late()).isEqualTo(3);
  }

  private static ClusterBackups scheduled(Instant newest) {
    return ClusterBackups.NONE.next(NOW).newest(good(newest));
  }

  private static Optional<GoodBackup> good(Instant at) {
    return Optional.of(new GoodBackup(Backups.id(1), at));
  }

  @Test
  void keepsATombstoneWhoseLastWordsAreNotToldYet() {
    var ended = Operations.anOperation(13).succeededAt(NOW).build();
    insert(Clusters.aCluster(1).deletedAt(NOW.minusMillis(1)).finishing(ended).build());

    assertThat(clusters().removeTombstones(NOW)).isZero();
    clusters().drain(Clusters.id(1), new Outbox(List.of(), List.of(ended)));

    assertThat(clusters().removeTombstones(NOW)).isEqualTo(1);
  }

  @Test
  void tellsThatARemovedClusterIsGone() {
    var tombstone = Clusters.aCluster(1).deletedAt(NOW).lookAgainAt(NOW).build();
    insert(tombstone);
    clusters().removeTombstones(NOW.plusMillis(1));

    assertThat(save(tombstone)).isEqualTo(SaveResult.GONE);
    assertThat(clusters().due(Clusters.REGION, NOW, 10)).isEmpty();
  }

  /** A cluster that is being created, by an operation that has until then. */
  private static Cluster overdue(int number, Instant deadline) {
    var operation =
        Operations.anOperation(number).cluster(Clusters.id(number)).deadline(deadline).build();
    return Clusters.aCluster(number).operation(operation).build();
  }

  private List<ClusterId> seenInParts(int limit) {
    var ids = new ArrayList<ClusterId>();
    Optional<ClusterId> after = Optional.empty();
    List<Seen> part;
    do {
      part = clusters().seen(Clusters.REGION, after, limit);
      assertThat(part).hasSizeLessThanOrEqualTo(limit);
      part.forEach(seen -> ids.add(seen.id()));
      assertThat(ids).doesNotHaveDuplicates();
      after = part.isEmpty() ? after : Optional.of(part.getLast().id());
    } while (!part.isEmpty());
    return ids;
  }
}
