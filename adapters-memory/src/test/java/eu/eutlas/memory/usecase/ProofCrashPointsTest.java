package eu.eutlas.memory.usecase;

import static org.assertj.core.api.Assertions.assertThat;

import eu.eutlas.domain.backup.Backup;
import eu.eutlas.domain.event.EventType;
import eu.eutlas.testkit.cluster.Clusters;
import java.time.Duration;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * For each call that a proof makes outside: the call fails, its answer is lost, or the process ends
 * just before it. Afterwards the backup is proved or nobody ever wished it, that is told once, and
 * no throw-away cluster is left.
 */
final class ProofCrashPointsTest {
  private static final int ALL = 1_000;
  private static final Duration TRIED_AGAIN = Duration.ofMinutes(12);

  private static Backup prove(BackupScene scene, Incident incident) {
    var backup = scene.taken();
    scene.scene().site().region().takes(1);
    var node = scene.on(scene.trial().through(incident));
    Mishap.endure(() -> node.prove(backup).orElseThrow());
    Mishap.endure(node.trial()::settle);
    return backup;
  }

  @TestFactory
  Stream<DynamicTest> aProofComesToItsEndAndLeavesNothingWhateverBefallsACall() {
    return ofEachCall(
        ProofCrashPointsTest::prove,
        (scene, incident) -> {
          var backup = prove(scene, incident);

          holds(scene);
          var proof = scene.find(backup).keeping().proof();
          assertThat(scene.stored().status().backups().proved()).isEqualTo(proof);
          assertThat(scene.find(backup).keeping().proving().isPresent())
              .isEqualTo(proof.isPresent());
          assertThat(told(scene))
              .isEqualTo(proof.map(at -> EventType.BACKUP_PROVED).stream().toList());
          scene.prove(backup).orElseThrow();
        });
  }

  private static void delete(BackupScene scene, Incident incident) {
    var backup = scene.taken();
    scene.scene().site().region().takes(2);
    scene.prove(backup).orElseThrow();
    scene.trial().pass(Duration.ofSeconds(4));
    var node = scene.on(scene.trial().through(incident));
    Mishap.endure(() -> node.delete(backup).orElseThrow());
    Mishap.endure(node.trial()::settle);
  }

  @TestFactory
  Stream<DynamicTest> aBackupThatIsDeletedDuringItsProofLeavesNothingWhateverBefallsACall() {
    return ofEachCall(
        ProofCrashPointsTest::delete,
        (scene, incident) -> {
          delete(scene, incident);

          holds(scene);
          assertThat(scene.all().isEmpty()).isEqualTo(scene.objects() == 0);
          assertThat(told(scene)).hasSize(scene.all().isEmpty() ? 0 : 1);
        });
  }

  @Test
  void theCallsOfAProofReachEveryPortThatItNeeds() {
    var calls = Incident.none();

    prove(BackupScene.set(), calls);

    assertThat(calls.calls())
        .contains(
            "BackupRepository.throwAways",
            "BackupRepository.save",
            "ClusterRepository.save",
            "ClusterArchives.verify",
            "ClusterArchives.restore",
            "ClusterArchives.sums",
            "BackupStore.get",
            "DataPlane.provision",
            "DataPlane.deprovision",
            "TenantDatabase.authenticate",
            "EventLog.append");
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
        Stream.of("BackupRepository.save", "BackupRepository.drain", "BackupRepository.remove")
            .mapToInt(calls::lastIndexOf)
            .max()
            .orElseThrow();
    return calls.subList(0, last + 1);
  }

  private static void holds(BackupScene scene) {
    scene.trial().restarted().pass(TRIED_AGAIN);
    scene.scene().verdict().holds();
    var site = scene.scene().site();
    assertThat(scene.throwAways()).isEmpty();
    assertThat(site.backups().withOutbox(ALL)).isEmpty();
    assertThat(site.backups().toProve(Clusters.REGION, site.clock().instant(), ALL)).isEmpty();
    assertThat(site.unknownResources().findIn(Clusters.REGION, ALL)).isEmpty();
  }

  private static List<EventType> told(BackupScene scene) {
    return scene.scene().verdict().toldOf(scene.cluster().id()).stream()
        .filter(type -> type.name().startsWith("BACKUP_PRO"))
        .toList();
  }
}
