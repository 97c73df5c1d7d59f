package eu.eutlas.domain.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import eu.eutlas.domain.InvalidValue;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class RetryPolicyTest {
  private static final RetryPolicy POLICY =
      new RetryPolicy(Duration.ofSeconds(2), 3, Duration.ofSeconds(30), 0.5, 9, 4);

  @ParameterizedTest
  @CsvSource({"1, 2", "2, 6", "3, 18", "4, 30", "100, 30", "2147483647, 30"})
  void waitsGrowByTheFactorUpToTheLongest(int failures, long seconds) {
    assertThat(POLICY.after(failures, 0.5)).isEqualTo(Duration.ofSeconds(seconds));
  }

  @Test
  void jitterIsAShareEitherWay() {
    assertThat(POLICY.after(1, 0)).isEqualTo(Duration.ofSeconds(1));
    assertThat(POLICY.after(1, 1)).isEqualTo(Duration.ofSeconds(3));
  }

  @ParameterizedTest
  @CsvSource({"TRANSIENT, 9", "OUTCOME_UNKNOWN, 4", "PERMANENT, 1"})
  void eachClassHasItsOwnLimit(FailureClass failureClass, int attempts) {
    assertThat(POLICY.attempts(failureClass)).isEqualTo(attempts);
  }

  @Test
  void refusesWhatMakesNoSense() {
    assertRefused(Duration.ZERO, 2, 0.2, 1);
    assertRefused(Duration.ofMinutes(1), 2, 0.2, 1);
    assertRefused(Duration.ofSeconds(1), 0.9, 0.2, 1);
    assertRefused(Duration.ofSeconds(1), 2, 1, 1);
    assertRefused(Duration.ofSeconds(1), 2, 0.2, 0);
  }

  private static void assertRefused(Duration first, double factor, double jitter, int attempts) {
    assertThatExceptionOfType(InvalidValue.class)
        .isThrownBy(() ->
            new RetryPolicy(first, factor, Duration.ofSeconds(30), jitter, attempts, attempts));
  }
}
