package eu.eutlas.domain.operation;

import java.time.Duration;

/** How long the product itself waits after a failed attempt: as is usual. */
public final class Backoff {
  private Backoff() {}

  /**
   * Returns the wait before the next attempt.
   *
   * @param failures how many attempts have failed so far, 1 or more
   * @param jitter a random number from 0 to 1
   */
  public static Duration after(int failures, double jitter) {
    return RetryPolicy.USUAL.after(failures, jitter);
  }

  /**
   * The same for what can wait longer.
   *
   * @param longest where doubling ends
   */
  public static Duration after(int failures, Duration longest, double jitter) {
    return RetryPolicy.USUAL.upTo(longest).after(failures, jitter);
  }
}
