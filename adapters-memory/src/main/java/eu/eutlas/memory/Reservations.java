package eu.eutlas.memory;

import eu.eutlas.domain.Slot;
import eu.eutlas.domain.Slots;
import java.time.Instant;
import java.util.Comparator;
import java.util.stream.Stream;

/** What the repositories of documents with slots share. */
public final class Reservations {
  private Reservations() {}

  /** When the oldest reservation was made that is not live yet; nothing where there is none. */
  public static <I> Stream<Instant> oldest(Slots<I> slots) {
    return slots.all().stream()
        .filter(slot -> slot.state() == Slot.State.RESERVED)
        .map(Slot::reservedAt)
        .min(Comparator.naturalOrder())
        .stream();
  }
}
