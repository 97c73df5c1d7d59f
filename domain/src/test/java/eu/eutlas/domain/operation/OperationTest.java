package eu.eutlas.domain.operation;

import static eu.eutlas.domain.Given.secondsLater;
import static org.assertj.core.api.Assertions.assertThat;

import eu.eutlas.domain.Given;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class OperationTest {

  private static final Instant LATER = secondsLater(7);

  private final Operation create = Given.operation(OperationType.CREATE, 20);

  @Test
  void runsFromItsAcceptanceOn() {
    assertThat(create.isRunning()).isTrue();
    assertThat(create.error()).isEmpty();
    assertThat(create.endedAt()).isEmpty();
  }

  @Test
  void succeedsAtItsLastStep() {
    var ended = create.at(OperationStep.PROVING).succeed(LATER);

    assertThat(ended.state()).isEqualTo(OperationState.SUCCEEDED);
    assertThat(ended.step()).isEqualTo(OperationStep.DONE);
    assertThat(ended.endedAt()).contains(LATER);
  }

  @Test
  void saysWhatItWaitsForUntilItEnds() {
    var waiting = create.at(OperationStep.STARTING, "Its volume is pending.");

    assertThat(waiting.waitsFor()).contains("Its volume is pending.");
    assertThat(waiting.attemptFailed(error(1), Optional.of(LATER), LATER).waitsFor())
        .contains("Its volume is pending.");
    assertThat(waiting.fail(LATER).waitsFor()).isEmpty();
    assertThat(waiting.succeed(LATER).waitsFor()).isEmpty();
  }

  @Test
  void failsWhereItStood() {
    var ended = create.at(OperationStep.PROVING).fail(LATER);

    assertThat(ended.state()).isEqualTo(OperationState.FAILED);
    assertThat(ended.step()).isEqualTo(OperationStep.PROVING);
    assertThat(ended.endedAt()).contains(LATER);
  }

  @Test
  void isSupersededWhereItStood() {
    var ended = create.at(OperationStep.STARTING).supersede(LATER);

    assertThat(ended.state()).isEqualTo(OperationState.SUPERSEDED);
    assertThat(ended.step()).isEqualTo(OperationStep.STARTING);
    assertThat(ended.isRunning()).isFalse();
  }

  @Test
  void remembersAFailedAttemptAndWhenTheNextIs() {
    var tried =
        create.at(OperationStep.STARTING).attemptFailed(error(1), Optional.of(LATER), LATER);

    assertThat(tried.failures()).isEqualTo(1);
    assertThat(tried.attempts())
        .containsExactly(new Attempt(LATER, OperationStep.STARTING, error(1)));
    assertThat(tried.error()).contains(error(1));
    assertThat(tried.nextAttemptAt()).contains(LATER);
    assertThat(tried.isRunning()).isTrue();
  }

  @Test
  void pausesAfterAFailedAttemptUntilTheNextIsDue() {
    var tried = create.attemptFailed(error(1), Optional.of(LATER), LATER);

    assertThat(create.pausesUntil(LATER)).isEmpty();
    assertThat(tried.pausesUntil(LATER.minusMillis(1))).contains(LATER);
    assertThat(tried.pausesUntil(LATER)).isEmpty();
  }

  @Test
  void remembersTheLastTwentyAttemptsAndCountsThemAll() {
    var tried = afterFailures(25);

    assertThat(tried.failures()).isEqualTo(25);
    assertThat(tried.attempts()).hasSize(Operation.REMEMBERED);
    assertThat(tried.attempts().getFirst().error()).isEqualTo(error(6));
    assertThat(tried.error()).contains(error(25));
  }

  @Test
  void hasNoNextAttemptOnceItHasEnded() {
    var tried = create.attemptFailed(error(1), Optional.of(LATER), LATER);

    assertThat(tried.succeed(LATER).nextAttemptAt()).isEmpty();
    assertThat(tried.fail(LATER).nextAttemptAt()).isEmpty();
    assertThat(tried.supersede(LATER).nextAttemptAt()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(OperationStep.class)
  void everyStepHasWordsAndAShareOfTheWay(OperationStep step) {
    assertThat(step.words()).isNotBlank();
    assertThat(step.progress()).isBetween(0, 100);
    assertThat(step.progress() == 100).isEqualTo(step == OperationStep.DONE);
  }

  private Operation afterFailures(int failures) {
    return IntStream.rangeClosed(1, failures)
        .mapToObj(OperationTest::error)
        .reduce(
            create,
            (operation, error) -> operation.attemptFailed(error, Optional.of(LATER), LATER),
            (one, other) -> other);
  }

  private static OperationError error(int number) {
    return new OperationError(FailureClass.TRANSIENT, "FAILURE_" + number, "It failed.");
  }
}
