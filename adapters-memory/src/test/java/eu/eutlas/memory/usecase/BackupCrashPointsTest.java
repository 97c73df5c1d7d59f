package eu.eutlas.memory.usecase;

import static org.assertj.core.api.Assertions.assertThat;

import eu.eutlas.application.backup.BackupObjects;
import eu.eutlas.application.backup.BackupStore.Stored;
import eu.eutlas.application.backup.ObjectKey;
import eu.eutlas.domain.backup.Backup;
import eu.eutlas.domain.backup.BackupState;
import eu.eutlas.domain.backup.GoodBackup;
import eu.eutlas.domain.cluster.ClusterState;
import eu.eutlas.domain.event.EventType;
import eu.eutlas.testkit.cluster.Clusters;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * For each call that a backup makes outside in its life: the call fails, its answer is lost, or the
 * process ends just before it. Afterwards there is one good backup or none, nothing waits for it
 * for ever, and what it came to is told once.
 */
final class BackupCrashPointsTest {
  private static final int ALL = 1_000;
  private static final Duration TRIED_AGAIN = Duration.ofMinutes(12);

  private static void take(BackupScene scene, Incident incident) {
    var node = scene.on(scene.trial().through(incident));
    Mishap.endure(() -> node.order().orElseThrow());
    Mishap.endure(node.trial()::settle);
  }

  @TestFactory
  Stream<DynamicTest> aBackupIsWholeOrWasNeverOrderedWhateverBefallsACall() {
    return ofEachCall(
        BackupCrashPointsTest::take,
        (scene, incident) -> {
          take(scene, incident);

          afterTheNextStart(scene);
          holds(scene);
          var backups = scene.all();
          assertThat(backups).hasSizeLessThanOrEqualTo(1).allMatch(BackupCrashPointsTest::isGood);
          assertThat(told(scene))
              .isEqualTo(
                  backups.isEmpty()
                      ? List.of()
                      : List.of(EventType.BACKUP_REQUESTED, EventType.BACKUP_COMPLETED));
          scene.order().orElseThrow();
        });
  }

  /** A pause waits for the backup, so neither may wait for the other for ever. */
  @TestFactory
  Stream<DynamicTest> aPauseIsNotHeldUpForEverWhateverBefallsACallOfTheBackup() {
    return ofEachCall(
        BackupCrashPointsTest::take,
        (scene, incident) -> {
          var node = scene.on(scene.trial().through(incident));
          Mishap.endure(() -> node.order().orElseThrow());
          scene.scene().pause(scene.cluster());
          Mishap.endure(node.trial()::settle);

          afterTheNextStart(scene);
          holds(scene);
          assertThat(scene.scene().state(scene.cluster())).isEqualTo(ClusterState.Name.PAUSED);
          assertThat(scene.all()).allMatch(BackupCrashPointsTest::isGood);
        });
  }

  private static void delete(BackupScene scene, Backup backup, Incident incident) {
    var node = scene.on(scene.trial().through(incident));
    Mishap.endure(() -> node.delete(backup).orElseThrow());
    Mishap.endure(node.trial()::settle);
  }

  @TestFactory
  Stream<DynamicTest> aBackupIsDeletedWhollyOrIsAsItWasWhateverBefallsACall() {
    return ofEachCall(
        (scene, incident) -> delete(scene, scene.taken(), incident),
        (scene, incident) -> {
          delete(scene, scene.taken(), incident);

          afterTheNextStart(scene);
          holds(scene);
          assertThat(scene.all()).allMatch(BackupCrashPointsTest::isGood);
          assertThat(told(scene).stream().filter(EventType.BACKUP_DELETED::equals))
              .hasSize(scene.all().isEmpty() ? 1 : 0);
        });
  }

  private static void expire(BackupScene scene, Incident incident) {
    scene.keep(1, 1);
    scene.taken();
    scene.trial().pass(Duration.ofMinutes(1));
    scene.taken();
    scene.trial().site().clock().move(Duration.ofDays(3));
    Mishap.endure(scene.trial().through(incident)::settle);
  }

