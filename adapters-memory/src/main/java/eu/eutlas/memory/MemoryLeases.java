package eu.eutlas.memory;

import eu.eutlas.application.Lease;
import eu.eutlas.application.Leases;
import eu.eutlas.application.Node;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/** Leases, in memory. Nodes that share them share this object. */
public final class MemoryLeases implements Leases {
  private final InstantSource clock;
  private final Map<String, Held> held = new ConcurrentHashMap<>();
  private final AtomicLong turns = new AtomicLong();

  /**
   * Leases without any held.
   *
   * @param clock what the store's clock is taken to be
   */
  public MemoryLeases(InstantSource clock) {
    this.clock = clock;
  }

  @Override
  public Optional<Lease> take(String key, Node node, Instant now, Duration lasts) {
    var holder = node.id() + "/" + node.start() + "/" + turns.incrementAndGet();
    var wanted = new Held(node, new Lease(key, holder, now.plus(lasts)));
    var holds =
        held.merge(key, wanted, (before, after) -> before.isFreeFor(node, now) ? after : before);
    return holds.equals(wanted) ? Optional.of(wanted.lease()) : Optional.empty();
  }

  @Override
  public void release(Lease lease) {
    held.computeIfPresent(lease.key(), (key, holds) -> holds.lease().equals(lease) ? null : holds);
  }

  @Override
  public Instant storeTime() {
    return clock.instant();
  }

  private record Held(Node node, Lease lease) {
    boolean isFreeFor(Node other, Instant now) {
      var ended = !now.isBefore(lease.until());
      var ofEarlierStart = node.id().equals(other.id()) && !node.start().equals(other.start());
      return ended || ofEarlierStart;
    }
  }
}
