package eu.eutlas.domain.cluster;

import static eu.eutlas.domain.Given.NOW;
import static eu.eutlas.domain.Given.secondsLater;
import static eu.eutlas.domain.cluster.ClusterFixture.CREATE_TAKES;
import static eu.eutlas.domain.cluster.ClusterFixture.creating;
import static eu.eutlas.domain.cluster.ClusterFixture.deleting;
import static eu.eutlas.domain.cluster.ClusterFixture.permanent;
import static eu.eutlas.domain.cluster.ClusterFixture.transientError;
import static eu.eutlas.domain.cluster.ClusterFixture.turn;
import static org.assertj.core.api.Assertions.assertThat;

import eu.eutlas.domain.event.Event;
import eu.eutlas.domain.event.EventType;
import eu.eutlas.domain.operation.FailureClass;
import eu.eutlas.domain.operation.Operation;
import eu.eutlas.domain.operation.OperationError;
import eu.eutlas.domain.operation.OperationState;
import eu.eutlas.domain.operation.OperationType;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class AttemptFailedTest {

  @ParameterizedTest
  @EnumSource(value = FailureClass.class, names = "PERMANENT", mode = EnumSource.Mode.EXCLUDE)
  void whatMayWorkLaterIsTriedAgainAfterASecond(FailureClass failureClass) {
    var next = failed(creating(), new OperationError(failureClass, "CODE", "It failed."), NOW);

    assertThat(next.state()).isEqualTo(new ClusterState.Creating());
    assertThat(next.status().lookAgainAt()).contains(secondsLater(1));
    assertThat(next.running().flatMap(Operation::nextAttemptAt)).contains(secondsLater(1));
    assertThat(next.running().map(Operation::failures)).contains(1);
    assertThat(next.outbox().isEmpty()).isTrue();
  }

  @Test
  void eachFailureDoublesTheWait() {
    var next = afterFailures(4);

    assertThat(next.status().lookAgainAt()).contains(secondsLater(8));
  }

  @Test
  void whatWillNeverWorkEndsTheOperation() {
    var next = failed(creating(), permanent(), NOW);

    assertThat(next.state())
        .isEqualTo(new ClusterState.Failed(NOW, "There is no room for it.", OperationType.CREATE));
    assertThat(next.running()).isEmpty();
    assertThat(next.outbox().operations())
        .extracting(Operation::state)
        .containsExactly(OperationState.FAILED);
    assertThat(next.outbox().events())
        .extracting(Event::type)
        .containsExactly(EventType.CLUSTER_OPERATION_FAILED);
  }

  @Test
  void theThirtiethFailureEndsTheOperation() {
    assertThat(afterFailures(29).state()).isEqualTo(new ClusterState.Creating());
    assertThat(afterFailures(30).state().name()).isEqualTo(ClusterState.Name.FAILED);
  }

  @Test
  void noAttemptIsPlannedForAfterTheDeadline() {
    var oneSecondLeft = NOW.plus(CREATE_TAKES).minusSeconds(1);

    assertThat(failed(creating(), transientError(), oneSecondLeft).state().name())
        .isEqualTo(ClusterState.Name.FAILED);
    assertThat(failed(creating(), transientError(), oneSecondLeft.minusMillis(1)).state())
        .isEqualTo(new ClusterState.Creating());
  }

  @Test
  void aDeletionThatFailsIsRememberedAsOne() {
    var next = failed(deleting(), permanent(), NOW);

    assertThat(next.state())
        .isEqualTo(new ClusterState.Failed(NOW, "There is no room for it.", OperationType.DELETE));
  }

  @ParameterizedTest
  @EnumSource(
      value = Stage.class,
      names = {"CREATING", "DELETING"},
      mode = EnumSource.Mode.EXCLUDE)
  void withoutAnOperationItIsOnlyLookedAtLater(Stage stage) {
    var next = failed(stage.cluster(), permanent(), NOW);

    assertThat(next.state()).isEqualTo(stage.cluster().state());
    assertThat(next.outbox().isEmpty()).isTrue();
    assertThat(next.status().lookAgainAt()).contains(secondsLater(300));
  }

  private static Cluster afterFailures(int failures) {
    return Stream.iterate(creating(), cluster -> failed(cluster, transientError(), NOW))
        .skip(failures)
        .findFirst()
        .orElseThrow();
  }

  private static Cluster failed(Cluster cluster, OperationError error, Instant now) {
    return ClusterLifecycle.attemptFailed(cluster, error, turn(now));
  }
}
