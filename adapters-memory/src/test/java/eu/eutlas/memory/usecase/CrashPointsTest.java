package eu.eutlas.memory.usecase;

import static org.assertj.core.api.Assertions.assertThat;

import eu.eutlas.domain.cluster.Cluster;
import eu.eutlas.domain.cluster.ClusterObservation;
import eu.eutlas.domain.cluster.ClusterState;
import eu.eutlas.domain.cluster.PlanId;
import eu.eutlas.domain.event.EventType;
import eu.eutlas.domain.operation.Operation;
import eu.eutlas.domain.operation.OperationState;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * For each call that creating, changing and deleting a cluster make outside: the call fails, its
 * answer is lost, or the process ends just before it. Afterwards everything settles.
 */
final class CrashPointsTest {
  private static final List<EventType> CREATED =
      List.of(EventType.CLUSTER_CREATION_REQUESTED, EventType.CLUSTER_READY);
  private static final List<EventType> RESIZED =
      List.of(
          EventType.CLUSTER_CREATION_REQUESTED,
          EventType.CLUSTER_READY,
          EventType.CLUSTER_RESIZE_REQUESTED,
          EventType.CLUSTER_RESIZED);
  private static final List<EventType> ROTATED =
      List.of(
          EventType.CLUSTER_CREATION_REQUESTED,
          EventType.CLUSTER_READY,
          EventType.CLUSTER_ROTATION_REQUESTED,
          EventType.CLUSTER_CREDENTIALS_ROTATED,
          EventType.CLUSTER_CREDENTIALS_ENDED);

  /** Less than what it takes to settle, so that the end is seen, too. */
  private static final int MINUTES_OF_OVERLAP = 2;

  private static final List<EventType> PAUSED =
      List.of(
          EventType.CLUSTER_CREATION_REQUESTED,
          EventType.CLUSTER_READY,
          EventType.CLUSTER_PAUSE_REQUESTED,
          EventType.CLUSTER_PAUSED);
  private static final List<EventType> PAUSED_AND_RESUMED =
      List.of(
          EventType.CLUSTER_CREATION_REQUESTED,
          EventType.CLUSTER_READY,
          EventType.CLUSTER_PAUSE_REQUESTED,
          EventType.CLUSTER_PAUSED,
          EventType.CLUSTER_RESUME_REQUESTED,
          EventType.CLUSTER_RESUMED);
  private static final List<EventType> CREATED_AND_DELETED =
      List.of(
          EventType.CLUSTER_CREATION_REQUESTED,
          EventType.CLUSTER_READY,
          EventType.CLUSTER_DELETION_REQUESTED,
          EventType.CLUSTER_DELETED);

  private static void create(Scene scene, Incident incident) {
    var node = scene.through(incident);
    asFarAsItGoes(node::order, node.trial());
  }

  private static void delete(Scene scene, Cluster cluster, Incident incident) {
    var node = scene.through(incident);
    asFarAsItGoes(() -> node.delete(cluster), node.trial());
  }

  private static void resize(Scene scene, Cluster cluster, Incident incident) {
    var node = scene.through(incident);
    asFarAsItGoes(() -> node.resize(cluster), node.trial());
  }

  private static void pause(Scene scene, Cluster cluster, Incident incident) {
    var node = scene.through(incident);
    asFarAsItGoes(() -> node.pause(cluster), node.trial());
  }

  private static void resume(Scene scene, Cluster cluster, Incident incident) {
    var node = scene.through(incident);
    asFarAsItGoes(() -> node.resume(cluster), node.trial());
  }

  private static void asFarAsItGoes(Runnable request, Trial node) {
    Mishap.endure(request);
    Mishap.endure(node::settle);
  }

  /** The next start of the node finds what is left. */
  private static Verdict afterTheNextStart(Scene scene) {
    scene.trial().restarted().settle();
    return scene.verdict();
  }

  @TestFactory
  Stream<DynamicTest> creationSettlesWhateverBefallsACall() {
    var counted = Incident.none();
    create(Scene.set(), counted);
    return Mishap.ofEach(thatMatter(counted.calls()), CrashPointsTest::creationSettles);
  }

  private static void creationSettles(Incident incident) {
    var scene = Scene.set();

    create(scene, incident);

    var verdict = afterTheNextStart(scene);
    verdict.holds();
    assertThat(verdict.clusters()).hasSizeLessThanOrEqualTo(1);
    assertThat(verdict.clusters())
        .allSatisfy(cluster -> {
          assertThat(cluster.state().name()).isEqualTo(ClusterState.Name.READY);
          assertThat(verdict.toldOf(cluster.id())).isEqualTo(CREATED);
        });
    theNameIsFreeOrTheCluster(scene, verdict);
  }

  private static void theNameIsFreeOrTheCluster(Scene scene, Verdict verdict) {
    if (verdict.living().isEmpty()) {
      scene.readyCluster();
      verdict.holds();
    }
    assertThat(verdict.living()).hasSize(1);
  }

  @TestFactory
  Stream<DynamicTest> deletionSettlesWhateverBefallsACall() {
    var counted = Incident.none();
    var scene = Scene.set();
    delete(scene, scene.readyCluster(), counted);
    return Mishap.ofEach(thatMatter(counted.calls()), CrashPointsTest::deletionSettles);
  }

  private static void deletionSettles(Incident incident) {
    var scene = Scene.set();
    var cluster = scene.readyCluster();

    delete(scene, cluster, incident);

    var verdict = afterTheNextStart(scene);
    verdict.holds();
    if (verdict.living().isEmpty()) {
      assertThat(verdict.toldOf(cluster.id())).isEqualTo(CREATED_AND_DELETED);
      assertThat(verdict.endedOf(cluster.id()))
          .extracting(Operation::state)
          .containsExactly(OperationState.SUCCEEDED, OperationState.SUCCEEDED);
      scene.readyCluster();
      verdict.holds();
    } else {
      assertThat(verdict.toldOf(cluster.id())).isEqualTo(CREATED);
    }
  }

