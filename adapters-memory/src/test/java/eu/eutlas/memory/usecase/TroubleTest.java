package eu.eutlas.memory.usecase;

import static org.assertj.core.api.Assertions.assertThat;

import eu.eutlas.application.cluster.DataPlane;
import eu.eutlas.application.cluster.RegionHealth;
import eu.eutlas.application.cluster.RegionMaintenance;
import eu.eutlas.application.installation.Findings;
import eu.eutlas.application.installation.InstallationPause;
import eu.eutlas.application.internal.Resync;
import eu.eutlas.application.internal.UnknownFinds;
import eu.eutlas.application.operation.ReconcileQueue;
import eu.eutlas.domain.Secret;
import eu.eutlas.domain.cluster.Cluster;
import eu.eutlas.domain.cluster.ClusterId;
import eu.eutlas.domain.cluster.ClusterObservation;
import eu.eutlas.domain.cluster.ClusterState;
import eu.eutlas.domain.event.EventType;
import eu.eutlas.domain.operation.Operation;
import eu.eutlas.domain.operation.OperationState;
import eu.eutlas.testkit.cluster.Clusters;
import eu.eutlas.testkit.fault.Fault;
import eu.eutlas.testkit.fault.FaultScript;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** What a cluster comes to when its region does not do as it is told. */
final class TroubleTest {
  private static final int FOR_EVER = 1_000_000;

  private final Scene scene = Scene.set();
  private final Verdict verdict = scene.verdict();

  @Test
  void aCreationThatTakesTooLongFailsWithTheLastThingSeen() {
    scene.site().region().takes(FOR_EVER);
    var cluster = scene.order();

    scene.trial().pass(Duration.ofMinutes(14));
    assertThat(scene.state(cluster)).isEqualTo(ClusterState.Name.CREATING);
    scene.trial().pass(Duration.ofMinutes(2));

    assertThat(reason(cluster))
        .isEqualTo("It took too long. The last thing seen: Its servers are starting.");
    assertEndedOnce(cluster, OperationState.FAILED);
  }

  @Test
  void aDeletionThatTakesTooLongFailsAndIsDoneWhenNothingIsLeftAfterAll() {
    var cluster = scene.readyCluster();
    scene.site().region().takes(FOR_EVER);
    scene.delete(cluster);

    scene.trial().pass(Duration.ofMinutes(31));
    assertThat(reason(cluster))
        .isEqualTo("It took too long. The last thing seen: Its servers are being removed.");
    scene.site().region().vanish(cluster.id());
    scene.trial().pass(Duration.ofMinutes(6));

    assertThat(scene.state(cluster)).isEqualTo(ClusterState.Name.DELETED);
    assertEndedOnce(cluster, OperationState.FAILED, OperationState.SUCCEEDED);
    assertThat(verdict.toldOf(cluster.id()))
        .endsWith(EventType.CLUSTER_OPERATION_FAILED, EventType.CLUSTER_DELETED);
    verdict.holds();
  }

  @Test
  void anOrderThatTheRegionRefusesForGoodFailsAtOnce() {
    scene.site().region().accepting(false);
    var cluster = scene.order();

    scene.trial().rest();

    assertThat(reason(cluster)).isEqualTo("The region local takes no such cluster.");
    assertEndedOnce(cluster, OperationState.FAILED);
  }

  @Test
  void aFailedClusterCanBeDeleted() {
    scene.site().region().accepting(false);
    var cluster = scene.order();
    scene.trial().rest();

    scene.delete(cluster);
    scene.trial().settle();

    assertEndedOnce(cluster, OperationState.SUCCEEDED, OperationState.FAILED);
    verdict.holds();
  }

  @Test
  void aFailedClusterThatTurnsGoodBecomesReadyAndItsOperationStaysFailed() {
    var unreachable =
        Incident.meanwhile("TenantDatabase.tryLogin", 2, () -> serveNobody(verdict.living()));
    var node = scene.through(unreachable);
    var cluster = node.order();
    node.trial().pass(Duration.ofMinutes(16));
    assertThat(reason(cluster)).contains("Its servers do not answer yet.");

    scene.site().region().serving(cluster.id(), true);
    node.trial().pass(Duration.ofMinutes(6));

    assertThat(scene.state(cluster)).isEqualTo(ClusterState.Name.READY);
    assertThat(verdict.toldOf(cluster.id()))
        .containsExactly(
            EventType.CLUSTER_CREATION_REQUESTED,
            EventType.CLUSTER_OPERATION_FAILED,
            EventType.CLUSTER_RECOVERED);
    assertEndedOnce(cluster, OperationState.FAILED);
    verdict.holds();
  }

  @Test
  void aRegionThatIsAwayForAWhileCostsTimeOnly() {
    var faults = new FaultScript();
    faults.always("provision", Fault.UNAVAILABLE);
    faults.always("observe", Fault.UNAVAILABLE);
    var node = scene.through(faults);
    var cluster = node.order();
    node.trial().pass(Duration.ofMinutes(5));
    assertThat(scene.state(cluster)).isEqualTo(ClusterState.Name.CREATING);

    faults.heal();
    node.trial().settle();

    assertThat(scene.state(cluster)).isEqualTo(ClusterState.Name.READY);
    verdict.holds();
  }

