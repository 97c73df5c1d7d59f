package eu.eutlas.domain;

import java.time.Instant;

/**
 * The place that a parent holds for one child, and with it the child's name.
 *
 * @param nameKey the name as it is compared
 */
public record Slot<I>(I id, String nameKey, State state, Instant reservedAt) {

  /** Reserved before the child exists; live from the moment that the child counts. */
  public enum State {
    RESERVED,
    LIVE
  }

  Slot<I> live() {
    return new Slot<>(id, nameKey, State.LIVE, reservedAt);
  }
}
