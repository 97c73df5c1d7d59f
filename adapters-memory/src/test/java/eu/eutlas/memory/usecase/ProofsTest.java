package eu.eutlas.memory.usecase;

import static org.assertj.core.api.Assertions.assertThat;

import eu.eutlas.application.Origins;
import eu.eutlas.application.Settings;
import eu.eutlas.application.backup.BackupObjects;
import eu.eutlas.application.cluster.DataPlane;
import eu.eutlas.domain.OriginKey;
import eu.eutlas.domain.RefusalCode;
import eu.eutlas.domain.backup.Backup;
import eu.eutlas.domain.backup.BackupPolicy;
import eu.eutlas.domain.backup.BackupProof;
import eu.eutlas.domain.backup.BackupState;
import eu.eutlas.domain.backup.BackupWindow;
import eu.eutlas.domain.backup.Proving;
import eu.eutlas.domain.backup.Retention;
import eu.eutlas.domain.cluster.ClusterObservation;
import eu.eutlas.domain.cluster.Maintenance;
import eu.eutlas.domain.cluster.MaintenanceReason;
import eu.eutlas.domain.cluster.RegionId;
import eu.eutlas.domain.event.EventType;
import eu.eutlas.domain.operation.OperationError;
import eu.eutlas.testkit.cluster.Clusters;
import eu.eutlas.testkit.fault.Fault;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Proofs of backups: restored into a cluster that nobody sees, compared, timed. */
final class ProofsTest {
  private static final Duration A_MINUTE = Duration.ofMinutes(1);

  private final BackupScene scene = BackupScene.set();

  @Test
  void aBackupIsProvedAndNothingIsLeft() {
    var backup = scene.taken();

    var wished = scene.prove(backup).orElseThrow();
    assertThat(wished.value().keeping().proving().map(Proving::state))
        .contains(Proving.State.QUEUED);
    scene.trial().pass(A_MINUTE);

    var proved = scene.find(backup);
    assertThat(proved.keeping().proving().map(Proving::state)).contains(Proving.State.SUCCEEDED);
    var proof = proved.keeping().proof().orElseThrow();
    assertThat(proof.id()).isEqualTo(backup.id());
    assertThat(proof.recovery()).isPositive().isLessThan(A_MINUTE);
    assertThat(scene.stored().status().backups().proved()).contains(proof);
    assertThat(told()).containsOnlyOnce(EventType.BACKUP_PROVED);
    isGone();
  }

  @Test
  void theEventSaysWhatWasProved() {
    var backup = scene.taken();

    prove(backup);

    assertThat(lastMessage())
        .startsWith("The backup of cluster shop-db from ")
        .contains("3 documents in 1 collections, in ")
        .endsWith(" s.");
  }

  @Test
  void theTimeCountsFromBeforeTheServersWereOrdered() {
    var backup = scene.taken();
    scene.scene().site().region().takes(8);

    prove(backup);

    assertThat(scene.find(backup).keeping().proof().map(BackupProof::recovery))
        .hasValueSatisfying(recovery ->
            assertThat(recovery).isBetween(Duration.ofSeconds(24), Duration.ofMinutes(1)));
  }

  @Test
  void whileOneGoesOnAnotherWishIsTheSame() {
    var backup = scene.taken();
    scene.scene().site().region().takes(100);
    scene.prove(backup).orElseThrow();
    scene.trial().pass(A_MINUTE);
    var throwAways = scene.throwAways();
    assertThat(throwAways).hasSize(1);

    var again = scene.prove(backup).orElseThrow();

    assertThat(again.value().keeping().proving().map(Proving::state))
        .contains(Proving.State.RUNNING);
    assertThat(again.value().version()).isEqualTo(scene.find(backup).version());
    scene.trial().pass(A_MINUTE);
    assertThat(scene.throwAways()).isEqualTo(throwAways);
  }

  @Test
  void theSameRequestProvesOnceAlsoAfterItsEnd() {
    var backup = scene.taken();
    scene.prove(backup, Optional.of(key("{}"))).orElseThrow();
    scene.trial().settle();

    var again = scene.prove(backup, Optional.of(key("{}"))).orElseThrow();

    assertThat(again.replayed()).isTrue();
    assertThat(again.value().keeping().isBeingProved()).isFalse();
    assertThat(Trial.refusalOf(scene.prove(backup, Optional.of(key("{\"other\": 1}")))))
        .isEqualTo(RefusalCode.IDEMPOTENCY_KEY_REUSED);
  }

