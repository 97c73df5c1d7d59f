package eu.eutlas.domain.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import eu.eutlas.domain.InvalidValue;
import java.time.Duration;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class BackoffTest {

  @ParameterizedTest
  @CsvSource({"1, 1", "2, 2", "3, 4", "4, 8", "5, 16", "6, 32", "7, 60", "8, 60", "1000000, 60"})
  void doublesFromOneSecondToOneMinute(int failures, int seconds) {
    assertThat(Backoff.after(failures, 0.5)).isEqualTo(Duration.ofSeconds(seconds));
  }

  @Test
  void givesOrTakesAFifth() {
    assertThat(Backoff.after(1, 0)).isEqualTo(Duration.ofMillis(800));
    assertThat(Backoff.after(1, 1)).isEqualTo(Duration.ofMillis(1200));
  }

  @Property
  void liesBetweenFourFifthsOfASecondAndSixFifthsOfAMinute(
      @ForAll @IntRange(min = 1) int failures, @ForAll @DoubleRange(max = 1) double jitter) {
    assertThat(Backoff.after(failures, jitter))
        .isBetween(Duration.ofMillis(800), Duration.ofSeconds(72));
  }

  @Property
  void neverShrinksWithFailures(
      @ForAll @IntRange(min = 1, max = 1000) int failures,
      @ForAll @DoubleRange(max = 1) double jitter) {
    assertThat(Backoff.after(failures + 1, jitter))
        .isGreaterThanOrEqualTo(Backoff.after(failures, jitter));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, -1})
  void hasNothingToWaitForBeforeTheFirstFailure(int failures) {
    assertThatExceptionOfType(InvalidValue.class).isThrownBy(() -> Backoff.after(failures, 0.5));
  }

  @ParameterizedTest
  @ValueSource(doubles = {-0.01, 1.01, Double.NaN})
  void refusesJitterOutsideItsRange(double jitter) {
    assertThatExceptionOfType(InvalidValue.class).isThrownBy(() -> Backoff.after(1, jitter));
  }

  @Test
  void onlyWhatIsPermanentIsNotTriedAgain() {
    assertThat(FailureClass.TRANSIENT.isRetryable()).isTrue();
    assertThat(FailureClass.OUTCOME_UNKNOWN.isRetryable()).isTrue();
    assertThat(FailureClass.PERMANENT.isRetryable()).isFalse();
  }
}
