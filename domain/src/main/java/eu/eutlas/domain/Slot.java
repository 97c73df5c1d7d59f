package eu.eutlas.domain;

import java.time.Instant;
import java.util.Optional;

/**
 * The place that a parent holds for one child, and with it the child's name.
 *
 * @param nameKey the name as it is compared
 * @param originKeyHash of the request that reserved it, so that the same request, asked again,
 *     finds its own place; absent when it had no idempotency key. It stays when the key is
 *     forgotten, and does no harm: the child is there with its id, so a request that finds the
 *     place by it is told that the name is taken
 */
public record Slot<I>(
    I id, String nameKey, Optional<String> originKeyHash, State state, Instant reservedAt) {

  /** Reserved before the child exists; live from the moment that the child counts. */
  public enum State {
    RESERVED,
    LIVE
  }

  Slot<I> live() {
    return new Slot<>(id, nameKey, originKeyHash, State.LIVE, reservedAt);
  }
}
