package eu.eutlas.application;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * A part of a list. What is stored and cannot be read any more is left out of it, whoever asks gets
 * the rest and the pages after it, and the operator is told by the log and a metric; asking for the
 * one thing itself fails.
 *
 * @param next where to go on; absent on the last page
 */
public record Page<T>(List<T> items, Optional<Cursor> next) {
  public Page {
    items = List.copyOf(items);
  }

  /**
   * Cuts a page out of what was found, which is one item more than asked for if there is more.
   *
   * @param cursorOf the place of an item
   */
  public static <T> Page<T> of(List<T> found, PageRequest request, Function<T, Cursor> cursorOf) {
    if (found.size() <= request.limit()) {
      return new Page<>(found, Optional.empty());
    }
    var items = found.subList(0, request.limit());
    return new Page<>(items, Optional.of(cursorOf.apply(items.getLast())));
  }
}