  @TestFactory
  Stream<DynamicTest> aBackupWhoseTimeIsOverGoesOnceWhateverBefallsACall() {
    return ofEachCall(
        BackupCrashPointsTest::expire,
        (scene, incident) -> {
          expire(scene, incident);

          afterTheNextStart(scene);
          holds(scene);
          assertThat(scene.all()).hasSize(1).allMatch(BackupCrashPointsTest::isGood);
          assertThat(told(scene).stream().filter(EventType.BACKUP_EXPIRED::equals)).hasSize(1);
        });
  }

  @Test
  void theCallsOfALifeReachEveryPortThatItNeeds() {
    var taking = Incident.none();
    take(BackupScene.set(), taking);
    var deleting = Incident.none();
    var scene = BackupScene.set();
    delete(scene, scene.taken(), deleting);

    assertThat(taking.calls())
        .contains(
            "BackupRepository.insert",
            "BackupRepository.save",
            "BackupRepository.drain",
            "ClusterRepository.save",
            "ClusterArchives.estimate",
            "ClusterArchives.dump",
            "BackupStore.put",
            "Leases.take",
            "Leases.release",
            "EventLog.append");
    assertThat(deleting.calls())
        .contains("BackupStore.list", "BackupStore.delete", "BackupRepository.remove");
  }

  private static Stream<DynamicTest> ofEachCall(
      BiConsumer<BackupScene, Incident> life, BiConsumer<BackupScene, Incident> test) {
    var counted = Incident.none();
    life.accept(BackupScene.set(), counted);
    return Mishap.ofEach(
        thatMatter(counted.calls()), incident -> test.accept(BackupScene.set(), incident));
  }

  /** After that only sweeps go on, which find nothing. */
  private static List<String> thatMatter(List<String> calls) {
    var last =
        Stream.of("BackupRepository.drain", "BackupRepository.remove", "ClusterRepository.drain")
            .mapToInt(calls::lastIndexOf)
            .max()
            .orElseThrow();
    return calls.subList(0, last + 1);
  }

  private static void afterTheNextStart(BackupScene scene) {
    scene.trial().restarted().pass(TRIED_AGAIN);
  }

  /** Nothing is left undone or waited for, and the store holds what the records say. */
  private static void holds(BackupScene scene) {
    scene.scene().verdict().holds();
    var site = scene.scene().site();
    assertThat(scene.stored().status().backups().active()).isEmpty();
    assertThat(site.backups().withOutbox(ALL)).isEmpty();
    assertThat(site.backups().toTake(Clusters.REGION, site.clock().instant(), ALL)).isEmpty();
    assertThat(site.backups().toTend(site.clock().instant(), ALL)).isEmpty();
    assertThat(scene.stored().status().backups().newest().map(GoodBackup::id))
        .isEqualTo(scene.all().stream().map(Backup::id).findFirst());
    assertThat(keys(scene)).containsAll(wanted(scene));
    site.clock().move(Duration.ofDays(8));
    scene.trial().restarted().forget();
    assertThat(keys(scene)).containsExactlyInAnyOrderElementsOf(wanted(scene));
  }

  private static boolean isGood(Backup backup) {
    return backup.state() instanceof BackupState.Completed;
  }

  private static List<ObjectKey> wanted(BackupScene scene) {
    return scene.all().stream()
        .flatMap(backup -> Stream.of(BackupObjects.archive(backup), BackupObjects.manifest(backup)))
        .toList();
  }

  private static List<ObjectKey> keys(BackupScene scene) {
    return scene.scene().site().archived().store().list("", Optional.empty(), ALL).stream()
        .map(Stored::key)
        .toList();
  }

  private static List<EventType> told(BackupScene scene) {
    return scene.scene().verdict().toldOf(scene.cluster().id()).stream()
        .filter(type -> type.name().startsWith("BACKUP_"))
        .filter(type -> type != EventType.BACKUP_POLICY_CHANGED)
        .toList();
  }
}
