package eu.eutlas.memory.usecase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.eutlas.application.PortFailure;
import eu.eutlas.application.backup.BackupStore;
import eu.eutlas.domain.RefusalCode;
import eu.eutlas.domain.backup.Backup;
import eu.eutlas.domain.backup.BackupState;
import eu.eutlas.domain.backup.BackupTrigger;
import eu.eutlas.domain.backup.Contents;
import eu.eutlas.domain.backup.GoodBackup;
import eu.eutlas.domain.backup.Hold;
import eu.eutlas.domain.cluster.ClusterState;
import eu.eutlas.domain.event.EventType;
import eu.eutlas.testkit.fault.Fault;
import eu.eutlas.testkit.fault.FaultScript;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Backups from their order to their removal, and what can befall them. */
final class BackupsTest {
  private static final Duration A_DAY = Duration.ofDays(1);

  private final BackupScene scene = BackupScene.set();

  @Test
  void aBackupHoldsWhatTheClusterHeld() throws IOException {
    var backup = scene.taken();

    assertThat(backup.state().name()).isEqualTo(BackupState.Name.COMPLETED);
    assertThat(backup.contents().map(Contents::documents)).contains(3L);
    assertThat(backup.order().trigger()).isEqualTo(BackupTrigger.MANUAL);
    assertThat(downloaded(backup, BackupStore.Range.ALL)).contains("shop.orders", "three");
    assertThat(told())
        .containsSubsequence(
            EventType.BACKUP_REQUESTED, EventType.BACKUP_COMPLETED, EventType.BACKUP_DOWNLOADED);
  }

  @Test
  void aDownloadCanBeGoneOnWith() throws IOException {
    var backup = scene.taken();
    var whole = downloaded(backup, BackupStore.Range.ALL);

    assertThat(downloaded(backup, new BackupStore.Range(5, 4))).isEqualTo(whole.substring(5, 9));
  }

  @Test
  void theClusterKnowsItsNewestAndWaitsForNone() {
    var backup = scene.taken();

    var known = scene.stored().status().backups();
    assertThat(known.newest().map(GoodBackup::id)).contains(backup.id());
    assertThat(known.active()).isEmpty();
  }

  @Test
  void oneIsTakenAtATime() {
    scene.order().orElseThrow();

    assertThat(Trial.refusalOf(scene.order())).isEqualTo(RefusalCode.BACKUP_IN_PROGRESS);
    assertThat(scene.all()).hasSize(1);
  }

  @Test
  void aClusterThatIsNotReadyIsNotBackedUp() {
    scene.scene().pause(scene.cluster());
    scene.trial().settle();

    assertThat(Trial.refusalOf(scene.order())).isEqualTo(RefusalCode.NOT_READY);
    assertThat(scene.all()).isEmpty();
  }

  @Test
  void aResizeWaitsForTheEndOfABackup() {
    scene.order().orElseThrow();
    scene.scene().resize(scene.cluster());

    scene.trial().pass(scene.stored());
    assertThat(scene.stored().running().orElseThrow().waitsFor().orElseThrow())
        .startsWith("A backup is being taken.");
    scene.trial().settle();

    assertThat(scene.all())
        .extracting(backup -> backup.state().name())
        .containsExactly(BackupState.Name.COMPLETED);
    assertThat(scene.scene().state(scene.cluster())).isEqualTo(ClusterState.Name.READY);
    assertThat(scene.stored().spec().plan().value()).isEqualTo("SMALL");
  }

  @Test
  void whatNobodyAcceptedIsTakenAwayAgain() {
    var node = through("insert", Fault.ANSWER_LOST);

    assertThat(failureOf(node)).isInstanceOf(PortFailure.OutcomeUnknown.class);
    assertThat(scene.all()).hasSize(1);
    scene.trial().pass(Duration.ofMinutes(2));

    assertThat(scene.all()).isEmpty();
    assertThat(scene.stored().status().backups().active()).isEmpty();
  }

  /** Another start of the node, with a fault for one call. */
  private BackupScene through(String call, Fault fault) {
    var faults = new FaultScript();
    faults.next(call, fault);
    return scene.on(scene.trial().through(faults));
  }

  private static PortFailure failureOf(BackupScene node) {
    try {
      throw new AssertionError(node.order());
    } catch (PortFailure failure) {
      return failure;
    }
  }

  @Test
  void anAttemptThatFailsIsMadeAgain() {
    var node = through("put", Fault.UNAVAILABLE);
    var ordered = node.order().orElseThrow().value();

    node.trial().rest();
    assertThat(scene.find(ordered).state().name()).isEqualTo(BackupState.Name.QUEUED);
    assertThat(scene.find(ordered).tries().error()).isPresent();
    node.trial().pass(Duration.ofMinutes(3));

    var taken = scene.find(ordered);
    assertThat(taken.state().name()).isEqualTo(BackupState.Name.COMPLETED);
    assertThat(taken.tries().count()).isEqualTo(2);
    assertThat(taken.tries().error()).isEmpty();
    assertThat(scene.objects()).isEqualTo(2);
  }

  @Test
  void afterTheLastAttemptItFailsAndIsTold() {
    var faults = new FaultScript();
    faults.always("put", Fault.UNAVAILABLE);
    var node = scene.on(scene.trial().through(faults));
    var ordered = node.order().orElseThrow().value();

    node.trial().pass(Duration.ofHours(2));

    var failed = scene.find(ordered);
    assertThat(failed.state().name()).isEqualTo(BackupState.Name.FAILED);
    assertThat(failed.tries().count()).isEqualTo(5);
    assertThat(scene.stored().status().backups().active()).isEmpty();
    assertThat(scene.objects()).isZero();
    assertThat(told()).contains(EventType.BACKUP_FAILED);
    node.trial().pass(Duration.ofDays(31));
    assertThat(scene.all()).isEmpty();
  }

