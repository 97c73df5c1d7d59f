package eu.eutlas.http.answer;

import eu.eutlas.application.Page;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A list, or a part of it.
 *
 * @param nextCursor where to go on; null on the last page
 */
public record Items<T>(List<T> items, @Nullable String nextCursor) {
  public Items {
    items = List.copyOf(items);
  }

  public static <S, T> Items<T> of(Page<S> page, Function<S, T> render) {
    return new Items<>(
        page.items().stream().map(render).toList(),
        page.next().map(PageCursor::encode).orElse(null));
  }

  /** A list that is always given whole. */
  public static <S, T> Items<T> all(List<S> found, Function<S, T> render) {
    return new Items<>(found.stream().map(render).toList(), null);
  }
}
