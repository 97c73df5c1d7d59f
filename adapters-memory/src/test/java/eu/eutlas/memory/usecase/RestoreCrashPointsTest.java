package eu.eutlas.memory.usecase;

import static eu.eutlas.memory.usecase.BackupScene.ORDERS;
import static org.assertj.core.api.Assertions.assertThat;

import eu.eutlas.domain.backup.BackupState;
import eu.eutlas.domain.cluster.Cluster;
import eu.eutlas.domain.cluster.ClusterState;
import java.time.Duration;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * A restore with a mishap at each of its calls: the call fails, its answer is lost, or the process
 * ends just before it. Afterwards the cluster has all of the one data or all of the other and
 * serves, or it is FAILED and keeps people out: nobody ever works on what is half replaced.
 */
final class RestoreCrashPointsTest {
  private static final Duration TRIED_AGAIN = Duration.ofMinutes(30);

  private static void restore(BackupScene scene, Incident incident) {
    var backup = new Restores(scene).spoiledAfterBackup();
    var node = scene.on(scene.trial().through(incident));
    Mishap.endure(() -> new Restores(node).into(backup, true).orElseThrow());
    Mishap.endure(node.trial()::settle);
  }

  @TestFactory
  Stream<DynamicTest> aClusterIsAsItWasOrRestoredOrFailedAndLockedWhateverBefallsACall() {
    return ofEachCall(
        RestoreCrashPointsTest::restore,
        (scene, incident) -> {
          restore(scene, incident);

          scene.trial().restarted().pass(TRIED_AGAIN);
          scene.scene().verdict().holds();
          isOneOrTheOtherOrLocked(scene, scene.stored());
          assertThat(scene.stored().status().backups().active()).isEmpty();
          assertThat(scene.all())
              .allMatch(backup -> backup.state() instanceof BackupState.Completed);
        });
  }

  private static void isOneOrTheOtherOrLocked(BackupScene scene, Cluster cluster) {
    var documents = new Restores(scene).documents();
    switch (cluster.state()) {
      case ClusterState.Ready ignored -> {
        assertThat(documents).isIn(List.of(Restores.BEFORE, Restores.SINCE));
        assertThat(scene.scene().usernames(cluster)).contains("admin");
        assertThat(cluster.status().backups().restoration()).isEmpty();
      }
      case ClusterState.Failed(var since, var reason, var during) -> {
        assertThat(scene.scene().usernames(cluster)).containsExactly("eutlas");
        assertThat(reason).contains("nobody can log in", scene.all().getFirst().id().value());
      }
      default -> throw new AssertionError(cluster.state());
    }
  }

  private static void restoreIntoNew(BackupScene scene, Incident incident) {
    var backup = new Restores(scene).spoiledAfterBackup();
    var node = scene.on(scene.trial().through(incident));
    Mishap.endure(() -> new Restores(node).intoNew(backup, "copy").orElseThrow());
    Mishap.endure(node.trial()::settle);
  }

  @TestFactory
  Stream<DynamicTest> aNewClusterIsWholeOrFailedOrWasNeverOrderedWhateverBefallsACall() {
    return ofEachCall(
        RestoreCrashPointsTest::restoreIntoNew,
        (scene, incident) -> {
          restoreIntoNew(scene, incident);

          scene.trial().restarted().pass(TRIED_AGAIN);
          scene.scene().verdict().holds();
          assertThat(new Restores(scene).documents()).isEqualTo(Restores.SINCE);
          new Restores(scene).others().forEach(made -> isWholeOrFailed(scene, made));
        });
  }

  private static void isWholeOrFailed(BackupScene scene, Cluster made) {
    switch (made.state()) {
      case ClusterState.Ready ignored ->
          assertThat(new Restores(scene).documents(made, ORDERS)).isEqualTo(Restores.BEFORE);
      case ClusterState.Failed ignored ->
          assertThat(scene.scene().usernames(made)).doesNotContain("admin");
      default -> throw new AssertionError(made.state());
    }
  }

  @Test
  void theCallsOfARestoreReachEveryPortThatItNeeds() {
    var restoring = Incident.none();
    restore(BackupScene.set(), restoring);

    assertThat(restoring.calls())
        .contains(
            "ClusterArchives.dump",
            "ClusterArchives.verify",
            "ClusterArchives.restore",
            "ClusterArchives.sums",
            "BackupStore.get",
            "TenantDatabase.ensureUsers");
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
    return calls.subList(0, calls.lastIndexOf("ClusterRepository.drain") + 1);
  }
}
