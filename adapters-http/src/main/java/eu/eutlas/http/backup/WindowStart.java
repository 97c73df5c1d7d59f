package eu.eutlas.http.backup;

import eu.eutlas.domain.InvalidValue;

/** The hour at which a window for backups opens. */
public record WindowStart(int value) {
  public WindowStart {
    InvalidValue.unless(value >= 0 && value <= 23, "Give an hour from 0 to 23.");
  }
}
