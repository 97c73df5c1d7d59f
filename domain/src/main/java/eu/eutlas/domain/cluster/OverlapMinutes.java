package eu.eutlas.domain.cluster;

import eu.eutlas.domain.InvalidValue;
import java.time.Duration;

/** For how many minutes a customer's former login works beside the new one. */
public record OverlapMinutes(int value) {
  private static final int LONGEST = (int) OutgoingLogin.LONGEST.toMinutes();

  /** An hour: enough to roll out a new connection string. */
  public static final OverlapMinutes USUAL = new OverlapMinutes(60);

  public OverlapMinutes {
    InvalidValue.unless(
        value >= 0 && value <= LONGEST,
        "Two logins work beside each other for 0 to 10080 minutes.");
  }

  public Duration duration() {
    return Duration.ofMinutes(value);
  }
}