  @Test
  void anotherRequestProvesAgain() {
    var backup = scene.taken();
    prove(backup);
    scene.trial().pass(A_MINUTE);

    prove(backup);

    assertThat(told()).filteredOn(EventType.BACKUP_PROVED::equals).hasSize(2);
    var proof = scene.find(backup).keeping().proof();
    assertThat(scene.stored().status().backups().proved()).isEqualTo(proof);
  }

  @Test
  void whatTheThrowAwayHoldsOtherwiseFails() {
    var backup = scene.taken();
    var node =
        scene.on(
            scene
                .trial()
                .through((port, call) -> {
                  if (call.equals("sums")) {
                    spoil();
                  }
                  return Fault.NONE;
                }));

    node.prove(backup).orElseThrow();
    node.trial().settle();

    failed(backup, "BACKUP_DIFFERENT");
    assertThat(lastMessage())
        .contains("What was restored is not what was backed up. shop.orders has 1 documents");
  }

  @Test
  void aDifferenceThatDoesNotComeAgainIsNone() {
    var backup = scene.taken();
    var looks = new int[1];
    var node =
        scene.on(
            scene
                .trial()
                .through((port, call) -> {
                  if (call.equals("sums") && looks[0]++ == 0) {
                    spoil();
                  }
                  return Fault.NONE;
                }));

    node.prove(backup).orElseThrow();
    node.trial().settle();

    assertThat(scene.find(backup).keeping().proof()).isPresent();
    assertThat(told()).doesNotContain(EventType.BACKUP_PROOF_FAILED);
    isGone();
  }

  /** Somebody else's hand in each cluster that is thrown away. */
  private void spoil() {
    scene.throwAways().stream()
        .map(id -> scene.scene().site().region().truth(id))
        .filter(ClusterObservation.Running.class::isInstance)
        .map(seen -> ((ClusterObservation.Running) seen).endpoint())
        .forEach(endpoint ->
            scene
                .scene()
                .site()
                .archived()
                .archives()
                .put(endpoint, BackupScene.ORDERS, List.of("one")));
  }

  @Test
  void aDamagedArchiveFailsWithoutAServer() {
    var backup = scene.taken();
    var store = scene.scene().site().archived().store();
    store.put(
        BackupObjects.archive(backup),
        out -> out.write("#shop.orders\nsomething".getBytes(StandardCharsets.UTF_8)));
    var calls = Incident.none();
    var node = scene.on(scene.trial().through(calls));

    node.prove(backup).orElseThrow();
    node.trial().settle();

    failed(backup, "ARCHIVE_DAMAGED");
    assertThat(calls.calls()).doesNotContain("DataPlane.provision");
  }

  @Test
  void aStoreThatIsAwayIsAskedAgain() {
    var backup = scene.taken();
    var away = new boolean[] {true};
    var node =
        scene.on(
            scene
                .trial()
                .through((port, call) ->
                    away[0] && port.equals("BackupStore") ? Fault.UNAVAILABLE : Fault.NONE));
    node.prove(backup).orElseThrow();
    node.trial().pass(Duration.ofSeconds(20));
    assertThat(scene.find(backup).keeping().proving().flatMap(Proving::error)).isPresent();

    away[0] = false;
    node.trial().settle();

    assertThat(scene.find(backup).keeping().proof()).isPresent();
    isGone();
  }

  @Test
  void aStoreThatStaysAwayFails() {
    var backup = scene.taken();
    var node =
        scene.on(
            scene
                .trial()
                .through(
                    (port, call) -> port.equals("BackupStore") ? Fault.UNAVAILABLE : Fault.NONE));

    node.prove(backup).orElseThrow();
    node.trial().pass(Duration.ofMinutes(20));

    assertThat(scene.find(backup).keeping().proving().map(Proving::state))
        .contains(Proving.State.FAILED);
    assertThat(told()).containsOnlyOnce(EventType.BACKUP_PROOF_FAILED);
    isGone();
  }

  @Test
  void serversThatNeverStartFailAndAreThrownAway() {
    var backup = scene.taken();
    scene.scene().site().region().takes(100_000);
    scene.prove(backup).orElseThrow();
    scene.trial().pass(Duration.ofMinutes(29));
    assertThat(scene.throwAways()).hasSize(1);

    scene.trial().pass(Duration.ofMinutes(2));
    scene.scene().site().region().takes(0);
    scene.throwAways().forEach(scene.scene().site().region()::arrive);
    scene.trial().pass(Duration.ofMinutes(10));

    failed(backup, "PROOF_TIMED_OUT");
  }

