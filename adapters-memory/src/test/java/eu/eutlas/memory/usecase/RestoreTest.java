package eu.eutlas.memory.usecase;

import static eu.eutlas.memory.usecase.BackupScene.ORDERS;
import static eu.eutlas.memory.usecase.Restores.BEFORE;
import static eu.eutlas.memory.usecase.Restores.SINCE;
import static org.assertj.core.api.Assertions.assertThat;

import eu.eutlas.domain.RefusalCode;
import eu.eutlas.domain.backup.BackupState;
import eu.eutlas.domain.backup.BackupTrigger;
import eu.eutlas.domain.backup.Namespace;
import eu.eutlas.domain.backup.Selection;
import eu.eutlas.domain.cluster.ClusterState;
import eu.eutlas.domain.event.EventType;
import eu.eutlas.testkit.fault.Fault;
import eu.eutlas.testkit.fault.FaultScript;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Restores from their order to the comparison, and what can befall them. */
final class RestoreTest {
  private final BackupScene scene = BackupScene.set();
  private final Restores restores = new Restores(scene);

  @Test
  void whatWasBackedUpIsThereAgain() {
    var backup = restores.spoiledAfterBackup();

    restores.into(backup, true).orElseThrow();
    scene.trial().settle();

    assertThat(restores.documents()).isEqualTo(BEFORE);
    assertThat(scene.scene().state(scene.cluster())).isEqualTo(ClusterState.Name.READY);
    assertThat(scene.stored().status().backups().restoration()).isEmpty();
    assertThat(told())
        .containsSubsequence(EventType.CLUSTER_RESTORE_REQUESTED, EventType.CLUSTER_RESTORED);
  }

  @Test
  void whatWasThereBeforeIsSavedFirstAndCanBeRestored() {
    var backup = restores.spoiledAfterBackup();
    restores.into(backup, true).orElseThrow();
    scene.trial().settle();

    var safety = scene.all().getFirst();
    assertThat(safety.order().trigger()).isEqualTo(BackupTrigger.SAFETY);
    assertThat(safety.state()).isInstanceOf(BackupState.Completed.class);
    restores.into(safety, false).orElseThrow();
    scene.trial().settle();

    assertThat(restores.documents()).isEqualTo(SINCE);
    assertThat(scene.all()).hasSize(2);
  }

  @Test
  void nobodyGetsInWhileDataIsReplaced() {
    var backup = restores.spoiledAfterBackup();
    var before = scene.scene().usernames(scene.cluster());
    restores.into(backup, true).orElseThrow();

    scene.trial().pass(scene.stored());
    scene.trial().pass(scene.stored());
    var meanwhile = scene.scene().usernames(scene.cluster());
    scene.trial().settle();

    assertThat(meanwhile).containsExactly("eutlas");
    assertThat(scene.scene().usernames(scene.cluster())).isEqualTo(before);
  }

  @Test
  void aPartIsRestoredUnderAnotherName() {
    var backup = restores.spoiledAfterBackup();
    var what =
        Selection.of(List.of(new Selection.Pick("shop.orders", Optional.of("shop.rescued"))));

    restores.into(backup, what, false).orElseThrow();
    scene.trial().settle();

    assertThat(restores.documents()).isEqualTo(SINCE);
    assertThat(restores.documents(new Namespace("shop", "rescued"))).isEqualTo(BEFORE);
  }

  @Test
  void aNewClusterComesToBeWithTheData() {
    var backup = restores.spoiledAfterBackup();

    var ordered = restores.intoNew(backup, "copy").orElseThrow().value();
    assertThat(ordered.state().name()).isEqualTo(ClusterState.Name.RESTORING);
    scene.trial().settle();

    var made = scene.trial().stored(ordered.id());
    assertThat(made.state().name()).isEqualTo(ClusterState.Name.READY);
    assertThat(made.spec().plan()).isEqualTo(scene.stored().spec().plan());
    assertThat(restores.documents(made, ORDERS)).isEqualTo(BEFORE);
    assertThat(restores.documents()).isEqualTo(SINCE);
    assertThat(scene.scene().usernames(made)).contains("admin");
  }

  @Test
  void twoClustersDoNotGetOneName() {
    var backup = scene.taken();

    var refused = restores.intoNew(backup, scene.cluster().name().value());

    assertThat(Trial.refusalOf(refused)).isEqualTo(RefusalCode.CLUSTER_NAME_TAKEN);
  }

