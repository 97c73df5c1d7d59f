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
import eu.eutlas.domain.operation.RetryPolicy;
import java.time.Duration;
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
    var next = afterFailures(creating(), 4);

    assertThat(next.status().lookAgainAt()).contains(secondsLater(1 + 2 + 4 + 8));
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
    assertThat(afterFailures(deleting(), 29).state()).isEqualTo(new ClusterState.Deleting());
    assertThat(afterFailures(deleting(), 30).state())
        .isInstanceOfSatisfying(
            ClusterState.Failed.class,
            failed ->
                assertThat(failed.reason())
                    .isEqualTo("It was tried 30 times. The last time: It did not answer."));
  }

  @Test
  void anUnknownEndHasALimitOfItsOwn() {
    var few = new RetryPolicy(Duration.ofSeconds(1), 2, Duration.ofSeconds(60), 0.2, 30, 2);
    var unknown = new OperationError(FailureClass.OUTCOME_UNKNOWN, "LOST", "No answer came.");
    var once = ClusterLifecycle.attemptFailed(creating(), unknown, few, turn(NOW));

    var twice = ClusterLifecycle.attemptFailed(once, unknown, few, turn(secondsLater(5)));

    assertThat(once.state()).isEqualTo(new ClusterState.Creating());
    assertThat(twice.state().name()).isEqualTo(ClusterState.Name.FAILED);
  }

  @Test
  void whatIsGivenUpAtTheDeadlineTellsWhatFailedLast() {
    var next = failed(creating(), transientError(), NOW.plus(CREATE_TAKES));

    assertThat(next.state())
        .isInstanceOfSatisfying(
            ClusterState.Failed.class,
            failed ->
                assertThat(failed.reason())
                    .isEqualTo("It took too long. The last time: It did not answer."));
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
      names = {"READY", "DEGRADED", "DELETED"})
  void withoutAnOperationItIsOnlyLookedAtHalfAMinuteLater(Stage stage) {
    assertOnlyLookedAt(stage, 30);
  }

  @ParameterizedTest
  @EnumSource(
      value = Stage.class,
      names = {"FAILED_TO_CREATE", "FAILED_TO_DELETE"})
  void whatHasFailedIsOnlyLookedAtMuchLater(Stage stage) {
    assertOnlyLookedAt(stage, 300);
  }

  @Test
  void beforeItIsTimeForTheNextAttemptAFailureCostsNone() {
    var tried = failed(creating(), transientError(), NOW);

    var next = failed(tried, transientError(), secondsLater(1).minusMillis(1));

    assertThat(next).isEqualTo(tried);
  }

  @Test
  void whatWillNeverWorkEndsTheOperationBeforeItIsTimeForTheNextAttempt() {
    var tried = failed(creating(), transientError(), NOW);

    assertThat(failed(tried, permanent(), NOW).state().name()).isEqualTo(ClusterState.Name.FAILED);
  }

  @ParameterizedTest
  @EnumSource(
      value = Seen.class,
      names = {"ABSENT", "REFUSED", "STARTING", "RUNNING_OLD"})
  void beforeItIsTimeForTheNextAttemptNothingIsDone(Seen seen) {
    var tried = failed(creating(), transientError(), NOW);

    var early =
        ClusterLifecycle.step(tried, seen.observation(), turn(secondsLater(1).minusMillis(1)));

    assertThat(early.actions()).isEmpty();
    assertThat(early.next().status().lookAgainAt()).contains(secondsLater(1));
    assertThat(early.next().running()).isEqualTo(tried.running());
  }

  @Test
  void whenItIsTimeForTheNextAttemptItIsMade() {
    var tried = failed(creating(), transientError(), NOW);

    var step = ClusterLifecycle.step(tried, Seen.ABSENT.observation(), turn(secondsLater(1)));

    assertThat(step.actions()).hasSize(1);
  }

  @Test
  void aPauseHidesNoEnd() {
    var toCreate = failed(creating(), transientError(), NOW);
    var toDelete = failed(deleting(), transientError(), NOW);

    assertThat(look(toCreate, Seen.PROVED)).isEqualTo(ClusterState.Name.READY);
    assertThat(look(toDelete, Seen.ABSENT)).isEqualTo(ClusterState.Name.DELETED);
  }

  private static ClusterState.Name look(Cluster cluster, Seen seen) {
    return ClusterLifecycle.step(cluster, seen.observation(), turn(NOW)).next().state().name();
  }

  private static void assertOnlyLookedAt(Stage stage, int seconds) {
    var next = failed(stage.cluster(), permanent(), NOW);

    assertThat(next.state()).isEqualTo(stage.cluster().state());
    assertThat(next.outbox().isEmpty()).isTrue();
    assertThat(next.status().lookAgainAt()).contains(secondsLater(seconds));
  }

  /** Each as soon as it is time for it. */
  private static Cluster afterFailures(Cluster cluster, int failures) {
    return Stream.iterate(cluster, AttemptFailedTest::failedWhenDue)
        .skip(failures)
        .findFirst()
        .orElseThrow();
  }

  private static Cluster failedWhenDue(Cluster cluster) {
    var due = cluster.running().flatMap(Operation::nextAttemptAt).orElse(NOW);
    return failed(cluster, transientError(), due);
  }

  private static Cluster failed(Cluster cluster, OperationError error, Instant now) {
    return ClusterLifecycle.attemptFailed(cluster, error, RetryPolicy.USUAL, turn(now));
  }
}