  @Test
  void aThrowAwayThatDoesNotGoIsAskedToForEver() {
    var backup = scene.taken();
    var stuck = new boolean[] {true};
    var node =
        scene.on(
            scene
                .trial()
                .through((port, call) ->
                    stuck[0] && call.equals("deprovision") ? Fault.UNAVAILABLE : Fault.NONE));
    node.prove(backup).orElseThrow();
    node.trial().pass(Duration.ofHours(2));
    assertThat(scene.throwAways()).hasSize(1);
    assertThat(scene.find(backup).keeping().proof()).isPresent();

    stuck[0] = false;
    node.trial().pass(Duration.ofMinutes(15));

    isGone();
  }

  @Test
  void aThrowAwayIsNobodysSecret() {
    var backup = scene.taken();
    scene.scene().site().region().takes(100);
    scene.prove(backup).orElseThrow();

    scene.trial().pass(A_MINUTE);

    assertThat(scene.throwAways()).hasSize(1);
    assertThat(scene.scene().site().unknownResources().findIn(Clusters.REGION, 10)).isEmpty();
    assertThat(scene.scene().verdict().clusters()).hasSize(1);
  }

  @Test
  void oneIsProvedAtATimeAndTheOthersWait() {
    var first = scene.taken();
    scene.trial().pass(A_MINUTE);
    var second = scene.taken();
    scene.scene().site().region().takes(6);
    scene.prove(first).orElseThrow();
    scene.prove(second).orElseThrow();

    scene.trial().rest();
    assertThat(scene.throwAways()).hasSize(1);
    scene.trial().pass(Duration.ofMinutes(10));

    assertThat(scene.all()).allMatch(backup -> backup.keeping().proof().isPresent());
    isGone();
  }

  @Test
  void whatIsProvedDoesNotExpire() {
    var backup = scene.taken();
    scene.keep(1, 0);
    scene.trial().pass(A_MINUTE);
    scene.taken();
    scene.scene().site().region().takes(100_000);
    scene.trial().site().clock().move(Duration.ofDays(8));
    scene.prove(backup).orElseThrow();
    scene.trial().pass(Duration.ofMinutes(10));
    assertThat(scene.find(backup).state().name()).isEqualTo(BackupState.Name.COMPLETED);

    scene.throwAways().forEach(scene.scene().site().region()::arrive);
    scene.scene().site().region().takes(0);
    scene.trial().pass(Duration.ofMinutes(20));

    assertThat(scene.all()).hasSize(1).noneMatch(left -> left.id().equals(backup.id()));
    isGone();
  }

  @Test
  void whoDeletesABackupEndsItsProof() {
    var backup = scene.taken();
    scene.scene().site().region().takes(4);
    scene.prove(backup).orElseThrow();
    scene.trial().pass(Duration.ofSeconds(5));
    assertThat(scene.throwAways()).hasSize(1);

    scene.delete(backup).orElseThrow();
    scene.trial().settle();

    assertThat(scene.all()).isEmpty();
    assertThat(scene.objects()).isZero();
    assertThat(told()).doesNotContain(EventType.BACKUP_PROVED, EventType.BACKUP_PROOF_FAILED);
    isGone();
  }

  @Test
  void aBackupOfAClusterThatIsGoneCanBeProved() {
    var backup = scene.taken();
    scene.trial().delete(scene.scene().owner(), scene.cluster()).orElseThrow();
    scene.trial().settle();

    prove(backup);

    assertThat(scene.find(backup).keeping().proof()).isPresent();
    isGone();
  }

  @Test
  void isNotSupportedWhereNoRegionHasThrowAwayClusters() {
    var backup = scene.taken();
    scene
        .scene()
        .site()
        .region()
        .can(EnumSet.complementOf(EnumSet.of(DataPlane.Capability.THROW_AWAY_CLUSTERS)));

    assertThat(Trial.refusalOf(scene.prove(backup))).isEqualTo(RefusalCode.NOT_SUPPORTED_HERE);
  }

  @Test
  void isNotSupportedWhereTheNamedRegionHasNone() {
    var backup = scene.taken();
    var elsewhere = scene.on(node(new Settings.Proofs(Optional.of(new RegionId("north")), 50, 1)));

    assertThat(Trial.refusalOf(elsewhere.prove(backup))).isEqualTo(RefusalCode.NOT_SUPPORTED_HERE);
  }

