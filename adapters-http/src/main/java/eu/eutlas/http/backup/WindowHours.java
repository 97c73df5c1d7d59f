package eu.eutlas.http.backup;

import eu.eutlas.domain.InvalidValue;

/** How many hours a window for backups is open. */
public record WindowHours(int value) {
  public WindowHours {
    InvalidValue.unless(value >= 1 && value <= 24, "Give 1 to 24 hours.");
  }
}
