package eu.eutlas.memory.usecase;

import static org.assertj.core.api.Assertions.assertThat;

import eu.eutlas.domain.Outcome;
import eu.eutlas.domain.RefusalCode;
import eu.eutlas.domain.cluster.Cluster;
import eu.eutlas.domain.cluster.ClusterObservation;
import eu.eutlas.domain.cluster.ClusterState;
import eu.eutlas.domain.cluster.PlanId;
import eu.eutlas.domain.event.EventType;
import eu.eutlas.domain.operation.Operation;
import eu.eutlas.domain.operation.OperationId;
import eu.eutlas.domain.operation.OperationState;
import eu.eutlas.domain.operation.OperationType;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Operations that are taken back, and operations that are tried again. */
final class SecondThoughtsTest {
  private final Scene scene = Scene.set();
  private final Trial trial = scene.trial();
  private final Verdict verdict = scene.verdict();

  @Test
  void aCreationThatIsTakenBackLeavesNothingAndItsNameIsFreeAtOnce() {
    var ordered = scene.order();

    var cancelled = cancel(operationOf(ordered)).orElseThrow();

    assertThat(cancelled.state()).isEqualTo(OperationState.CANCELLED);
    assertThat(scene.state(ordered)).isEqualTo(ClusterState.Name.DELETED);
    var second = scene.readyCluster();
    assertThat(verdict.living()).extracting(Cluster::id).containsExactly(second.id());
    assertThat(verdict.toldOf(ordered.id()))
        .containsExactly(
            EventType.CLUSTER_CREATION_REQUESTED, EventType.CLUSTER_OPERATION_CANCELLED);
    assertThat(verdict.endedOf(ordered.id()))
        .extracting(Operation::state)
        .containsExactly(OperationState.CANCELLED);
    verdict.holds();
  }

  @Test
  void aChangeThatIsTakenBackBringsBackWhatWas() {
    var cluster = scene.readyCluster();
    var before = trial.stored(cluster.id());
    scene.resize(cluster);

    cancel(operationOf(cluster)).orElseThrow();
    trial.settle();

    var after = trial.stored(cluster.id());
    assertThat(after.spec()).isEqualTo(before.spec());
    assertThat(after.state()).isEqualTo(before.state());
    assertThat(trial.site().region().observe(cluster.id()))
        .isInstanceOfSatisfying(
            ClusterObservation.Running.class,
            running -> assertThat(running.generation()).isEqualTo(1));
    verdict.holds();
  }

  @Test
  void afterTheFirstPassItIsTooLate() {
    trial.site().region().takes(5);
    var ordered = scene.order();
    var operation = operationOf(ordered);
    trial.rest();

    assertThat(Trial.refusalOf(cancel(operation))).isEqualTo(RefusalCode.TOO_LATE);

    trial.settle();
    assertThat(Trial.refusalOf(cancel(operation))).isEqualTo(RefusalCode.TOO_LATE);
    assertThat(scene.state(ordered)).isEqualTo(ClusterState.Name.READY);
  }

  @Test
  void whatIsTakenBackTwiceIsToldSo() {
    var operation = operationOf(scene.order());
    cancel(operation).orElseThrow();

    assertThat(Trial.refusalOf(cancel(operation))).isEqualTo(RefusalCode.TOO_LATE);
  }

  @Test
  void aDeletionIsNeverTakenBack() {
    var cluster = scene.readyCluster();
    scene.delete(cluster);

    assertThat(Trial.refusalOf(cancel(operationOf(cluster)))).isEqualTo(RefusalCode.TOO_LATE);
  }

  @TestFactory
  Stream<DynamicTest> takingBackACreationSettlesWhateverBefallsACall() {
    var counted = Incident.none();
    cancelThrough(Scene.set(), counted);
    return Mishap.ofEach(counted.calls(), SecondThoughtsTest::takingBackSettles);
  }

  private static void takingBackSettles(Incident incident) {
    var scene = Scene.set();

    var ordered = cancelThrough(scene, incident);

    scene.trial().restarted().settle();
    var verdict = scene.verdict();
    verdict.holds();
    assertThat(scene.state(ordered)).isIn(ClusterState.Name.READY, ClusterState.Name.DELETED);
    if (verdict.living().isEmpty()) {
      scene.readyCluster();
      verdict.holds();
    }
  }

