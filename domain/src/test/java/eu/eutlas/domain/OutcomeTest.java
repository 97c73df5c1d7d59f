package eu.eutlas.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import org.junit.jupiter.api.Test;

final class OutcomeTest {

  private static final Refusal NO = Refusal.notFound("cluster");

  @Test
  void whatIsDoneGoesOn() {
    var outcome = Outcome.done(2).map(n -> n + 1).flatMap(n -> Outcome.done("n" + n));

    assertThat(outcome.orElseThrow()).isEqualTo("n3");
  }

  @Test
  void whatIsRefusedStopsThere() {
    var outcome =
        Outcome.<Integer>refused(NO)
            .map(n -> n + 1)
            .flatMap(n -> {
              throw new AssertionError("asked after a refusal");
            });

    assertThat(Given.refusalOf(outcome)).isEqualTo(NO);
  }

  @Test
  void aLaterStepMayRefuse() {
    var outcome = Outcome.done(2).flatMap(n -> Outcome.<String>refused(NO));

    assertThat(Given.refusalOf(outcome)).isEqualTo(NO);
  }

  @Test
  void aRefusalThatNobodyExpectedIsABug() {
    assertThatExceptionOfType(IllegalStateException.class)
        .isThrownBy(() -> Outcome.refused(NO).orElseThrow())
        .withMessage("NOT_FOUND: There is no such cluster.");
  }

  @Test
  void anInvalidFieldIsNamedInSentenceAndFault() {
    var refusal = Refusal.invalid("labels.team", "It is too long.");

    assertThat(refusal)
        .isEqualTo(
            new Refusal.Invalid(
                RefusalCode.INVALID_REQUEST,
                "The field labels.team is not valid: It is too long.",
                List.of(new Refusal.Fault("labels.team", "It is too long."))));
  }
}
