package eu.eutlas.application;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Leases by key, kept where all nodes see them. Each call is one atomic write. */
public interface Leases {

  /**
   * Takes the lease of a key if it is free, has ended, or was taken by an earlier start of the same
   * node, which is known to be dead.
   *
   * @return the lease, or absent when another turn of work holds it, one of the same node and start
   *     included
   * @throws PortFailure.Unavailable when nothing was taken
   * @throws PortFailure.OutcomeUnknown when it may be taken; it ends by itself
   */
  Optional<Lease> take(String key, Node node, Instant now, Duration lasts);

  /** Gives a lease back. Repeatable; a lease that somebody else holds by now stays theirs. */
  void release(Lease lease);

  /**
   * The time by the store's clock, which all nodes measure theirs against.
   *
   * @throws PortFailure.Unavailable when the store cannot be asked
   */
  Instant storeTime();
}
