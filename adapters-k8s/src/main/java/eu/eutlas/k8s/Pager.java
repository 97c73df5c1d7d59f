package eu.eutlas.k8s;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Things of all namespaces one after the other, fetched page by page when they are wanted. */
final class Pager {
  private final ResourceType type;
  private final Map<String, String> selectors;
  private final int size;
  private final Deque<Live> fetched = new ArrayDeque<>();
  private Optional<String> next = Optional.empty();
  private boolean begun;

  /**
   * Begins.
   *
   * @param selectors which of them, as an API server takes them
   */
  Pager(ResourceType type, Map<String, String> selectors, int size) {
    this.type = type;
    this.selectors = Map.copyOf(selectors);
    this.size = size;
  }

  /** The first of those that were not taken yet; absent after the last. */
  Optional<Live> peek(Api api) {
    while (fetched.isEmpty() && (!begun || next.isPresent())) {
      fetch(api);
    }
    return Optional.ofNullable(fetched.peek());
  }

  Optional<Live> next(Api api) {
    var first = peek(api);
    drop();
    return first;
  }

  void drop() {
    fetched.poll();
  }

  private void fetch(Api api) {
    var query = new HashMap<>(selectors);
    query.put("limit", Integer.toString(size));
    next.ifPresent(token -> query.put("continue", token));
    var page = api.list(type, Optional.empty(), query);
    begun = true;
    next = page.next();
    fetched.addAll(page.items());
  }
}
