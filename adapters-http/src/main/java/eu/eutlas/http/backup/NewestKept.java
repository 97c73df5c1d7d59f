package eu.eutlas.http.backup;

import eu.eutlas.domain.InvalidValue;

/** How many of the newest backups stay however old they are. */
public record NewestKept(int value) {
  public NewestKept {
    InvalidValue.unless(value >= 0 && value <= 100, "Give a number from 0 to 100.");
  }
}
