package eu.eutlas.domain.backup;

import eu.eutlas.domain.InvalidValue;
import java.time.Duration;
import java.time.Instant;

/**
 * How long backups stay: so many days, and the newest of them however old they are. The newest good
 * one of a living cluster always stays.
 *
 * @param days 1 to 365
 * @param last how many of the newest stay in any case, 0 to 100
 */
public record Retention(int days, int last) {
  public static final Retention USUAL = new Retention(7, 3);

  private static final int MOST_DAYS = 365;
  private static final int MOST = 100;

  public Retention {
    InvalidValue.unless(days >= 1 && days <= MOST_DAYS, "Backups stay 1 to 365 days.");
    InvalidValue.unless(last >= 0 && last <= MOST, "The newest 0 to 100 backups stay.");
  }

  Instant expiry(Instant completedAt) {
    return completedAt.plus(Duration.ofDays(days));
  }
}
