package eu.eutlas.domain.cluster;

import static eu.eutlas.domain.Given.NOW;
import static eu.eutlas.domain.cluster.ClusterFixture.aBackup;
import static eu.eutlas.domain.cluster.ClusterFixture.completed;
import static eu.eutlas.domain.cluster.ClusterFixture.someone;
import static eu.eutlas.domain.cluster.ClusterFixture.turn;
import static org.assertj.core.api.Assertions.assertThat;

import eu.eutlas.domain.Given;
import eu.eutlas.domain.RefusalCode;
import eu.eutlas.domain.backup.Backup;
import eu.eutlas.domain.backup.BackupPolicy;
import eu.eutlas.domain.backup.BackupWindow;
import eu.eutlas.domain.backup.ClusterBackups;
import eu.eutlas.domain.backup.GoodBackup;
import eu.eutlas.domain.backup.Retention;
import eu.eutlas.domain.event.Event;
import eu.eutlas.domain.event.EventType;
import eu.eutlas.domain.operation.OperationType;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class ClusterBackupTest {
  private static final BackupPolicy HOURLY =
      new BackupPolicy(true, 1, BackupWindow.ANY, Retention.USUAL, false);
  private static final BackupPolicy OFF =
      new BackupPolicy(false, 24, BackupWindow.ANY, Retention.USUAL, false);

  private final Cluster ready = ClusterFixture.ready();
  private final Backup backup = aBackup(ready);

  @Test
  void oneIsTakenAtATime() {
    var begun = begin(ready, backup);

    assertThat(begun.status().backups().isActive(backup.id())).isTrue();
    assertThat(Given.refusalOf(ClusterBackup.begin(begun, aBackup(ready, 0xb2), turn(NOW))).code())
        .isEqualTo(RefusalCode.BACKUP_IN_PROGRESS);
  }

  @ParameterizedTest
  @EnumSource
  void isTakenOfWhatServesOnly(Stage stage) {
    var cluster = stage.cluster();
    var outcome = ClusterBackup.begin(cluster, aBackup(cluster), turn(NOW));

    if (cluster.state() instanceof ClusterState.Serving) {
      assertThat(outcome.orElseThrow().outbox().events())
          .extracting(Event::type)
          .containsExactly(EventType.BACKUP_REQUESTED);
    } else {
      assertThat(Given.refusalOf(outcome).code()).isNotEqualTo(RefusalCode.BACKUP_IN_PROGRESS);
    }
  }

  @Test
  void aGoodEndIsTheNewestAndTheNextMayBegin() {
    var ended = ClusterBackup.ended(begin(ready, backup), completed(backup));

    assertThat(ended.status().backups().active()).isEmpty();
    assertThat(ended.status().backups().newest()).contains(new GoodBackup(backup.id(), NOW));
    assertThat(begin(ended, aBackup(ready, 0xb2)).status().backups().newest()).isPresent();
  }

  @Test
  void aBadEndLeavesTheNewestAsItWas() {
    var good = ClusterBackup.ended(begin(ready, backup), completed(backup));
    var next = aBackup(ready, 0xb2);

    var ended =
        ClusterBackup.ended(begin(good, next), next.giveUp(ClusterFixture.permanent(), turn(NOW)));

    assertThat(ended.status().backups()).isEqualTo(good.status().backups());
  }

  @Test
  void anEndIsKnownOnceAndOnlyOfTheOneThatIsActive() {
    var begun = begin(ready, backup);
    var ended = ClusterBackup.ended(begun, completed(backup));

    assertThat(ClusterBackup.ended(begun, backup)).isEqualTo(begun);
    assertThat(ClusterBackup.ended(begun, completed(aBackup(ready, 0xb2)))).isEqualTo(begun);
    assertThat(ClusterBackup.ended(ended, completed(backup))).isEqualTo(ended);
  }

  @Test
  void whatIsOnItsWayOutIsNeitherWaitedForNorShown() {
    var good = ClusterBackup.ended(begin(ready, backup), completed(backup));
    var older = new GoodBackup(aBackup(ready, 0xb0).id(), NOW.minusSeconds(1));

    assertThat(newest(ClusterBackup.without(good, backup, Optional.of(older)))).contains(older);
    assertThat(newest(ClusterBackup.without(good, backup, Optional.empty()))).isEmpty();
    assertThat(ClusterBackup.without(good, aBackup(ready, 0xb2), Optional.empty())).isEqualTo(good);
    var active = ClusterBackup.without(begin(ready, backup), backup, Optional.empty());
    assertThat(active.status().backups().active()).isEmpty();
  }

  private static Optional<GoodBackup> newest(Cluster cluster) {
    return cluster.status().backups().newest();
  }

  @Test
  void aClusterIsLookedAtWhileItWaitsForABackup() {
    var begun = begin(ClusterBackup.schedule(ready, false, false, NOW), backup);
    var soon = NOW.plusSeconds(600);

    assertThat(begun.status().backups().lookAt()).contains(soon);
    assertThat(ClusterBackup.schedule(begun, false, false, soon).status().backups().lookAt())
        .contains(soon.plusSeconds(600));
    assertThat(ClusterBackup.schedule(begun, true, false, NOW).status().backups().lookAt())
        .hasValueSatisfying(at -> assertThat(at).isBeforeOrEqualTo(soon));
  }

  @Test
  void whatIsNotThereIsNotWaitedFor() {
    var lost = ClusterBackup.lost(begin(ready, backup), turn(NOW));

    assertThat(lost.status().backups().active()).isEmpty();
    assertThat(lost.outbox().events())
        .extracting(Event::type)
        .containsExactly(EventType.BACKUP_REQUESTED, EventType.BACKUP_FAILED);
  }

  @ParameterizedTest
  @EnumSource
  void onlyWhatStopsServersWaitsForABackup(OperationType type) {
    var begun = begin(ready, backup);
    var under = underWay(begun, type);

    var waits =
        switch (type) {
          case RESIZE, UPGRADE, PAUSE, RESTORE -> true;
          case CREATE,
              ROTATE_CREDENTIALS,
              CREATE_DATABASE_USER,
              UPDATE_DATABASE_USER,
              DELETE_DATABASE_USER,
              CHANGE_ACCESS_LIST,
              RESUME,
              DELETE ->
              false;
        };
    assertThat(ClusterBackup.isInTheWay(under)).isEqualTo(waits);
    assertThat(ClusterBackup.isInTheWay(underWay(ready, type))).isFalse();
    assertThat(ClusterBackup.isInTheWay(begun)).isFalse();
  }

  private static Cluster underWay(Cluster cluster, OperationType type) {
    return cluster.with(cluster.status().operation(Optional.of(Given.operation(type, 0xf7))));
  }

  /** Each would wait for the other for ever. */
  @Test
  void aClusterWhosePauseWaitsForItsBackupIsReadAllTheSame() {
    var pausing =
        ClusterChange.pause(begin(ready, backup), ClusterFixture.pauseOperation(), turn(NOW))
            .orElseThrow();

    assertThat(Given.refusalOf(pausing.openEndpoint()).code()).isEqualTo(RefusalCode.NOT_READY);
    assertThat(ClusterBackup.source(pausing).orElseThrow()).isEqualTo(ClusterFixture.HERE);
    assertThat(Given.refusalOf(ClusterBackup.source(ClusterFixture.paused())).code())
        .isEqualTo(RefusalCode.NOT_READY);
    assertThat(ClusterBackup.source(ready).orElseThrow()).isEqualTo(ClusterFixture.HERE);
  }

  @Test
  void deletionEndsTheBackupAndTheSchedule() {
    var deleting =
        ClusterBackup.schedule(begin(ready, backup), true, false, NOW)
            .delete(ClusterFixture.deleteOperation(), turn(NOW))
            .orElseThrow();

    assertThat(deleting.status().backups()).isEqualTo(ClusterBackups.NONE);
    assertThat(ClusterBackup.schedule(deleting, true, false, NOW).status().backups().lookAt())
        .isEmpty();
  }

  @Test
  void theFirstScheduledOneIsTheNextOfThePolicy() {
    var next = ready.settings().backups().next(ready.id(), NOW);

    var scheduled = ClusterBackup.schedule(ready, true, false, NOW);

    assertThat(scheduled.status().backups().nextAt()).contains(next);
    assertThat(scheduled.status().backups().lookAt()).contains(next);
    assertThat(ClusterBackup.isDue(scheduled, next.minusMillis(1))).isFalse();
    assertThat(ClusterBackup.isDue(scheduled, next)).isTrue();
    assertThat(ClusterBackup.schedule(scheduled, true, false, NOW)).isEqualTo(scheduled);
  }

  @Test
  void whatBeganIsFollowedByTheNext() {
    var scheduled = ClusterBackup.schedule(ready, true, false, NOW);
    var due = scheduled.status().backups().nextAt().orElseThrow();

    var begun = ClusterBackup.schedule(scheduled, true, true, due.plusSeconds(1));

    assertThat(begun.status().backups().nextAt())
        .contains(ready.settings().backups().next(ready.id(), due.plusSeconds(1)));
  }

  @Test
  void whatIsDueAndCannotBeginIsLookedAtAgainSoonAndCaughtUpWithOnce() {
    var scheduled = ClusterBackup.schedule(begin(ready, backup), true, false, NOW);
    var later = NOW.plus(Duration.ofDays(9));

    var waiting = ClusterBackup.schedule(scheduled, true, false, later);

    assertThat(ClusterBackup.isDue(scheduled, later)).isFalse();
    assertThat(waiting.status().backups().nextAt())
        .isEqualTo(scheduled.status().backups().nextAt());
    assertThat(waiting.status().backups().lookAt()).contains(later.plusSeconds(600));
    var free = ClusterBackup.ended(waiting, completed(backup));
    assertThat(ClusterBackup.isDue(free, later)).isTrue();
    assertThat(ClusterBackup.isDue(ClusterBackup.schedule(free, true, true, later), later))
        .isFalse();
  }

  @Test
  void thereIsNoScheduleWithoutAPlanThatHasOneOrAPolicyThatWantsOne() {
    var scheduled = ClusterBackup.schedule(ready, true, false, NOW);

    assertThat(ClusterBackup.schedule(scheduled, false, false, NOW).status().backups())
        .isEqualTo(ClusterBackups.NONE);
    var off = ClusterBackup.follow(scheduled, OFF, true, someone(), turn(NOW)).orElseThrow();
    assertThat(off.status().backups()).isEqualTo(ClusterBackups.NONE);
  }

  @Test
  void anotherPolicyMakesTheScheduleAnew() {
    var scheduled = ClusterBackup.schedule(ready, true, false, NOW);

    var hourly = ClusterBackup.follow(scheduled, HOURLY, true, someone(), turn(NOW)).orElseThrow();

    assertThat(hourly.status().backups().nextAt()).contains(HOURLY.next(ready.id(), NOW));
    assertThat(hourly.revision()).isNotEqualTo(scheduled.revision());
    assertThat(hourly.outbox().events())
        .extracting(Event::type)
        .containsExactly(EventType.BACKUP_POLICY_CHANGED);
    assertThat(ClusterBackup.follow(hourly, HOURLY, true, someone(), turn(NOW)).orElseThrow())
        .isEqualTo(hourly);
  }

  private static Cluster begin(Cluster cluster, Backup backup) {
    return ClusterBackup.begin(cluster, backup, turn(NOW)).orElseThrow();
  }
}
