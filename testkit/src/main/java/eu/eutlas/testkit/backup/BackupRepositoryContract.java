package eu.eutlas.testkit.backup;

import static org.assertj.core.api.Assertions.assertThat;

import eu.eutlas.application.PageRequest;
import eu.eutlas.application.Scope;
import eu.eutlas.application.backup.BackupRepository;
import eu.eutlas.domain.backup.Backup;
import eu.eutlas.domain.backup.BackupId;
import eu.eutlas.domain.backup.BackupState;
import eu.eutlas.domain.backup.Proving;
import eu.eutlas.domain.cluster.ClusterId;
import eu.eutlas.domain.cluster.RegionId;
import eu.eutlas.testkit.Paging;
import eu.eutlas.testkit.Scopes;
import eu.eutlas.testkit.cluster.Clusters;
import eu.eutlas.testkit.organization.Organizations;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every {@link BackupRepository} holds to. */
public abstract class BackupRepositoryContract extends BackupDocumentsContract {
  private static final Scope OWN = Scopes.of(Organizations.id(1));
  private static final ClusterId CLUSTER = Clusters.id(1);
  private static final RegionId NORTH = new RegionId("north");

  @Test
  void listsTheBackupsOfAClusterNewestFirst() {
    IntStream.of(2, 5, 1, 4, 3).forEach(number -> insert(document(number)));
    insert(Backups.aBackup(6).cluster(Clusters.id(2)).build());

    for (var limit = 1; limit <= 6; limit++) {
      assertThat(list(OWN, limit)).containsExactly(5, 4, 3, 2, 1);
    }
  }

  @Test
  void listsBackupsInWhateverState() {
    insert(document(1));
    insert(Backups.aBackup(2).running().build());
    insert(Backups.aBackup(3).completed().build());
    insert(Backups.aBackup(4).state(new BackupState.Failed(NOW)).build());
    insert(Backups.aBackup(5).state(new BackupState.Deleting(NOW)).build());

    assertThat(list(OWN, 10)).containsExactly(5, 4, 3, 2, 1);
  }

  @Test
  void listsWithinTheScopeOnly() {
    insert(document(1));
    insert(Backups.aBackup(2).org(Organizations.id(2)).build());

    assertThat(list(OWN, 1)).containsExactly(1);
    assertThat(list(Scopes.of(Organizations.id(2)), 1)).containsExactly(2);
    assertThat(list(Scopes.of(), 1)).isEmpty();
    assertThat(list(Scopes.everything(), 1)).containsExactly(2, 1);
  }

  @Test
  void goesOnWhereItStoppedWhateverHappenedInBetween() {
    IntStream.of(2, 4, 6, 8).forEach(number -> insert(document(number)));
    var first = backups().list(OWN, CLUSTER, new PageRequest(2, Optional.empty()));

    insert(document(9));
    insert(document(3));
    backups().remove(Backups.id(6));
    backups().remove(Backups.id(4));
    var second = backups().list(OWN, CLUSTER, new PageRequest(2, first.next()));

    assertThat(second.items()).extracting(Backup::id).containsExactly(Backups.id(3), Backups.id(2));
    assertThat(second.next()).isEmpty();
  }

  @Test
  void tellsTheNewestThatAreCompleted() {
    insert(Backups.aBackup(1).completed().build());
    insert(Backups.aBackup(2).state(new BackupState.Failed(NOW)).build());
    insert(Backups.aBackup(3).completed().build());
    insert(Backups.aBackup(4).running().build());
    insert(Backups.aBackup(5).state(new BackupState.Deleting(NOW)).build());
    insert(Backups.aBackup(6).completed().cluster(Clusters.id(2)).build());
    insert(Backups.aBackup(7).completed().build());
    insert(document(8));

    assertThat(completed(10)).containsExactly(Backups.id(7), Backups.id(3), Backups.id(1));
    assertThat(completed(2)).containsExactly(Backups.id(7), Backups.id(3));
  }

  @Test
  void tellsWhatIsCompletedAsItIsNow() {
    insert(document(1));
    insert(Backups.aBackup(2).completed().build());

    save(Backups.aBackup(1).completed().build());
    save(Backups.aBackup(2).state(new BackupState.Deleting(NOW)).build());

    assertThat(completed(10)).containsExactly(Backups.id(1));
  }

