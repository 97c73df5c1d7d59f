package eu.eutlas.domain.planted;

import java.time.Instant;

/** Planted: a domain class that looks at the clock by itself. */
public final class ReadsTheClock {
  public boolean isLate(Instant deadline) {
    return Instant.now().isAfter(deadline);
  }
}
