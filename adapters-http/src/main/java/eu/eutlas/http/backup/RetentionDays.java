package eu.eutlas.http.backup;

import eu.eutlas.domain.InvalidValue;

/** How many days backups stay. */
public record RetentionDays(int value) {
  public RetentionDays {
    InvalidValue.unless(value >= 1 && value <= 365, "Backups stay 1 to 365 days.");
  }
}