  private List<BackupId> completed(int limit) {
    return backups().completed(CLUSTER, limit).stream().map(Backup::id).toList();
  }

  @Test
  void listsWhatIsToBeTakenTheLongestDueFirst() {
    insert(Backups.aBackup(1).lookAgainAt(NOW).build());
    insert(Backups.aBackup(2).running().lookAgainAt(NOW.minusMillis(2)).build());
    insert(Backups.aBackup(3).lookAgainAt(NOW.plusMillis(1)).build());
    insert(Backups.aBackup(4).settled().build());
    insert(Backups.aBackup(5).lookAgainAt(NOW.minusMillis(1)).build());

    assertThat(backups().toTake(Clusters.REGION, NOW, 10))
        .containsExactly(Backups.id(2), Backups.id(5), Backups.id(1));
    assertThat(backups().toTake(Clusters.REGION, NOW, 2))
        .containsExactly(Backups.id(2), Backups.id(5));
    assertThat(backups().toTake(Clusters.REGION, NOW.minusMillis(3), 10)).isEmpty();
  }

  @Test
  void listsWhatIsToBeTakenOfOneRegionOnly() {
    insert(document(1));
    insert(Backups.aBackup(2).region(NORTH).lookAgainAt(NOW.minusMillis(1)).build());

    assertThat(backups().toTake(Clusters.REGION, NOW, 10)).containsExactly(Backups.id(1));
    assertThat(backups().toTake(NORTH, NOW, 10)).containsExactly(Backups.id(2));
    assertThat(backups().toTake(new RegionId("south"), NOW, 10)).isEmpty();
  }

  @Test
  void countsWhatIsUnderWayInARegion() {
    insert(document(1));
    insert(Backups.aBackup(2).running().lookAgainAt(NOW.plusSeconds(9)).build());
    insert(Backups.aBackup(3).lookAgainAt(NOW.plusSeconds(900)).build());
    insert(Backups.aBackup(4).completed().lookAgainAt(NOW).build());
    insert(Backups.aBackup(5).region(NORTH).running().lookAgainAt(NOW).build());

    assertThat(backups().underWay(Clusters.REGION)).isEqualTo(new BackupRepository.UnderWay(1, 2));
    assertThat(backups().underWay(new RegionId("south")))
        .isEqualTo(BackupRepository.UnderWay.NOTHING);
  }

  @Test
  void listsWhatIsToBeTendedWhereverItsClusterRuns() {
    insert(ended(1, new BackupState.Failed(NOW), NOW));
    insert(Backups.aBackup(2).completed().lookAgainAt(NOW.minusMillis(2)).build());
    insert(ended(3, new BackupState.Deleting(NOW), NOW.plusMillis(1)));
    insert(Backups.aBackup(4).completed().region(NORTH).lookAgainAt(NOW.minusMillis(1)).build());
    insert(Backups.aBackup(5).completed().settled().build());

    assertThat(backups().toTend(NOW, 10))
        .containsExactly(Backups.id(2), Backups.id(4), Backups.id(1));
    assertThat(backups().toTend(NOW, 2)).containsExactly(Backups.id(2), Backups.id(4));
    assertThat(backups().toTend(NOW.minusMillis(3), 10)).isEmpty();
  }

  private static Backup ended(int number, BackupState state, Instant lookAgainAt) {
    return Backups.aBackup(number).state(state).lookAgainAt(lookAgainAt).build();
  }

  @Test
  void whatIsToBeTakenIsNotTendedAndTheOtherWayAround() {
    insert(Backups.aBackup(1).lookAgainAt(NOW).build());
    insert(Backups.aBackup(2).running().lookAgainAt(NOW).build());
    insert(Backups.aBackup(3).completed().lookAgainAt(NOW).build());

    assertThat(backups().toTake(Clusters.REGION, NOW, 10))
        .containsExactlyInAnyOrder(Backups.id(1), Backups.id(2));
    assertThat(backups().toTend(NOW, 10)).containsExactly(Backups.id(3));
  }

