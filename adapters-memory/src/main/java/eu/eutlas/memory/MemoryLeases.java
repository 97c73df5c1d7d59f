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

/** Leases, in memory. Nodes that share them share this object. */
public final class MemoryLeases implements Leases {
  private final InstantSource clock;
  private final Map<String, Held> held = new ConcurrentHashMap<>();

  /**
   * Leases without any held.
   *
   * @param clock what the store's clock is taken to be
   */
  public MemoryLeases(InstantSource clock) {
    this.clock = clock;
  }

  @Override
  public Optional<Lease> take(String key, Node node, long turn, Instant now, Duration lasts) {
    var holder = node.id() + "/" + node.start() + "/" + turn;
    var wanted = new Held(node, new Lease(key, holder, now.plus(lasts)));
    var holds =
        held.merge(
            key, wanted, (before, after) -> before.isFreeFor(wanted, now, lasts) ? after : before);
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
    boolean isFreeFor(Held other, Instant now, Duration lasts) {
      var ended =
          !now.isBefore(lease.until()) || lease.until().isAfter(Lease.latestEnd(now, lasts));
      var ofEarlierStart =
          node.id().equals(other.node.id()) && !node.start().equals(other.node.start());
      return ended || ofEarlierStart || lease.holder().equals(other.lease.holder());
    }
  }
}
