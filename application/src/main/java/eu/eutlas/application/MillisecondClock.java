package eu.eutlas.application;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;

/**
 * A clock that ticks in milliseconds, which is what stores keep: a time that was saved reads back
 * as it was.
 */
public record MillisecondClock(InstantSource source) implements InstantSource {
  @Override
  public Instant instant() {
    return source.instant().truncatedTo(ChronoUnit.MILLIS);
  }
}
