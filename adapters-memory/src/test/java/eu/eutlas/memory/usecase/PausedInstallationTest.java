package eu.eutlas.memory.usecase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import eu.eutlas.application.backup.BackupStore;
import eu.eutlas.application.backup.ObjectKey;
import eu.eutlas.application.installation.Findings;
import eu.eutlas.application.installation.ReadInstallation.Standing;
import eu.eutlas.domain.RefusalCode;
import eu.eutlas.domain.cluster.Cluster;
import eu.eutlas.domain.cluster.ClusterState;
import eu.eutlas.domain.cluster.Maintenance;
import eu.eutlas.domain.cluster.MaintenanceReason;
import eu.eutlas.domain.event.Initiator;
import eu.eutlas.domain.identity.Actor;
import eu.eutlas.domain.identity.CorrelationId;
import eu.eutlas.domain.organization.Permission;
import eu.eutlas.testkit.PinnedClock;
import eu.eutlas.testkit.cluster.Clusters;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** An installation whose metadata was restored: it observes and reports until it is resumed. */
final class PausedInstallationTest {
  private static final Duration LONG = Duration.ofHours(3);

  /** What reaches out of EUTLAS and changes something there. */
  private static final Set<String> ACTS =
      Set.of(
          "DataPlane.provision",
          "DataPlane.stop",
          "DataPlane.admit",
          "DataPlane.deprovision",
          "TenantDatabase.ensureUsers",
          "TenantDatabase.tryLogin",
          "ClusterArchives.dump",
          "ClusterArchives.restore",
          "BackupStore.put",
          "BackupStore.delete",
          "Mailer.send");

  private final BackupScene set = BackupScene.at("DAILY");
  private final Scene scene = set.scene();
  private final Actor.Person administrator = administrator();

  @Test
  void nothingIsDoneOutside() {
    everythingIsDue();
    var heard = Incident.none();
    var node = scene.through(heard);
    pause();

    node.trial().pass(LONG);
    node.trial().forget();

    assertThat(heard.calls()).doesNotContainAnyElementsOf(ACTS);
    assertThat(heard.calls()).contains("DataPlane.observeAll");
  }

  /** Otherwise the test above would say nothing. */
  @Test
  void withoutAPauseAllOfThatIsDone() {
    everythingIsDue();
    var heard = Incident.none();
    var node = scene.through(heard);

    node.trial().pass(LONG);
    node.trial().forget();

    assertThat(heard.calls())
        .contains(
            "DataPlane.provision",
            "DataPlane.deprovision",
            "ClusterArchives.dump",
            "BackupStore.put",
            "BackupStore.delete",
            "Mailer.send");
  }

  @Test
  void aDurableJobDrivesNothingEither() {
    scene.resize(set.cluster());
    var heard = Incident.none();
    var node = scene.through(heard);
    pause();

    node.trial().pass(set.stored());

    assertThat(heard.calls()).contains("ClusterRepository.save");
    assertThat(heard.calls()).noneMatch(call -> call.startsWith("DataPlane."));
  }

  @Test
  void whatActsOutsideIsRefusedAndWhatReadsIsNot() {
    var refused =
        Deeds.table().entrySet().stream()
            .filter(row -> isRefusedForThePause(row.getValue()))
            .map(Map.Entry::getKey)
            .toList();

    assertThat(refused)
        .doesNotContain(
            "clusters.read.handle",
            "clusters.list.ofProject",
            "clusters.credentials.handle",
            "operations.list.handle",
            "events.list.handle",
            "projects.create.handle")
        .contains(
            "backups.keep.delete",
            "backups.keep.hold",
            "backups.order.handle",
            "backups.policies.change",
            "clusters.accessLists.add",
            "clusters.accessLists.remove",
            "clusters.create.handle",
            "clusters.databaseUsers.create",
            "clusters.databaseUsers.delete",
            "clusters.databaseUsers.update",
            "clusters.delete.handle",
            "clusters.pause.handle",
            "clusters.resize.handle",
            "clusters.resume.handle",
            "clusters.rotate.handle",
            "clusters.testConnection.handle",
            "clusters.update.handle",
            "clusters.upgrade.handle",
            "operations.cancel.handle",
            "operations.retry.handle");
  }

  @Test
  void whoMayNotDoItLearnsNothingOfThePause() {
    var stranger = scene.trial().person("eve");
    pause();

    assertThat(Trial.refusalOf(scene.trial().delete(stranger, set.cluster())))
        .isEqualTo(RefusalCode.NOT_FOUND);
  }