  private static Cluster cancelThrough(Scene scene, Incident incident) {
    var ordered = scene.order();
    var operation = ordered.running().orElseThrow().id();
    var node = scene.through(incident);
    Mishap.endure(
        () -> node.trial().eutlas().operations().cancel().handle(scene.owner(), operation));
    return ordered;
  }

  @Test
  void aFailedCreationThatIsTriedAgainGetsAllItsTimeAndAttempts() {
    var cluster = failedCluster();
    trial.site().region().accepting(true);

    var retry = retry(operationOf(cluster)).orElseThrow();

    assertThat(retry.type()).isEqualTo(OperationType.CREATE);
    assertThat(retry.failures()).isZero();
    assertThat(retry.deadline()).isEqualTo(trial.site().clock().instant().plusSeconds(900));
    assertThat(scene.state(cluster)).isEqualTo(ClusterState.Name.CREATING);
    trial.settle();
    assertThat(verdict.toldOf(cluster.id()))
        .containsExactly(
            EventType.CLUSTER_CREATION_REQUESTED,
            EventType.CLUSTER_OPERATION_FAILED,
            EventType.CLUSTER_OPERATION_RETRIED,
            EventType.CLUSTER_READY);
    assertThat(verdict.endedOf(cluster.id()))
        .extracting(Operation::state)
        .containsExactlyInAnyOrder(OperationState.FAILED, OperationState.SUCCEEDED);
    verdict.holds();
  }

  @Test
  void aFailedChangeIsTriedAgainForTheSameSpec() {
    var cluster = scene.readyCluster();
    trial.site().region().accepting(false);
    scene.resize(cluster);
    trial.rest();
    assertThat(scene.state(cluster)).isEqualTo(ClusterState.Name.FAILED);
    trial.site().region().accepting(true);

    retry(operationOf(cluster)).orElseThrow();
    trial.settle();

    assertThat(scene.state(cluster)).isEqualTo(ClusterState.Name.READY);
    assertThat(trial.stored(cluster.id()).spec().plan()).isEqualTo(new PlanId("SMALL"));
    assertThat(trial.stored(cluster.id()).spec().generation()).isEqualTo(2);
    verdict.holds();
  }

  @Test
  void whatIsTriedAgainIsNotTakenBack() {
    var cluster = failedCluster();

    var retry = retry(operationOf(cluster)).orElseThrow();

    assertThat(Trial.refusalOf(cancel(retry.id()))).isEqualTo(RefusalCode.TOO_LATE);
  }

  @Test
  void whatHasNotFailedIsNotTriedAgain() {
    var cluster = scene.order();
    var operation = operationOf(cluster);
    assertThat(Trial.refusalOf(retry(operation))).isEqualTo(RefusalCode.NOT_FAILED);

    trial.settle();

    assertThat(Trial.refusalOf(retry(operation))).isEqualTo(RefusalCode.NOT_FAILED);
  }

  @Test
  void whatIsBeingTriedAgainIsNotTriedTwice() {
    var cluster = failedCluster();
    var failed = operationOf(cluster);
    retry(failed).orElseThrow();

    assertThat(Trial.refusalOf(retry(failed))).isEqualTo(RefusalCode.OPERATION_IN_PROGRESS);
  }

  private Cluster failedCluster() {
    trial.site().region().accepting(false);
    var cluster = scene.order();
    trial.rest();
    assertThat(scene.state(cluster)).isEqualTo(ClusterState.Name.FAILED);
    return cluster;
  }

  private OperationId operationOf(Cluster cluster) {
    return trial.stored(cluster.id()).status().operation().orElseThrow().id();
  }

  private Outcome<Operation> cancel(OperationId operation) {
    return trial.eutlas().operations().cancel().handle(scene.owner(), operation);
  }

  private Outcome<Operation> retry(OperationId operation) {
    return trial.eutlas().operations().retry().handle(scene.owner(), operation);
  }
}
