package eu.eutlas.application.internal;

import eu.eutlas.application.Lease;
import eu.eutlas.application.Leases;
import eu.eutlas.application.Node;
import eu.eutlas.application.PortFailure;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/** Leases of work that lasts longer than a lease does: they are taken anew while it goes on. */
final class LongLeases {
  private static final Duration LASTS = Duration.ofSeconds(60);

  /** So early that a lease does not end while a call to the store takes its time. */
  private static final Duration RENEWED = Duration.ofSeconds(15);

  private final Leases leases;
  private final Node node;
  private final InstantSource clock;
  private final AtomicLong turns = new AtomicLong();

  LongLeases(Leases leases, Node node, InstantSource clock) {
    this.leases = leases;
    this.node = node;
    this.clock = clock;
  }

  /** Takes the lease of a key; absent when somebody else has it. */
  Optional<Held> take(String key) {
    var turn = turns.incrementAndGet();
    return leases
        .take(key, node, turn, clock.instant(), LASTS)
        .map(lease -> new Held(turn, lease, clock.instant()));
  }

  /**
   * Takes one of the places that there are under a key; absent when all are taken.
   *
   * @param places how many there are for all nodes
   */
  Optional<Held> takeOneOf(String key, int places) {
    for (var place = 1; place <= places; place++) {
      var held = take(key + ":" + place);
      if (held.isPresent()) {
        return held;
      }
    }
    return Optional.empty();
  }

  /** A lease that is held. */
  final class Held implements AutoCloseable {
    private final long turn;
    private Lease lease;
    private Instant taken;

    private Held(long turn, Lease lease, Instant taken) {
      this.turn = turn;
      this.lease = lease;
      this.taken = taken;
    }

    /**
     * Takes it anew when it is time to.
     *
     * @throws PortFailure.Unavailable when somebody else has it by now
     */
    void renew() {
      var now = clock.instant();
      if (now.isBefore(taken.plus(RENEWED))) {
        return;
      }
      lease =
          leases
              .take(lease.key(), node, turn, now, LASTS)
              .orElseThrow(() ->
                  new PortFailure.Unavailable(
                      "LEASE_LOST", "This node was silent for too long; another goes on.", null));
      taken = now;
    }

    @Override
    public void close() {
      leases.release(lease);
    }
  }
}
