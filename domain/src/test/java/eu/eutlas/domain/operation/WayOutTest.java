package eu.eutlas.domain.operation;

import static org.assertj.core.api.Assertions.assertThat;

import eu.eutlas.domain.Given;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class WayOutTest {
  @Test
  void whereNothingFailedThereIsNothingToDo() {
    assertThat(WayOut.of(Given.operation(OperationType.CREATE, 1))).isEmpty();
  }

  @Test
  void whileItIsTriedPeopleLearnForHowLongAndWhereToLook() {
    assertThat(WayOut.of(failing(OperationType.CREATE, FailureClass.TRANSIENT)))
        .contains(
            "EUTLAS tries again by itself until 2026-03-01T12:15:00Z. What it works on is in the log under request-1.");
  }

  @ParameterizedTest
  @EnumSource(OperationType.class)
  void whatFailedCanBeTriedAgainOrDeletedAndIsInTheLog(OperationType type) {
    for (var failureClass : FailureClass.values()) {
      var failed = failing(type, failureClass).fail(Given.NOW);

      assertThat(WayOut.of(failed).orElseThrow())
          .contains("Retry the operation", "delete the cluster", "in the log under request-1.");
    }
  }

  @Test
  void eachClassOfFailureHasWordsOfItsOwn() {
    assertThat(FailureClass.values())
        .extracting(each -> WayOut.of(failing(OperationType.RESUME, each).fail(Given.NOW)))
        .doesNotHaveDuplicates();
  }

  @Test
  void whatWasOvercomeNeedsNothing() {
    assertThat(WayOut.of(failing(OperationType.PAUSE, FailureClass.TRANSIENT).succeed(Given.NOW)))
        .contains("Nothing: it was overcome, or is no longer wanted.");
  }

  private static Operation failing(OperationType type, FailureClass failureClass) {
    var error = new OperationError(failureClass, "CODE", "It failed.");
    return Given.operation(type, 1).attemptFailed(error, Optional.empty(), Given.NOW);
  }
}
