package eu.eutlas.application.internal;

import eu.eutlas.application.Lease;
import eu.eutlas.application.Leases;
import eu.eutlas.application.Node;
import eu.eutlas.application.PortFailure;
import eu.eutlas.domain.cluster.ClusterId;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** The leases under which passes are made: each pass is a turn of its own. */
final class PassLeases {
  private static final Duration LASTS = Duration.ofSeconds(60);

  private final Leases leases;
  private final Node node;
  private final InstantSource clock;
  private final AtomicLong turns = new AtomicLong();

  /** Turns that may hold a lease without knowing it: the next pass goes on as the same. */
  private final Map<ClusterId, Long> unsure = new ConcurrentHashMap<>();

  PassLeases(Leases leases, Node node, InstantSource clock) {
    this.leases = leases;
    this.node = node;
    this.clock = clock;
  }

  /**
   * Makes a pass under the lease of its cluster. Returns whether there was one to have: otherwise
   * another turn works on the cluster.
   *
   * @throws PortFailure when the lease could not be taken or given back
   */
  boolean during(ClusterId id, Consumer<Lease> pass) {
    var turn = Optional.ofNullable(unsure.remove(id)).orElseGet(turns::incrementAndGet);
    var taken =
        asked(id, turn, () -> leases.take("cluster:" + id, node, turn, clock.instant(), LASTS));
    taken.ifPresent(lease -> {
      try {
        pass.accept(lease);
      } finally {
        var unused = asked(id, turn, () -> givenBack(lease));
      }
    });
    return taken.isPresent();
  }

  private boolean givenBack(Lease lease) {
    leases.release(lease);
    return true;
  }

  private <T> T asked(ClusterId id, long turn, Supplier<T> question) {
    try {
      return question.get();
    } catch (PortFailure failure) {
      unsure.put(id, turn);
      throw failure;
    }
  }
}
