package eu.eutlas.domain.cluster;

import eu.eutlas.domain.InvalidValue;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * From where a cluster may be reached besides by EUTLAS itself: each range once, in the order in
 * which they were added. An empty list lets nobody in.
 */
public record AccessList(List<AccessEntry> entries) {
  public static final AccessList NOBODY = new AccessList(List.of());

  private static final int MAX_ENTRIES = 200;

  public AccessList {
    InvalidValue.unless(
        entries.size() <= MAX_ENTRIES, "An access list has at most " + MAX_ENTRIES + " entries.");
    var ranges = new HashSet<Cidr>();
    for (var entry : entries) {
      InvalidValue.unless(
          ranges.add(entry.range()), "The range " + entry.range() + " is in the list twice.");
    }
    entries = List.copyOf(entries);
  }

  /** The list with the entry, in the place of the one of the same range, if there is one. */
  public AccessList with(AccessEntry entry) {
    var known = entries.stream().anyMatch(each -> each.range().equals(entry.range()));
    return new AccessList(
        known
            ? entries.stream()
                .map(each -> each.range().equals(entry.range()) ? entry : each)
                .toList()
            : Stream.concat(entries.stream(), Stream.of(entry)).toList());
  }

  public AccessList without(Cidr range) {
    return new AccessList(entries.stream().filter(each -> !each.range().equals(range)).toList());
  }

  /** What counts at that time. */
  public AccessList at(Instant now) {
    return new AccessList(entries.stream().filter(each -> !each.isExpired(now)).toList());
  }

  /** When the next of its entries expires, or has. */
  public Optional<Instant> nextExpiry() {
    return entries.stream().flatMap(each -> each.expiresAt().stream()).min(Instant::compareTo);
  }

  /**
   * The ranges in an order of their own, without those that lie within others: what is enforced.
   */
  public List<Cidr> ranges() {
    return entries.stream()
        .map(AccessEntry::range)
        .filter(range ->
            entries.stream()
                .map(AccessEntry::range)
                .noneMatch(other -> !other.equals(range) && other.contains(range)))
        .sorted(Comparator.comparing(Cidr::value))
        .toList();
  }
}
