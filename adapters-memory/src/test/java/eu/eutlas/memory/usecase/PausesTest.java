package eu.eutlas.memory.usecase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import eu.eutlas.application.cluster.TenantDatabase.Login;
import eu.eutlas.domain.RefusalCode;
import eu.eutlas.domain.Secret;
import eu.eutlas.domain.cluster.Cluster;
import eu.eutlas.domain.cluster.ClusterObservation;
import eu.eutlas.domain.cluster.ClusterState;
import eu.eutlas.domain.cluster.LoginTrial;
import eu.eutlas.domain.event.EventType;
import eu.eutlas.domain.operation.Operation;
import eu.eutlas.domain.operation.OperationState;
import eu.eutlas.domain.operation.OperationType;
import eu.eutlas.testkit.fault.Fault;
import eu.eutlas.testkit.fault.FaultScript;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** A cluster that is paused and resumed, and what can befall it meanwhile. */
final class PausesTest {
  private static final int FOR_EVER = 1_000_000;

  private final Scene scene = Scene.set();
  private final Trial trial = scene.trial();
  private final Verdict verdict = scene.verdict();
  private final Cluster cluster = scene.readyCluster();

  @Test
  void itIsStoppedAndTold() {
    var accepted = trial.pause(scene.owner(), cluster).orElseThrow();

    assertThat(accepted.state().name()).isEqualTo(ClusterState.Name.PAUSING);
    trial.settle();
    assertThat(scene.state(cluster)).isEqualTo(ClusterState.Name.PAUSED);
    assertThat(seen()).isEqualTo(new ClusterObservation.Stopped(2));
    assertThat(verdict.toldOf(cluster.id()))
        .endsWith(EventType.CLUSTER_PAUSE_REQUESTED, EventType.CLUSTER_PAUSED);
    assertThat(verdict.endedOf(cluster.id()))
        .extracting(Operation::type, Operation::state)
        .contains(tuple(OperationType.PAUSE, OperationState.SUCCEEDED));
    verdict.holds();
  }

  @Test
  void itRunsAgainWithWhatItHad() {
    var before = credentials();
    paused();

    scene.resume(cluster);
    assertThat(scene.state(cluster)).isEqualTo(ClusterState.Name.RESUMING);
    trial.settle();

    assertThat(scene.state(cluster)).isEqualTo(ClusterState.Name.READY);
    assertThat(credentials()).isEqualTo(before);
    trial.rest();
    assertThat(verdict.toldOf(cluster.id()))
        .containsSubsequence(EventType.CLUSTER_RESUME_REQUESTED, EventType.CLUSTER_RESUMED);
    verdict.holds();
  }

  @Test
  void nobodyLogsInWhileItIsPaused() {
    var endpoint = trial.stored(cluster.id()).openEndpoint().orElseThrow();
    paused();

    assertThat(Trial.refusalOf(trial.stored(cluster.id()).openEndpoint()))
        .isEqualTo(RefusalCode.NOT_READY);
    assertThat(scene.site().databases().tryLogin(endpoint, new Login("a", new Secret("b"))))
        .isInstanceOf(LoginTrial.NotYet.class);
  }

  @Test
  void nothingIsDoneForItWhileItIsPaused() {
    paused();
    var version = trial.stored(cluster.id()).version();

    trial.pass(Duration.ofHours(2));

    assertThat(trial.stored(cluster.id()).version()).isEqualTo(version);
  }

  @Test
  void aPausedClusterTakesNoChange() {
    paused();

    assertThat(Trial.refusalOf(trial.resize(scene.owner(), cluster, "SMALL")))
        .isEqualTo(RefusalCode.NOT_READY);
    assertThat(Trial.refusalOf(trial.pause(scene.owner(), cluster)))
        .isEqualTo(RefusalCode.NOT_READY);
  }

  @Test
  void aRunningClusterIsNotResumed() {
    assertThat(Trial.refusalOf(trial.resume(scene.owner(), cluster)))
        .isEqualTo(RefusalCode.NOT_PAUSED);
  }

  @Test
  void aPausedClusterCanBeDeleted() {
    paused();

    scene.delete(cluster);
    trial.settle();

    assertThat(seen()).isEqualTo(new ClusterObservation.Absent());
    verdict.holds();
  }

  @Test
  void deletionSupersedesAPauseUnderWay() {
    var faults = new FaultScript();
    faults.always("stop", Fault.UNAVAILABLE);
    var node = scene.through(faults);
    node.pause(cluster);
    node.trial().rest();

    scene.delete(cluster);
    trial.settle();

    assertThat(verdict.endedOf(cluster.id()))
        .extracting(Operation::state)
        .containsExactlyInAnyOrder(
            OperationState.SUCCEEDED, OperationState.SUPERSEDED, OperationState.SUCCEEDED);
    verdict.holds();
  }

  @Test
  void aPauseThatFailsIsTriedAgain() {
    var faults = new FaultScript();
    faults.always("stop", Fault.UNAVAILABLE);
    var node = scene.through(faults);
    node.pause(cluster);
    node.trial().pass(Duration.ofMinutes(16));
    assertThat(trial.stored(cluster.id()).state())
        .isInstanceOfSatisfying(
            ClusterState.Failed.class,
            failed -> assertThat(failed.during()).isEqualTo(OperationType.PAUSE));

    retry();
    trial.settle();

    assertThat(scene.state(cluster)).isEqualTo(ClusterState.Name.PAUSED);
    verdict.holds();
  }

  @Test
  void aResumptionThatTakesTooLongFailsAndIsTriedAgain() {
    paused();
    scene.site().region().takes(FOR_EVER);
    scene.resume(cluster);
    trial.pass(Duration.ofMinutes(16));
    assertThat(scene.state(cluster)).isEqualTo(ClusterState.Name.FAILED);

    retry();
    scene.site().region().arrive(cluster.id());
    trial.settle();

    assertThat(scene.state(cluster)).isEqualTo(ClusterState.Name.READY);
    verdict.holds();
  }

  @Test
  void aPausedClusterThatSomebodyStartedIsToldAndStoppedAgain() {
    paused();

    scene.site().region().start(cluster.id());
    trial.settle();

    assertThat(seen()).isEqualTo(new ClusterObservation.Stopped(2));
    assertThat(verdict.toldOf(cluster.id()))
        .endsWith(EventType.CLUSTER_PAUSED, EventType.CLUSTER_DEGRADED, EventType.CLUSTER_PAUSED);
    verdict.holds();
  }

  @Test
  void whatVanishesWhileItIsPausedIsToldOnceAndShown() {
    paused();

    scene.site().region().vanish(cluster.id());
    trial.pass(Duration.ofHours(1));

    assertThat(trial.stored(cluster.id()).state())
        .isInstanceOfSatisfying(
            ClusterState.Paused.class,
            still -> assertThat(still.drift()).contains("Its servers do not exist."));
    assertThat(verdict.toldOf(cluster.id()))
        .endsWith(EventType.CLUSTER_PAUSED, EventType.CLUSTER_DEGRADED);
  }

  private void paused() {
    scene.pause(cluster);
    trial.settle();
  }

  private void retry() {
    var failed = trial.stored(cluster.id()).status().operation().orElseThrow().id();
    trial.eutlas().operations().retry().handle(scene.owner(), failed).orElseThrow();
  }

  private ClusterObservation seen() {
    return scene.site().region().observe(cluster.id());
  }

  private Object credentials() {
    return trial
        .eutlas()
        .clusters()
        .credentials()
        .handle(scene.owner(), Trial.address(cluster))
        .orElseThrow();
  }
}