  @Test
  void administratorsSeeWhatIsMissingAndWhatIsUnknown() {
    pause();
    scene.site().region().deprovision(set.cluster().id());
    scene.site().region().provision(TroubleTest.orderOf(Clusters.id(77)));

    scene.trial().pass(Duration.ofMinutes(1));

    var standing = standing();
    assertThat(standing.pause()).contains(restored());
    assertThat(standing.findings())
        .extracting(
            Findings.Finding::known,
            Findings.Finding::missing,
            Findings.Finding::unknown,
            Findings.Finding::firstMissing)
        .containsExactly(tuple(1L, 1L, 1L, List.of(set.cluster().id())));
  }

  @Test
  void resumedItGoesOnWithAllOfTheTimeThatOperationsHad() {
    scene.resize(set.cluster());
    pause();
    scene.trial().pass(LONG);

    var resumed = scene.trial().eutlas().installation().resume().handle(administrator);

    assertThat(resumed.orElseThrow().pause()).isEmpty();
    scene.trial().settle();
    assertThat(scene.state(set.cluster())).isEqualTo(ClusterState.Name.READY);
    assertThat(set.stored().spec().plan()).hasToString("SMALL");
    assertThat(scene.trial().eutlas().installation().resume().handle(administrator).orElseThrow())
        .as("resuming can be repeated")
        .isEqualTo(standing());
    scene.verdict().holds();
  }

  @Test
  void anotherNodeNoticesWithinTwoSeconds() {
    pause();
    var other = scene.on(scene.trial().secondNode());
    assertThat(Trial.refusalOf(other.trial().resize(scene.owner(), set.cluster(), "SMALL")))
        .isEqualTo(RefusalCode.INSTALLATION_PAUSED);

    scene.trial().eutlas().installation().resume().handle(administrator).orElseThrow();
    scene.site().clock().move(Duration.ofSeconds(2));

    other.resize(set.cluster());
  }

  @Test
  void theTableOfPermissionsSaysWhichActOutside() {
    assertThat(Permission.values())
        .filteredOn(permission -> !permission.actsOutside())
        .extracting(Enum::name)
        .allMatch(name ->
            name.startsWith("READ_") || name.contains("PROJECT") || name.equals("DOWNLOAD_BACKUP"));
  }

  /** An operation, a creation, a backup by schedule, one that goes, an orphan and a mail. */
  private void everythingIsDue() {
    var backup = set.taken();
    set.delete(backup).orElseThrow();
    orphan();
    var second = ordered();
    scene.trial().settle();
    scene.site().clock().move(Duration.ofDays(8));
    scene.trial().signUp("newcomer");
    scene.delete(second);
    var unused = ordered();
  }

  private Cluster ordered() {
    var project = scene.trial().project(scene.owner(), scene.trial().organization(scene.owner()));
    return scene.trial().create(scene.owner(), Trial.order(project.id())).orElseThrow().value();
  }

  private void orphan() {
    var id = Clusters.id(5).value();
    store().put(new ObjectKey("%s/%s/%s/1/archive.gz".formatted(id, id, id)), out -> out.write(1));
  }

  private BackupStore store() {
    return scene.site().archived().store();
  }

  /** What the deed needs before it is refused in the same way. */
  private static boolean isRefusedForThePause(Deeds.Row row) {
    var tenants = Tenants.set();
    tenants.scene().site().maintenance().beginPause(restored());
    tenants.scene().site().clock().move(Duration.ofSeconds(2));
    try {
      return Trial.refusal(row.deed().by(tenants.scene().owner(), tenants))
          .filter(refusal -> refusal.code() == RefusalCode.INSTALLATION_PAUSED)
          .isPresent();
    } catch (IllegalStateException refusedBefore) {
      return String.valueOf(refusedBefore.getMessage())
          .contains(RefusalCode.INSTALLATION_PAUSED.name());
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private Standing standing() {
    return scene.trial().eutlas().installation().read().handle(administrator).orElseThrow();
  }

  private Actor.Person administrator() {
    var trial = scene.trial();
    trial.person("root");
    var machine = new Actor.Machine("console", new CorrelationId("machine"));
    trial
        .eutlas()
        .identity()
        .grantAdministration()
        .handle(machine, Trial.email("root"))
        .orElseThrow();
    scene.site().clock().move(Duration.ofSeconds(3));
    return trial.authenticate(trial.logIn("root")).orElseThrow();
  }

  private void pause() {
    scene.site().maintenance().beginPause(restored());
    scene.site().clock().move(Duration.ofSeconds(2));
  }

  private static Maintenance restored() {
    return new Maintenance(
        new MaintenanceReason("Its metadata was restored."),
        PinnedClock.START,
        Optional.of(Initiator.EUTLAS));
  }
}
