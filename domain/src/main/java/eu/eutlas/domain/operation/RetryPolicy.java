package eu.eutlas.domain.operation;

import eu.eutlas.domain.InvalidValue;
import java.time.Duration;

/**
 * How often to try what fails, and how long to wait in between: a first wait that grows by a factor
 * up to a longest one, give or take a share of it so that not all come at once.
 *
 * @param factor 1 or more
 * @param jitter a share, from 0 up to but not including 1
 * @param attempts how many may fail that may work in a while, 1 or more
 * @param unknownAttempts how many may fail of which one is never told how they ended, 1 or more
 */
public record RetryPolicy(
    Duration first,
    double factor,
    Duration longest,
    double jitter,
    int attempts,
    int unknownAttempts) {
  /** 1 s, doubled up to 60 s, give or take a fifth; 30 attempts. */
  public static final RetryPolicy USUAL =
      new RetryPolicy(Duration.ofSeconds(1), 2, Duration.ofSeconds(60), 0.2, 30, 30);

  public RetryPolicy {
    InvalidValue.unless(first.isPositive(), "A first wait is longer than nothing.");
    InvalidValue.unless(longest.compareTo(first) >= 0, "The longest wait is not below the first.");
    InvalidValue.unless(factor >= 1 && factor <= 10, "A factor lies between 1 and 10.");
    InvalidValue.unless(jitter >= 0 && jitter < 1, "Jitter is a share of 0 up to 1.");
    InvalidValue.unless(attempts >= 1 && unknownAttempts >= 1, "There is at least one attempt.");
  }

  /** The same with another longest wait. */
  public RetryPolicy upTo(Duration otherLongest) {
    return new RetryPolicy(first, factor, otherLongest, jitter, attempts, unknownAttempts);
  }

  /** How many attempts may fail in this way before it is given up. */
  public int attempts(FailureClass failureClass) {
    return switch (failureClass) {
      case TRANSIENT -> attempts;
      case OUTCOME_UNKNOWN -> unknownAttempts;
      case PERMANENT -> 1;
    };
  }

  /**
   * Returns the wait before the next attempt.
   *
   * @param failures how many attempts have failed so far, 1 or more
   * @param luck a random number from 0 to 1
   */
  public Duration after(int failures, double luck) {
    InvalidValue.unless(failures >= 1, "There is no waiting before the first failure.");
    InvalidValue.unless(luck >= 0 && luck <= 1, "Jitter lies between 0 and 1.");
    var grown = (double) first.toMillis() * Math.pow(factor, failures - 1.0);
    var base = Math.min(grown, (double) longest.toMillis());
    return Duration.ofMillis(Math.round(base * (1 + jitter * (2 * luck - 1))));
  }
}