  @TestFactory
  Stream<DynamicTest> anotherPlanSettlesWhateverBefallsACall() {
    var counted = Incident.none();
    var scene = Scene.set();
    resize(scene, scene.readyCluster(), counted);
    return Mishap.ofEach(thatMatter(counted.calls()), CrashPointsTest::anotherPlanSettles);
  }

  private static void anotherPlanSettles(Incident incident) {
    var scene = Scene.set();
    var cluster = scene.readyCluster();

    resize(scene, cluster, incident);

    var verdict = afterTheNextStart(scene);
    verdict.holds();
    var settled = verdict.living().getFirst();
    assertThat(scene.site().region().observe(cluster.id()))
        .isInstanceOfSatisfying(
            ClusterObservation.Running.class,
            running -> assertThat(running.generation()).isEqualTo(settled.spec().generation()));
    var accepted = settled.spec().plan().equals(new PlanId("SMALL"));
    assertThat(verdict.toldOf(cluster.id())).isEqualTo(accepted ? RESIZED : CREATED);
  }

  private static void rotate(Scene scene, Cluster cluster, Incident incident) {
    var node = scene.through(incident);
    asFarAsItGoes(
        () -> node.trial().rotate(node.owner(), cluster, MINUTES_OF_OVERLAP), node.trial());
  }

  @TestFactory
  Stream<DynamicTest> anotherLoginAndTheEndOfTheFormerSettleWhateverBefallsACall() {
    var counted = Incident.none();
    var scene = Scene.set();
    rotate(scene, scene.readyCluster(), counted);
    return Mishap.ofEach(thatMatter(counted.calls()), CrashPointsTest::anotherLoginSettles);
  }

  private static void anotherLoginSettles(Incident incident) {
    var scene = Scene.set();
    var cluster = scene.readyCluster();

    rotate(scene, cluster, incident);

    var verdict = afterTheNextStart(scene);
    verdict.holds();
    var users = verdict.living().getFirst().spec().users();
    assertThat(users.outgoing()).isEmpty();
    var told = verdict.toldOf(cluster.id());
    assertThat(told).isEqualTo(users.version() == 1 ? CREATED : ROTATED);
    assertThat(scene.usernames(cluster))
        .containsExactlyInAnyOrder("eutlas", users.customer().username());
  }

  @TestFactory
  Stream<DynamicTest> aPauseSettlesWhateverBefallsACall() {
    var counted = Incident.none();
    var scene = Scene.set();
    pause(scene, scene.readyCluster(), counted);
    assertThat(counted.calls()).contains("DataPlane.stop");
    return Mishap.ofEach(thatMatter(counted.calls()), CrashPointsTest::pauseSettles);
  }

  private static void pauseSettles(Incident incident) {
    var scene = Scene.set();
    var cluster = scene.readyCluster();

    pause(scene, cluster, incident);

    var verdict = afterTheNextStart(scene);
    verdict.holds();
    var accepted = scene.state(cluster) == ClusterState.Name.PAUSED;
    assertThat(scene.site().region().observe(cluster.id()))
        .isInstanceOf(
            accepted ? ClusterObservation.Stopped.class : ClusterObservation.Running.class);
    assertThat(verdict.toldOf(cluster.id())).isEqualTo(accepted ? PAUSED : CREATED);
  }

  @TestFactory
  Stream<DynamicTest> resumingSettlesWhateverBefallsACall() {
    var counted = Incident.none();
    var scene = Scene.set();
    resume(scene, scene.pausedCluster(), counted);
    return Mishap.ofEach(thatMatter(counted.calls()), CrashPointsTest::resumingSettles);
  }

  private static void resumingSettles(Incident incident) {
    var scene = Scene.set();
    var cluster = scene.pausedCluster();

    resume(scene, cluster, incident);

    var verdict = afterTheNextStart(scene);
    verdict.holds();
    var accepted = scene.state(cluster) == ClusterState.Name.READY;
    assertThat(scene.site().region().observe(cluster.id()))
        .isInstanceOf(
            accepted ? ClusterObservation.Running.class : ClusterObservation.Stopped.class);
    assertThat(verdict.toldOf(cluster.id())).isEqualTo(accepted ? PAUSED_AND_RESUMED : PAUSED);
  }

  @Test
  void theCallsOfBothPathsReachEveryPortThatTheyNeed() {
    var scene = Scene.set();
    var creating = Incident.none();
    create(scene, creating);
    var deleting = Incident.none();
    delete(scene, scene.verdict().living().getFirst(), deleting);

    assertThat(creating.calls())
        .contains(
            "ProjectRepository.save",
            "ClusterRepository.insert",
            "ClusterRepository.save",
            "ClusterRepository.drain",
            "Leases.take",
            "Leases.release",
            "DataPlane.observe",
            "DataPlane.provision",
            "TenantDatabase.tryLogin",
            "TenantDatabase.ensureUsers",
            "OperationRepository.add",
            "EventLog.append",
            "Jobs.drive");
    assertThat(deleting.calls())
        .contains("DataPlane.deprovision", "ProjectRepository.save", "EventLog.append");
  }

  /** After the last entry is relayed only sweeps go on, which find nothing. */
  private static List<String> thatMatter(List<String> calls) {
    return calls.subList(0, calls.lastIndexOf("ClusterRepository.drain") + 1);
  }
}