  @Test
  void aNodeThatDiesInTheMiddleLeavesNothingThatLooksLikeABackup() {
    var ordered = scene.order().orElseThrow().value();

    var dying = scene.trial().through(Incident.crash("ClusterArchives.dump"));
    dying.eutlas().sweepStoreOnce();
    assertThatThrownBy(dying::rest).isInstanceOf(Incident.Crash.class);
    assertThat(scene.find(ordered).state().name()).isEqualTo(BackupState.Name.RUNNING);
    var again = scene.on(scene.trial().restarted());
    again.trial().pass(Duration.ofMinutes(10));

    var taken = scene.find(ordered);
    assertThat(taken.state().name()).isEqualTo(BackupState.Name.COMPLETED);
    assertThat(taken.tries().count()).isEqualTo(2);
  }

  @Test
  void deletingTheClusterEndsTheBackupThatIsTaken() {
    var ordered = scene.order().orElseThrow().value();
    scene.scene().delete(scene.cluster());

    scene.trial().pass(Duration.ofMinutes(5));

    assertThat(scene.trial().stored(scene.cluster().id()).isDeleted()).isTrue();
    assertThat(
            scene
                .scene()
                .site()
                .backups()
                .find(eu.eutlas.testkit.Scopes.everything(), ordered.id()))
        .isEmpty();
  }

  @Test
  void whatIsDeletedLeavesTheStoreToo() {
    var backup = scene.taken();

    scene.delete(backup).orElseThrow();
    scene.trial().settle();

    assertThat(scene.all()).isEmpty();
    assertThat(scene.objects()).isZero();
    assertThat(scene.stored().status().backups().newest()).isEmpty();
    assertThat(told()).contains(EventType.BACKUP_DELETED);
  }

  /** A node that has just started comes upon the deletion before it comes upon its event. */
  @Test
  void aDeletionWaitsForItsEventNoLongerThanNeeded() {
    scene.delete(scene.taken()).orElseThrow();

    scene.trial().restarted().pass(Duration.ofSeconds(10));

    assertThat(scene.objects()).isZero();
    assertThat(told()).contains(EventType.BACKUP_DELETED);
  }

  @Test
  void theNewestOfThoseThatAreLeftIsShown() {
    var older = scene.taken();
    scene.trial().pass(Duration.ofMinutes(1));
    var newer = scene.taken();

    scene.delete(newer).orElseThrow();
    scene.trial().settle();

    assertThat(scene.stored().status().backups().newest().map(GoodBackup::id)).contains(older.id());
  }

  @Test
  void whatIsHeldStays() {
    var backup = scene.taken();
    hold(backup, Optional.of(new Hold.Reason("an audit")));

    assertThat(Trial.refusalOf(scene.delete(backup))).isEqualTo(RefusalCode.BACKUP_HELD);
    scene.trial().site().clock().move(Duration.ofDays(400));
    scene.taken();
    scene.trial().settle();
    assertThat(scene.all()).extracting(Backup::id).contains(backup.id());

    hold(backup, Optional.empty());
    assertThat(scene.delete(backup).map(Backup::id).orElseThrow()).isEqualTo(backup.id());
    scene.trial().settle();
    assertThat(told())
        .containsSubsequence(
            EventType.BACKUP_HELD, EventType.BACKUP_RELEASED, EventType.BACKUP_DELETED);
  }

  @Test
  void whatIsOldGoesAndTheNewestStay() {
    scene.keep(1, 2);
    var first = scene.taken();
    scene.trial().pass(Duration.ofMinutes(1));
    var second = scene.taken();
    scene.trial().pass(Duration.ofMinutes(1));
    var third = scene.taken();

    scene.trial().site().clock().move(A_DAY.multipliedBy(30));
    scene.trial().settle();

    assertThat(scene.all()).extracting(Backup::id).containsExactly(third.id(), second.id());
    assertThat(scene.objects()).isEqualTo(4);
    assertThat(told()).contains(EventType.BACKUP_EXPIRED);
    assertThat(first.keeping().expiresAt()).isPresent();
  }

  @Test
  void theLastGoodOneOfALivingClusterStaysWhateverThePolicySays() {
    scene.keep(1, 0);
    var only = scene.taken();

    scene.trial().site().clock().move(A_DAY.multipliedBy(300));
    scene.trial().settle();

    assertThat(scene.all()).extracting(Backup::id).containsExactly(only.id());
  }

  @Test
  void whatIsBeingReadIsNotRemoved() throws IOException {
    var backup = scene.taken();
    downloaded(backup, new BackupStore.Range(0, 1));

    scene.delete(backup).orElseThrow();
    scene.trial().settle();
    assertThat(scene.objects()).isEqualTo(2);

    scene.trial().site().clock().move(Duration.ofHours(7));
    scene.trial().settle();
    assertThat(scene.objects()).isZero();
  }

  private void hold(Backup backup, Optional<Hold.Reason> reason) {
    scene
        .trial()
        .eutlas()
        .backups()
        .keep()
        .hold(scene.scene().owner(), scene.address(backup), reason)
        .orElseThrow();
    scene.trial().rest();
  }

  private String downloaded(Backup backup, BackupStore.Range range) throws IOException {
    var archive =
        scene
            .trial()
            .eutlas()
            .backups()
            .download()
            .handle(scene.scene().owner(), scene.address(backup))
            .orElseThrow();
    scene.trial().rest();
    try (var in = archive.open(range)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private List<EventType> told() {
    return scene.scene().verdict().toldOf(scene.cluster().id());
  }
}
