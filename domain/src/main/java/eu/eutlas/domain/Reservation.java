package eu.eutlas.domain;

import java.util.Optional;

/**
 * A place that a parent has for a child.
 *
 * @param parent to be saved, unless the place was there before
 * @param child the id under which to create; the id of the earlier request when this is the same
 *     request, asked again
 */
public record Reservation<P, I>(P parent, I child, boolean wasThere) {

  /**
   * Finds the place that the same request has reserved before.
   *
   * @param holder the slot with the name asked for
   */
  public static <P, I> Optional<Reservation<P, I>> again(
      P parent, Slot<I> holder, Optional<OriginKey> origin) {
    var same = origin.isPresent() && holder.originKeyHash().equals(origin.map(OriginKey::keyHash));
    return same ? Optional.of(new Reservation<>(parent, holder.id(), true)) : Optional.empty();
  }
}
