package eu.eutlas.domain.operation;

import eu.eutlas.domain.InvalidValue;
import java.time.Duration;

/**
 * How long to wait after a failed attempt: 1 s, doubled each time up to 60 s, give or take a fifth
 * so that not all come at once.
 */
public final class Backoff {
  private static final long FIRST_MILLIS = 1_000;
  private static final Duration LONGEST = Duration.ofSeconds(60);
  private static final int DOUBLINGS = 20;
  private static final double SPREAD = 0.2;

  private Backoff() {}

  /**
   * Returns the wait before the next attempt.
   *
   * @param failures how many attempts have failed so far, 1 or more
   * @param jitter a random number from 0 to 1
   */
  public static Duration after(int failures, double jitter) {
    return after(failures, LONGEST, jitter);
  }

  /**
   * The same for what can wait longer.
   *
   * @param longest where doubling ends, up to a week
   */
  public static Duration after(int failures, Duration longest, double jitter) {
    InvalidValue.unless(failures >= 1, "There is no waiting before the first failure.");
    InvalidValue.unless(jitter >= 0 && jitter <= 1, "Jitter lies between 0 and 1.");
    var doubled = FIRST_MILLIS << Math.min(failures - 1, DOUBLINGS);
    var base = Math.min(doubled, longest.toMillis());
    return Duration.ofMillis(Math.round(base * (1 + SPREAD * (2 * jitter - 1))));
  }
}