  @Test
  void aBusyClusterIsNotRestoredInto() {
    var backup = scene.taken();
    scene.scene().resize(scene.cluster());

    assertThat(Trial.refusalOf(restores.into(backup, true)))
        .isEqualTo(RefusalCode.OPERATION_IN_PROGRESS);
    assertThat(scene.all()).hasSize(1);
  }

  @Test
  void aClusterThatIsBackedUpIsNotRestoredInto() {
    var backup = scene.taken();
    scene.order().orElseThrow();

    assertThat(Trial.refusalOf(restores.into(backup, true)))
        .isEqualTo(RefusalCode.BACKUP_IN_PROGRESS);
  }

  @Test
  void nothingIsReplacedWithoutTheSafetyBackup() {
    var backup = restores.spoiledAfterBackup();
    var faults = new FaultScript();
    var node = scene.on(scene.trial().through(faults));
    new Restores(node).into(backup, true).orElseThrow();
    scene.delete(scene.all().getFirst()).orElseThrow();

    node.trial().settle();

    assertThat(restores.documents()).isEqualTo(SINCE);
    assertThat(scene.scene().state(scene.cluster())).isEqualTo(ClusterState.Name.READY);
    assertThat(told()).contains(EventType.CLUSTER_OPERATION_FAILED, EventType.CLUSTER_RECOVERED);
    assertThat(scene.scene().usernames(scene.cluster())).contains("admin");
  }

  @Test
  void aDamagedArchiveReplacesNothing() {
    var backup = restores.spoiledAfterBackup();
    restores.damage(backup);

    restores.into(backup, false).orElseThrow();
    scene.trial().settle();

    assertThat(restores.documents()).isEqualTo(SINCE);
    assertThat(scene.scene().state(scene.cluster())).isEqualTo(ClusterState.Name.READY);
    assertThat(told()).contains(EventType.CLUSTER_OPERATION_FAILED);
  }

  @Test
  void theStoreMayBeAwayForAWhile() {
    var backup = restores.spoiledAfterBackup();
    var faults = new FaultScript();
    faults.next("get", Fault.UNAVAILABLE);
    var node = scene.on(scene.trial().through(faults));

    new Restores(node).into(backup, false).orElseThrow();
    node.trial().pass(Duration.ofMinutes(1));

    assertThat(restores.documents()).isEqualTo(BEFORE);
    assertThat(scene.scene().state(scene.cluster())).isEqualTo(ClusterState.Name.READY);
  }

  @Test
  void whatBreaksOffInTheMiddleIsFailedAndOffersWhatWasBefore() {
    var backup = restores.spoiledAfterBackup();
    restores.breakOff(backup, true);

    var failed = scene.stored();
    var safety = scene.all().getFirst();
    assertThat(failed.state()).isInstanceOf(ClusterState.Failed.class);
    assertThat(((ClusterState.Failed) failed.state()).reason())
        .contains(safety.id().value(), "nobody can log in");
    assertThat(scene.scene().usernames(scene.cluster())).containsExactly("eutlas");
    scene.trial().pass(Duration.ofHours(1));
    assertThat(scene.scene().state(scene.cluster())).isEqualTo(ClusterState.Name.FAILED);

    restores.into(safety, true).orElseThrow();
    scene.trial().settle();
    assertThat(restores.documents()).isEqualTo(SINCE);
    assertThat(scene.scene().state(scene.cluster())).isEqualTo(ClusterState.Name.READY);
  }

  @Test
  void whatBrokeOffCanBeTriedAgain() {
    var backup = restores.spoiledAfterBackup();
    restores.breakOff(backup, false);

    restores.retry();
    scene.trial().settle();

    assertThat(restores.documents()).isEqualTo(BEFORE);
    assertThat(scene.scene().state(scene.cluster())).isEqualTo(ClusterState.Name.READY);
  }

  @Test
  void aDeletionEndsARestore() {
    var backup = restores.spoiledAfterBackup();
    restores.into(backup, true).orElseThrow();

    scene.scene().delete(scene.cluster());
    scene.trial().settle();

    assertThat(scene.scene().state(scene.cluster())).isEqualTo(ClusterState.Name.DELETED);
  }

  private List<EventType> told() {
    return scene.scene().verdict().toldOf(scene.cluster().id());
  }
}
