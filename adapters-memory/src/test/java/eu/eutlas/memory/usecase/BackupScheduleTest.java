package eu.eutlas.memory.usecase;

import static org.assertj.core.api.Assertions.assertThat;

import eu.eutlas.application.cluster.LabelPatch;
import eu.eutlas.application.cluster.UpdateCluster;
import eu.eutlas.application.operation.Jobs;
import eu.eutlas.domain.backup.Backup;
import eu.eutlas.domain.backup.BackupPolicy;
import eu.eutlas.domain.backup.BackupState;
import eu.eutlas.domain.backup.BackupTrigger;
import eu.eutlas.domain.backup.BackupWindow;
import eu.eutlas.domain.backup.Retention;
import eu.eutlas.domain.event.EventType;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Backups that nobody asks for. */
final class BackupScheduleTest {
  private static final Duration A_DAY = Duration.ofDays(1);

  @Test
  void aClusterWhosePlanHasThemIsBackedUpEachDay() {
    var scene = BackupScene.at("DAILY");

    days(scene, 3);

    assertThat(scene.all())
        .hasSize(3)
        .allSatisfy(backup -> {
          assertThat(backup.order().trigger()).isEqualTo(BackupTrigger.SCHEDULED);
          assertThat(backup.contents()).isPresent();
        });
  }

  @Test
  void aClusterWhosePlanHasNoneIsLeftAlone() {
    var scene = BackupScene.set();

    days(scene, 2);

    assertThat(scene.all()).isEmpty();
    assertThat(scene.stored().status().backups().lookAt()).isEmpty();
  }

  @Test
  void whatWasMissedIsCaughtUpWithOnce() {
    var scene = BackupScene.at("DAILY");
    scene.trial().site().clock().move(A_DAY.multipliedBy(5));

    scene.trial().settle();

    assertThat(scene.all()).hasSize(1);
  }

  @Test
  void whatIsDueWhileItIsPausedIsTakenSoonAfter() {
    var scene = BackupScene.at("DAILY");
    scene.scene().pause(scene.cluster());
    scene.trial().settle();
    days(scene, 2);
    assertThat(scene.all()).isEmpty();

    scene.scene().resume(scene.cluster());
    scene.trial().pass(Duration.ofMinutes(15));

    assertThat(scene.all()).hasSize(1);
  }

  @Test
  void aPolicyThatIsSwitchedOffEndsThem() {
    var scene = BackupScene.at("DAILY");
    scene.follow(new BackupPolicy(false, 24, BackupWindow.ANY, Retention.USUAL, false));

    days(scene, 2);

    assertThat(scene.all()).isEmpty();
    assertThat(scene.scene().verdict().toldOf(scene.cluster().id()))
        .contains(EventType.BACKUP_POLICY_CHANGED);
  }

  @Test
  void aPolicySaysHowOftenAndWhen() {
    var scene = BackupScene.at("DAILY");
    var window = new BackupWindow(3, 2, ZoneId.of("Europe/Berlin"));
    scene.follow(new BackupPolicy(true, 24, window, Retention.USUAL, false));

    days(scene, 2);

    assertThat(scene.all())
        .hasSize(2)
        .allSatisfy(backup ->
            assertThat(backup.order().at().atZone(window.zone()).getHour()).isBetween(3, 4));
  }

  @Test
  void ofTwoNodesThatSweepAtOnceOneBegins() {
    var scene = BackupScene.at("DAILY");
    var second = scene.on(scene.trial().secondNode());
    scene.trial().site().clock().move(A_DAY.plusHours(1));

    scene.trial().eutlas().sweepStoreOnce();
    second.trial().eutlas().sweepStoreOnce();
    second.trial().rest();
    scene.trial().rest();

    assertThat(scene.all()).hasSize(1);
  }

  @Test
  void otherLabelsLeaveThePolicyAsItIs() {
    var scene = BackupScene.at("DAILY");
    scene.keep(30, 1);
    var policy = scene.stored().settings().backups();
    var address = Trial.address(scene.cluster());

    scene
        .trial()
        .eutlas()
        .clusters()
        .update()
        .handle(
            scene.scene().owner(),
            new UpdateCluster.Command(
                address, new LabelPatch.Keep(), Optional.of(true), Optional.empty()))
        .orElseThrow();

    assertThat(scene.stored().settings().deletionProtection()).isTrue();
    assertThat(scene.stored().settings().backups()).isEqualTo(policy);
  }

  @Test
  void aJobFollowsEachBackup() {
    var scene = BackupScene.at("DAILY");
    days(scene, 1);
    scene.trial().site().jobs().lose(true);
    var ordered = scene.order().orElseThrow().value();
    assertThat(scene.trial().site().jobs().backups()).hasSize(1);

    scene.trial().site().jobs().lose(false);
    scene.trial().restarted().eutlas().sweepStoreOnce();

    assertThat(scene.trial().site().jobs().backups()).contains(Jobs.BackupTicket.of(ordered));
  }

  @Test
  void whatAJobFollowsIsTakenWhenItIsDue() {
    var scene = BackupScene.set();
    var ticket = Jobs.BackupTicket.of(scene.order().orElseThrow().value());
    var other = scene.on(scene.trial().restarted());

    var seen = other.trial().eutlas().backups().follow().handle(ticket);
    other.trial().rest();

    assertThat(seen.map(backup -> backup.state().name())).contains(BackupState.Name.QUEUED);
    assertThat(other.trial().eutlas().backups().follow().handle(ticket).flatMap(Backup::contents))
        .isPresent();
  }

  /** Its order stood still for so long that it was taken back, and then the cluster accepted it. */
  @Test
  void whatAClusterWaitsForAndIsNotThereIsGivenUp() {
    var scene = BackupScene.set();
    var ordered = scene.order().orElseThrow().value();
    scene.scene().site().backups().remove(ordered.id());

    scene.trial().restarted().pass(Duration.ofMinutes(11));

    assertThat(scene.stored().status().backups().active()).isEmpty();
    assertThat(scene.scene().verdict().toldOf(scene.cluster().id()))
        .endsWith(EventType.BACKUP_REQUESTED, EventType.BACKUP_FAILED);
    assertThat(scene.taken().contents()).isPresent();
  }

  /** In steps of ten minutes, because nothing else happens. */
  private static void days(BackupScene scene, int days) {
    for (var step = 0; step < days * 144; step++) {
      scene.trial().site().clock().move(Duration.ofMinutes(10));
      scene.trial().eutlas().sweepStoreOnce();
      scene.trial().rest();
    }
  }
}
