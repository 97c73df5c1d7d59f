package eu.eutlas.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The children of a parent, held in the parent's own document: because one write of it decides, no
 * two children share a name, no limit is passed, and a parent never goes away while it has
 * children.
 */
public record Slots<I>(List<Slot<I>> all) {

  /** After this time a reservation whose child never came is given up. */
  public static final Duration RESERVATION_LASTS = Duration.ofSeconds(60);

  public Slots {
    all = List.copyOf(all);
  }

  public static <I> Slots<I> none() {
    return new Slots<>(List.of());
  }

  public boolean isEmpty() {
    return all.isEmpty();
  }

  public int size() {
    return all.size();
  }

  public Optional<Slot<I>> find(I id) {
    return all.stream().filter(slot -> slot.id().equals(id)).findFirst();
  }

  public Optional<Slot<I>> named(String nameKey) {
    return all.stream().filter(slot -> slot.nameKey().equals(nameKey)).findFirst();
  }

  public Slots<I> reserve(I id, String nameKey, Optional<OriginKey> origin, Instant now) {
    var slot = new Slot<>(id, nameKey, origin.map(OriginKey::keyHash), Slot.State.RESERVED, now);
    return new Slots<>(Stream.concat(all.stream(), Stream.of(slot)).toList());
  }

  /** Makes a reservation live; a slot that is gone stays gone. */
  public Slots<I> occupy(I id) {
    return new Slots<>(
        all.stream().map(slot -> slot.id().equals(id) ? slot.live() : slot).toList());
  }

  public Slots<I> free(I id) {
    return new Slots<>(all.stream().filter(slot -> !slot.id().equals(id)).toList());
  }

  /** The reservations that have waited too long for their child. */
  public List<Slot<I>> abandonedAt(Instant now) {
    return all.stream()
        .filter(slot -> slot.state() == Slot.State.RESERVED)
        .filter(slot -> !now.isBefore(slot.reservedAt().plus(RESERVATION_LASTS)))
        .toList();
  }
}
