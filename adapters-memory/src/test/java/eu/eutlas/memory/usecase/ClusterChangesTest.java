package eu.eutlas.memory.usecase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import eu.eutlas.application.cluster.ResizeCluster;
import eu.eutlas.domain.Refusal;
import eu.eutlas.domain.RefusalCode;
import eu.eutlas.domain.Revision;
import eu.eutlas.domain.cluster.Cluster;
import eu.eutlas.domain.cluster.ClusterObservation;
import eu.eutlas.domain.cluster.ClusterState;
import eu.eutlas.domain.cluster.MongoVersion;
import eu.eutlas.domain.cluster.PlanId;
import eu.eutlas.domain.event.EventType;
import eu.eutlas.domain.operation.Operation;
import eu.eutlas.domain.operation.OperationState;
import eu.eutlas.domain.operation.OperationType;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Another plan, another version: what becomes of a cluster that is there. */
final class ClusterChangesTest {
  private static final int FOR_EVER = 1_000_000;

  private final Scene scene = Scene.set();
  private final Trial trial = scene.trial();
  private final Verdict verdict = scene.verdict();
  private final Cluster cluster = scene.readyCluster();

  @Test
  void anotherPlanIsProvedAndTold() {
    var accepted = trial.resize(scene.owner(), cluster, "SMALL").orElseThrow();

    assertThat(accepted.state().name()).isEqualTo(ClusterState.Name.UPDATING);
    trial.settle();
    var settled = trial.stored(cluster.id());
    assertThat(settled.state().name()).isEqualTo(ClusterState.Name.READY);
    assertThat(settled.spec().plan()).isEqualTo(new PlanId("SMALL"));
    assertThat(seenGeneration()).isEqualTo(2);
    assertThat(verdict.toldOf(cluster.id()))
        .endsWith(EventType.CLUSTER_RESIZE_REQUESTED, EventType.CLUSTER_RESIZED);
    assertThat(verdict.endedOf(cluster.id()))
        .extracting(Operation::type, Operation::state)
        .contains(tuple(OperationType.RESIZE, OperationState.SUCCEEDED));
    verdict.holds();
  }

  @Test
  void anotherVersionIsProvedAndTold() {
    trial.upgrade(scene.owner(), cluster, "8.0").orElseThrow();

    trial.settle();

    assertThat(trial.stored(cluster.id()).spec().mongoVersion()).isEqualTo(new MongoVersion("8.0"));
    assertThat(verdict.toldOf(cluster.id()))
        .endsWith(EventType.CLUSTER_UPGRADE_REQUESTED, EventType.CLUSTER_UPGRADED);
    verdict.holds();
  }

  @Test
  void theCustomersLoginStaysAsItWas() {
    var before = credentials();
    scene.resize(cluster);
    assertThat(credentials()).isEqualTo(before);

    trial.settle();

    assertThat(credentials()).isEqualTo(before);
  }

  @Test
  void ofTwoAtOnceTheSecondIsToldOfTheFirst() {
    var first = trial.resize(scene.owner(), cluster, "SMALL").orElseThrow();

    var second = trial.upgrade(scene.owner(), cluster, "8.0");

    assertThat(Trial.refusal(second))
        .containsInstanceOf(Refusal.Conflict.class)
        .hasValueSatisfying(refusal -> {
          assertThat(refusal.code()).isEqualTo(RefusalCode.OPERATION_IN_PROGRESS);
          assertThat(((Refusal.Conflict) refusal).blockedBy())
              .isEqualTo(first.running().map(Operation::id));
        });
  }

  @Test
  void whatIsNotOfferedIsRefused() {
    assertThat(Trial.refusalOf(trial.resize(scene.owner(), cluster, "HUGE")))
        .isEqualTo(RefusalCode.INVALID_REQUEST);
    assertThat(Trial.refusalOf(trial.upgrade(scene.owner(), cluster, "7.9")))
        .isEqualTo(RefusalCode.INVALID_REQUEST);
  }

  @Test
  void aStaleRevisionIsRefused() {
    var command =
        new ResizeCluster.Command(
            Trial.address(cluster), new PlanId("SMALL"), Optional.of(new Revision(99)));

    assertThat(Trial.refusalOf(trial.eutlas().clusters().resize().handle(scene.owner(), command)))
        .isEqualTo(RefusalCode.REVISION_CHANGED);
  }

  @Test
  void deletionSupersedesIt() {
    trial.site().region().takes(3);
    scene.resize(cluster);
    trial.rest();

    scene.delete(cluster);
    trial.settle();

    assertThat(verdict.endedOf(cluster.id()))
        .extracting(Operation::state)
        .containsExactlyInAnyOrder(
            OperationState.SUCCEEDED, OperationState.SUPERSEDED, OperationState.SUCCEEDED);
    verdict.holds();
  }

  @Test
  void whatTakesTooLongFailsAndIsReadyWhenItComesTrueAfterAll() {
    trial.site().region().takes(FOR_EVER);
    scene.resize(cluster);

    trial.pass(Duration.ofMinutes(59));
    assertThat(scene.state(cluster)).isEqualTo(ClusterState.Name.UPDATING);
    trial.pass(Duration.ofMinutes(2));
    assertThat(trial.stored(cluster.id()).state())
        .isInstanceOfSatisfying(
            ClusterState.Failed.class,
            failed -> {
              assertThat(failed.during()).isEqualTo(OperationType.RESIZE);
              assertThat(failed.reason())
                  .isEqualTo("It took too long. The last thing seen: Its servers are starting.");
            });

    trial.site().region().fail(cluster.id(), "Its disk is being grown.");
    trial.site().region().mend(cluster.id());
    trial.pass(Duration.ofMinutes(6));
    assertThat(scene.state(cluster)).isEqualTo(ClusterState.Name.READY);
    assertThat(verdict.toldOf(cluster.id()))
        .endsWith(EventType.CLUSTER_OPERATION_FAILED, EventType.CLUSTER_RECOVERED);
    verdict.holds();
  }

  private Object credentials() {
    return trial
        .eutlas()
        .clusters()
        .credentials()
        .handle(scene.owner(), Trial.address(cluster))
        .orElseThrow();
  }

  private long seenGeneration() {
    return ((ClusterObservation.Running) trial.site().region().observe(cluster.id())).generation();
  }
}
