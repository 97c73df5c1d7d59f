package eu.eutlas.application.internal;

import eu.eutlas.application.Leases;
import java.time.Duration;
import java.time.InstantSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Compares this node's clock with the store's. A node that is off by more than the others tolerate
 * takes no leases, and says so.
 */
public final class ClockCheck {
  private static final Logger log = LoggerFactory.getLogger(ClockCheck.class);

  private final Leases leases;
  private final InstantSource clock;
  private volatile boolean trusted = true;

  public ClockCheck(Leases leases, InstantSource clock) {
    this.leases = leases;
    this.clock = clock;
  }

  public boolean isTrusted() {
    return trusted;
  }

  /** Looks at both clocks. The time that the question takes counts for the store. */
  void check() {
    var before = clock.instant();
    var store = leases.storeTime();
    var after = clock.instant();
    var ahead = Duration.between(store, before);
    var behind = Duration.between(after, store);
    var off = ahead.compareTo(behind) > 0 ? ahead : behind;
    var now = off.compareTo(Leases.TOLERATED) <= 0;
    if (trusted && !now) {
      log.error(
          "This machine's clock is off by {} s; it works on no cluster until that is mended.",
          off.toSeconds());
    }
    trusted = now;
  }
}
