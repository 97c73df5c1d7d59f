package eu.eutlas.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import eu.eutlas.application.Cursor;
import eu.eutlas.application.Page;
import eu.eutlas.application.PageRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Reads lists as clients do: page by page, to the end. */
public final class Paging {
  private static final int MANY = 10_000;

  private Paging() {}

  /** The items of all pages; no page may be longer than asked for, or empty before the last. */
  public static <T> List<T> all(int limit, Function<PageRequest, Page<T>> list) {
    var items = new ArrayList<T>();
    Optional<Cursor> after = Optional.empty();
    do {
      var page = list.apply(new PageRequest(limit, after));
      assertThat(page.items()).hasSizeLessThanOrEqualTo(limit);
      assertThat(page.next().isPresent() && page.items().isEmpty())
          .as("an empty page that is not the last")
          .isFalse();
      items.addAll(page.items());
      after = page.next();
    } while (after.isPresent() && items.size() < MANY);
    assertThat(after).as("more pages than there can be").isEmpty();
    return items;
  }

  /** The first page with room for all of a small list. */
  public static <T> List<T> first(Function<PageRequest, Page<T>> list) {
    return list.apply(PageRequest.first()).items();
  }
}
