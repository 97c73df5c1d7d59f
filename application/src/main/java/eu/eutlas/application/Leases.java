package eu.eutlas.application;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Leases by key, kept where all nodes see them. Each call is one atomic write. */
public interface Leases {

  /** How far a node's clock may be off from the store's. */
  Duration TOLERATED = Duration.ofSeconds(5);

  /**
   * Takes the lease of a key if it is free, has ended, is this turn's already, or was taken by an
   * earlier start of the same node, which is known to be dead. A lease counts as ended, too, when
   * its end is further away than that of any that is taken now, by whatever clock that is
   * tolerated: who took it was wrong about the time.
   *
   * @param turn a number that no other turn of work of this start has; who did not hear whether
   *     they have the lease ask again by the same
   * @param lasts the same for all who take leases of this key
   * @return the lease, or absent when another turn of work holds it, one of the same node and start
   *     included
   * @throws PortFailure.Unavailable when nothing was taken
   * @throws PortFailure.OutcomeUnknown when it may be taken; it ends by itself
   */
  Optional<Lease> take(String key, Node node, long turn, Instant now, Duration lasts);

  /** Gives a lease back. Repeatable; a lease that somebody else holds by now stays theirs. */
  void release(Lease lease);

  /**
   * The time by the store's clock, which all nodes measure theirs against.
   *
   * @throws PortFailure.Unavailable when the store cannot be asked
   */
  Instant storeTime();
}