  @Test
  void moreThanTheLimitIsTooLarge() {
    var backup = scene.taken();
    var small = scene.on(node(new Settings.Proofs(Optional.empty(), 0, 1)));

    assertThat(Trial.refusalOf(small.prove(backup))).isEqualTo(RefusalCode.BACKUP_TOO_LARGE);
  }

  @Test
  void whatIsNotCompletedIsNotProved() {
    var ordered = scene.order().orElseThrow().value();

    assertThat(Trial.refusalOf(scene.prove(ordered))).isEqualTo(RefusalCode.BACKUP_NOT_COMPLETED);
  }

  @Test
  void aPolicyHasEachScheduledBackupProved() {
    var daily = BackupScene.at("DAILY");
    daily.follow(new BackupPolicy(true, 24, BackupWindow.ANY, Retention.USUAL, true));
    daily.trial().site().clock().move(Duration.ofDays(2));

    daily.trial().settle();

    assertThat(daily.all()).hasSize(1).allMatch(one -> one.keeping().proof().isPresent());
    assertThat(daily.stored().status().backups().proved()).isPresent();
    assertThat(daily.throwAways()).isEmpty();
  }

  @Test
  void aPolicyThatDoesNotSaySoHasNone() {
    var daily = BackupScene.at("DAILY");
    daily.trial().site().clock().move(Duration.ofDays(2));

    daily.trial().settle();

    assertThat(daily.all()).hasSize(1).allMatch(one -> one.keeping().proving().isEmpty());
  }

  @Test
  void aPolicyThatCannotBeFollowedSaysSo() {
    var daily = BackupScene.at("DAILY");
    daily.follow(new BackupPolicy(true, 24, BackupWindow.ANY, Retention.USUAL, true));
    daily.scene().site().region().can(Set.of());
    daily.trial().site().clock().move(Duration.ofDays(2));

    daily.trial().settle();

    assertThat(daily.all())
        .singleElement()
        .satisfies(one -> assertThat(error(one)).contains(RefusalCode.NOT_SUPPORTED_HERE.name()));
    assertThat(daily.scene().verdict().toldOf(daily.cluster().id()))
        .endsWith(EventType.BACKUP_COMPLETED, EventType.BACKUP_PROOF_FAILED);
  }

  @Test
  void nothingIsTouchedInMaintenance() {
    var backup = scene.taken();
    scene.scene().site().region().takes(3);
    scene.prove(backup).orElseThrow();
    maintain();
    var calls = Incident.none();

    scene.trial().through(calls).pass(Duration.ofMinutes(3));

    assertThat(calls.calls()).doesNotContain("DataPlane.provision", "ClusterArchives.restore");
  }

  private void maintain() {
    var now = scene.trial().site().clock().instant();
    scene
        .trial()
        .site()
        .maintenance()
        .begin(
            Clusters.REGION,
            new Maintenance(new MaintenanceReason("new disks"), now, Optional.empty()));
  }

  private Trial node(Settings.Proofs proofs) {
    var usual = Settings.at(URI.create("https://eutlas.example.org"));
    var longWork =
        new Settings.LongWork(
            usual.longWork().workers(), usual.longWork().backupsPerRegion(), proofs);
    return scene
        .trial()
        .with(
            new Settings(
                usual.publicUrl(),
                usual.signUp(),
                usual.firstUserAdministers(),
                usual.deadlines(),
                usual.retries(),
                usual.workers(),
                longWork));
  }

  private OriginKey key(String body) {
    return Origins.of("owner", "prove", "a-key", body, scene.trial().site().clock().instant());
  }

  private void prove(Backup backup) {
    scene.prove(backup).orElseThrow();
    scene.trial().settle();
  }

  private void failed(Backup backup, String code) {
    var found = scene.find(backup);
    assertThat(found.keeping().proving().map(Proving::state)).contains(Proving.State.FAILED);
    assertThat(error(found)).contains(code);
    assertThat(found.keeping().proof()).isEmpty();
    assertThat(scene.stored().status().backups().proved()).isEmpty();
    assertThat(told())
        .containsOnlyOnce(EventType.BACKUP_PROOF_FAILED)
        .doesNotContain(EventType.BACKUP_PROVED);
    isGone();
  }

  private static Optional<String> error(Backup backup) {
    return backup.keeping().proving().flatMap(Proving::error).map(OperationError::code);
  }

  private void isGone() {
    assertThat(scene.throwAways()).isEmpty();
    scene.scene().verdict().holds();
  }

  private List<EventType> told() {
    return scene.scene().verdict().toldOf(scene.cluster().id());
  }

  private String lastMessage() {
    return scene.scene().verdict().log().getLast().event().message();
  }
}