  @Test
  void listsWhatIsDueAsItIsNow() {
    IntStream.rangeClosed(1, 4).forEach(number -> insert(document(number)));

    save(Backups.aBackup(1).lookAgainAt(NOW.plusSeconds(5)).build());
    save(Backups.aBackup(2).completed().lookAgainAt(NOW).build());
    save(Backups.aBackup(3).settled().build());
    backups().remove(Backups.id(4));

    assertThat(backups().toTake(Clusters.REGION, NOW, 10)).isEmpty();
    assertThat(backups().toTake(Clusters.REGION, NOW.plusSeconds(5), 10))
        .containsExactly(Backups.id(1));
    assertThat(backups().toTend(NOW, 10)).containsExactly(Backups.id(2));
  }

  @Test
  void listsAllThatAreDueAtTheSameMoment() {
    IntStream.rangeClosed(1, 5).forEach(number -> insert(document(number)));
    IntStream.rangeClosed(6, 10)
        .forEach(number -> insert(Backups.aBackup(number).completed().lookAgainAt(NOW).build()));

    assertThat(backups().toTake(Clusters.REGION, NOW, 10)).hasSize(5).doesNotHaveDuplicates();
    assertThat(backups().toTake(Clusters.REGION, NOW, 3)).hasSize(3);
    assertThat(backups().toTend(NOW, 10)).hasSize(5).doesNotHaveDuplicates();
    assertThat(backups().toTend(NOW, 3)).hasSize(3);
  }

  @Test
  void listsTheProofsOfARegionTheLongestDueFirst() {
    insert(proved(1, NORTH, NOW));
    insert(proved(2, NORTH, NOW.minusMillis(2)));
    insert(proved(3, NORTH, NOW.plusMillis(1)));
    insert(proved(4, Clusters.REGION, NOW.minusMillis(5)));
    insert(over(5));
    insert(Backups.aBackup(6).completed().build());

    assertThat(backups().toProve(NORTH, NOW, 10)).containsExactly(Backups.id(2), Backups.id(1));
    assertThat(backups().toProve(NORTH, NOW, 1)).containsExactly(Backups.id(2));
    assertThat(backups().toProve(NORTH, NOW.minusMillis(3), 10)).isEmpty();
    assertThat(backups().toProve(Clusters.REGION, NOW, 10)).containsExactly(Backups.id(4));
  }

  @Test
  void listsTheProofsThatAreDueAsTheyAreNow() {
    insert(proved(1, NORTH, NOW));
    insert(proved(2, NORTH, NOW));

    save(proved(1, NORTH, NOW.plusSeconds(5)));
    save(over(2));

    assertThat(backups().toProve(NORTH, NOW, 10)).isEmpty();
    assertThat(backups().toProve(NORTH, NOW.plusSeconds(5), 10)).containsExactly(Backups.id(1));
  }

  @Test
  void tellsTheThrowAwayClustersOfARegion() {
    insert(onItsWay(1, NORTH, 12));
    insert(onItsWay(2, NORTH, 11));
    insert(onItsWay(3, Clusters.REGION, 13));
    insert(proved(4, NORTH, NOW));
    insert(over(5));

    assertThat(backups().throwAways(NORTH, 10)).containsExactly(Clusters.id(11), Clusters.id(12));
    assertThat(backups().throwAways(NORTH, 1)).containsExactly(Clusters.id(11));
    save(over(1));
    assertThat(backups().throwAways(NORTH, 10)).containsExactly(Clusters.id(11));
  }

  private static Backup proved(int number, RegionId region, Instant lookAgainAt) {
    return Backups.aBackup(number)
        .completed()
        .proving(Backups.proving(region, new Proving.Waiting(), Optional.of(lookAgainAt)))
        .build();
  }

  private static Backup onItsWay(int number, RegionId region, int throwAway) {
    return Backups.aBackup(number)
        .completed()
        .proving(
            Backups.proving(
                region,
                new Proving.Leaving(Backups.throwAway(throwAway), 1, Optional.empty()),
                Optional.of(NOW)))
        .build();
  }

  private static Backup over(int number) {
    return Backups.aBackup(number)
        .completed()
        .proving(Backups.proving(NORTH, new Proving.Over(NOW, Optional.empty()), Optional.empty()))
        .build();
  }

  private List<Integer> list(Scope scope, int limit) {
    return Paging.all(limit, page -> backups().list(scope, CLUSTER, page)).stream()
        .map(backup -> Backups.numberOf(backup.id()))
        .toList();
  }
}
