package eu.eutlas.memory.usecase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import eu.eutlas.application.PageRequest;
import eu.eutlas.application.cluster.ClusterQuery;
import eu.eutlas.application.cluster.TenantDatabase;
import eu.eutlas.domain.RefusalCode;
import eu.eutlas.domain.cluster.ClusterState;
import eu.eutlas.domain.cluster.LoginTrial;
import eu.eutlas.domain.event.EventType;
import eu.eutlas.domain.identity.Actor;
import eu.eutlas.domain.operation.Operation;
import eu.eutlas.domain.operation.OperationState;
import eu.eutlas.domain.operation.OperationStep;
import eu.eutlas.domain.operation.OperationType;
import eu.eutlas.domain.project.Project;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** A cluster from its order to its end, with nothing in its way. */
final class ClusterLifeTest {
  private final Scene scene = Scene.set();
  private final Trial trial = scene.trial();
  private final Actor.Person owner = scene.owner();
  private final Project project = scene.project();
  private final Verdict verdict = scene.verdict();

  @Test
  void anOrderedClusterBecomesReadyAndTellsSo() {
    var ordered = scene.order();

    trial.settle();

    assertThat(scene.state(ordered)).isEqualTo(ClusterState.Name.READY);
    assertThat(verdict.toldOf(ordered.id()))
        .containsExactly(EventType.CLUSTER_CREATION_REQUESTED, EventType.CLUSTER_READY);
    assertThat(verdict.endedOf(ordered.id()))
        .extracting(Operation::type, Operation::state)
        .containsExactly(tuple(OperationType.CREATE, OperationState.SUCCEEDED));
    verdict.holds();
  }

  @Test
  void whatIsShownAsCredentialsReallyLogsIn() {
    var ordered = scene.order();
    trial.settle();

    var shown =
        trial.eutlas().clusters().credentials().handle(owner, Trial.address(ordered)).orElseThrow();

    var login = new TenantDatabase.Login(shown.username(), shown.password());
    assertThat(trial.site().databases().tryLogin(shown.endpoint(), login))
        .isEqualTo(new LoginTrial.Proved());
  }

  @Test
  void isNotReadyWhileItsServersStart() {
    trial.site().region().takes(3);
    var ordered = scene.order();

    trial.rest();
    assertThat(scene.state(ordered)).isEqualTo(ClusterState.Name.CREATING);

    trial.settle();
    assertThat(scene.state(ordered)).isEqualTo(ClusterState.Name.READY);
  }

  @Test
  void isNotReadyBeforeItsLoginIsProved() {
    trial.site().region().takes(1);
    var ordered = scene.order();
    trial.rest();
    trial.site().region().serving(ordered.id(), false);

    trial.pass(Duration.ofSeconds(10));
    assertThat(scene.state(ordered)).isEqualTo(ClusterState.Name.CREATING);
    assertThat(trial.stored(ordered.id()).running().orElseThrow().step())
        .isEqualTo(OperationStep.PROVING);

    trial.site().region().serving(ordered.id(), true);
    trial.settle();
    assertThat(scene.state(ordered)).isEqualTo(ClusterState.Name.READY);
  }

  @Test
  void hasNoCredentialsToShowBeforeItIsReady() {
    var ordered = scene.order();

    assertThat(
            Trial.refusalOf(
                trial.eutlas().clusters().credentials().handle(owner, Trial.address(ordered))))
        .isEqualTo(RefusalCode.NOT_READY);
  }

  @Test
  void aReadyClusterThatStaysTheSameIsNotWrittenAgain() {
    var ordered = scene.order();
    trial.settle();
    var before = trial.stored(ordered.id());

    trial.pass(Duration.ofHours(1));

    assertThat(trial.stored(ordered.id())).isEqualTo(before);
  }

  @Test
  void deletionLeavesNothingButATombstone() {
    var ordered = scene.order();
    trial.settle();

    trial.delete(owner, ordered).orElseThrow();
    trial.rest();
    assertThat(scene.state(ordered)).isEqualTo(ClusterState.Name.DELETING);
    trial.settle();

    assertThat(scene.state(ordered)).isEqualTo(ClusterState.Name.DELETED);
    assertThat(verdict.living()).isEmpty();
    assertThat(verdict.toldOf(ordered.id()))
        .containsExactly(
            EventType.CLUSTER_CREATION_REQUESTED,
            EventType.CLUSTER_READY,
            EventType.CLUSTER_DELETION_REQUESTED,
            EventType.CLUSTER_DELETED);
    verdict.holds();
  }

  @Test
  void whatIsDeletedIsNotThereForAnybody() {
    var ordered = scene.order();
    trial.rest();
    trial.delete(owner, ordered).orElseThrow();
    trial.settle();

    var read = trial.eutlas().clusters().read().handle(owner, Trial.address(ordered));
    var list =
        trial
            .eutlas()
            .clusters()
            .list()
            .ofProject(owner, project.id(), ClusterQuery.ALL, PageRequest.first());

    assertThat(Trial.refusalOf(read)).isEqualTo(RefusalCode.NOT_FOUND);
    assertThat(list.orElseThrow().items()).isEmpty();
  }

  @Test
  void aDeletedClustersNameIsFree() {
    var first = scene.order();
    trial.rest();
    trial.delete(owner, first).orElseThrow();
    trial.settle();

    var second = scene.order();
    trial.settle();

    assertThat(scene.state(second)).isEqualTo(ClusterState.Name.READY);
    verdict.holds();
  }

  @Test
  void aNameIsTakenAsLongAsItsClusterIsNotGone() {
    trial.site().region().takes(5);
    var first = scene.order();
    trial.settle();
    trial.delete(owner, first).orElseThrow();
    trial.rest();

    var second = trial.create(owner, Trial.order(project.id()));

    assertThat(Trial.refusalOf(second)).isEqualTo(RefusalCode.CLUSTER_NAME_TAKEN);
  }

  @Test
  void deletionSupersedesACreationUnderWay() {
    trial.site().region().takes(3);
    var ordered = scene.order();
    trial.rest();

    trial.delete(owner, ordered).orElseThrow();
    trial.settle();

    assertThat(verdict.endedOf(ordered.id()))
        .extracting(Operation::state)
        .containsExactly(OperationState.SUCCEEDED, OperationState.SUPERSEDED);
    verdict.holds();
  }

  @Test
  void deletionSupersedesACreationThatHasNotBegun() {
    var ordered = scene.order();

    trial.delete(owner, ordered).orElseThrow();
    trial.settle();

    assertThat(scene.state(ordered)).isEqualTo(ClusterState.Name.DELETED);
    verdict.holds();
  }

  @Test
  void orderingAnswersWithAnOperationThatHasADeadlineAndAJob() {
    var now = trial.site().clock().instant();

    var operation = scene.order().running().orElseThrow();

    assertThat(operation.startedAt()).isEqualTo(now);
    assertThat(operation.deadline()).isEqualTo(now.plus(Duration.ofMinutes(15)));
    assertThat(trial.site().jobs().operations())
        .extracting(ticket -> ticket.operationId())
        .containsExactly(operation.id());
  }
}
