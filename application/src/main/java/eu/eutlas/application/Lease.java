package eu.eutlas.application;

import java.time.Duration;
import java.time.Instant;

/**
 * The right to work on something until a moment, held by one turn of work on one node. It saves
 * double work; versions decide.
 */
public record Lease(String key, String holder, Instant until) {

  /** The latest end of a lease that another node takes at this moment. */
  public static Instant latestEnd(Instant now, Duration lasts) {
    return now.plus(lasts).plus(Leases.TOLERATED).plus(Leases.TOLERATED);
  }
}