  @Test
  void aNudgeDuringThePauseAfterAFailureLooksButDoesNotAct() {
    var faults = new FaultScript();
    faults.always("ensureUsers", Fault.UNAVAILABLE);
    var node = scene.through(faults);
    var cluster = node.order();
    node.trial().pass(Duration.ofMinutes(1));
    var paused = scene.trial().stored(cluster.id()).running().orElseThrow();
    assertThat(paused.nextAttemptAt()).hasValueSatisfying(at -> assertThat(at).isAfter(now()));

    scene.site().region().vanish(cluster.id());
    node.trial().eutlas().sweepOnce();
    node.trial().rest();

    var looked = scene.trial().stored(cluster.id());
    assertThat(looked.status().seen()).contains(new ClusterObservation.Absent().digest());
    assertThat(looked.status().lookAgainAt()).isEqualTo(paused.nextAttemptAt());
    assertThat(scene.site().region().observe(cluster.id()))
        .isEqualTo(new ClusterObservation.Absent());
  }

  @Test
  void aClusterThatVanishedIsDegradedAndRepaired() {
    var cluster = scene.readyCluster();

    scene.site().region().vanish(cluster.id());
    scene.trial().eutlas().sweepOnce();
    scene.trial().rest();
    assertThat(scene.state(cluster)).isEqualTo(ClusterState.Name.DEGRADED);
    scene.trial().settle();

    assertThat(verdict.toldOf(cluster.id()))
        .endsWith(EventType.CLUSTER_READY, EventType.CLUSTER_DEGRADED, EventType.CLUSTER_RECOVERED);
    verdict.holds();
  }

  @Test
  void aClusterThatTheRegionCallsBrokenIsReadyAgainWhenItIsMended() {
    var cluster = scene.readyCluster();
    scene.site().region().fail(cluster.id(), "It has no disk left.");

    scene.trial().settle();
    assertThat(scene.trial().stored(cluster.id()).state())
        .isInstanceOfSatisfying(
            ClusterState.Degraded.class,
            degraded -> assertThat(degraded.reason()).isEqualTo("It has no disk left."));
    scene.site().region().mend(cluster.id());
    scene.trial().settle();

    assertThat(scene.state(cluster)).isEqualTo(ClusterState.Name.READY);
    verdict.holds();
  }

  @Test
  void aLookThatFailsIsRepeatedHalfAMinuteLaterWhenNothingIsUnderWay() {
    var cluster = scene.readyCluster();
    var faults = new FaultScript();
    faults.always("observe", Fault.UNAVAILABLE);
    var node = scene.through(faults);
    scene.site().region().vanish(cluster.id());

    node.trial().eutlas().sweepOnce();
    node.trial().rest();

    assertThat(scene.trial().stored(cluster.id()).status().lookAgainAt())
        .contains(now().plusSeconds(30));
  }

  @Test
  void aTombstoneRemovesWhatWasAppliedAgain() {
    var cluster = scene.readyCluster();
    scene.delete(cluster);
    scene.trial().settle();

    scene.site().region().provision(orderOf(cluster.id()));
    scene.trial().settle();

    assertThat(scene.site().region().observe(cluster.id()))
        .isEqualTo(new ClusterObservation.Absent());
    verdict.holds();
  }

  @Test
  void whatCarriesAnUnknownIdIsReportedAndNeverRemoved() {
    var stranger = Clusters.id(77);
    scene.site().region().provision(orderOf(stranger));
    var resync =
        new Resync(
            scene.site().clusters(),
            new ReconcileQueue(scene.site().clock()),
            new RegionHealth(),
            new RegionMaintenance(scene.site().maintenance(), scene.site().clock()),
            new InstallationPause(scene.site().maintenance(), scene.site().clock()),
            new UnknownFinds(
                scene.site().unknownResources(),
                scene.site().clusters(),
                scene.site().backups(),
                scene.site().clock()),
            new Findings(),
            scene.site().clock());

    scene.trial().pass(Duration.ofHours(1));

    assertThat(resync.run(scene.site().region())).containsExactly(stranger);
    assertThat(scene.site().region().observe(stranger))
        .isInstanceOf(ClusterObservation.Running.class);
  }

  private void serveNobody(Iterable<Cluster> clusters) {
    clusters.forEach(cluster -> scene.site().region().serving(cluster.id(), false));
  }

  private void assertEndedOnce(Cluster cluster, OperationState... newestFirst) {
    assertThat(verdict.endedOf(cluster.id()))
        .extracting(Operation::state)
        .containsExactly(newestFirst);
  }

  private String reason(Cluster cluster) {
    assertThat(scene.trial().stored(cluster.id()).state()).isInstanceOf(ClusterState.Failed.class);
    return ((ClusterState.Failed) scene.trial().stored(cluster.id()).state()).reason();
  }

  private Instant now() {
    return scene.site().clock().instant();
  }

  static DataPlane.Order orderOf(ClusterId id) {
    return new DataPlane.Order(
        id,
        1,
        Clusters.spec().resources(),
        Clusters.spec().mongoVersion(),
        "eutlas",
        new Secret("admin-password"));
  }
}
