package eu.eutlas.memory;

import eu.eutlas.application.PortFailure;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds documents by a key without looking at all of them; see {@link Documents}. */
public final class Index<T, K extends Comparable<K>> {
  private final Documents<T> documents;
  private final Function<T, Stream<K>> keysOf;
  private final boolean unique;
  private final NavigableMap<K, NavigableSet<String>> ids = new TreeMap<>();
  private final Map<String, Set<K>> keys = new HashMap<>();

  Index(Documents<T> documents, Function<T, Stream<K>> keysOf, boolean unique) {
    this.documents = documents;
    this.keysOf = keysOf;
    this.unique = unique;
  }

  /** The documents with a key, by id. */
  public List<T> with(K key) {
    return documents.atomically(() -> read(idsOf(key)).toList());
  }

  /** The documents with a key, by id from after the one given. */
  public List<T> with(K key, Optional<String> after, int limit) {
    return documents.atomically(() -> {
      var found = idsOf(key);
      return read(after.map(id -> found.tailSet(id, false)).orElse(found)).limit(limit).toList();
    });
  }

  public Optional<T> first(K key) {
    return with(key, Optional.empty(), 1).stream().findFirst();
  }

  /** The documents with any key, lowest key first. */
  public List<T> first(int limit) {
    return documents.atomically(() -> read(ids.values(), limit));
  }

  /** The documents with a key lower than the one given, lowest first. */
  public List<T> before(K key) {
    return before(key, Integer.MAX_VALUE);
  }

  public List<T> before(K key, int limit) {
    return documents.atomically(() -> read(ids.headMap(key, false).values(), limit));
  }

  /** The documents with a key up to the one given, lowest first. */
  public List<T> upTo(K key, int limit) {
    return documents.atomically(() -> read(ids.headMap(key, true).values(), limit));
  }

  /** The documents with a key from the one to the other, both included, lowest first. */
  public List<T> between(K from, K to, int limit) {
    return documents.atomically(() -> read(ids.subMap(from, true, to, true).values(), limit));
  }

  /** Refuses a document that would share a unique key with another. */
  void check(String id, T document) {
    if (unique && keysOf.apply(document).anyMatch(key -> isTakenByAnother(id, key))) {
      throw new PortFailure.Duplicate("There is a document with this value already.", null);
    }
  }

  /** Follows a document that was written. */
  void written(String id, T document) {
    move(id, keysOf.apply(document).collect(Collectors.toUnmodifiableSet()));
  }

  /** Follows a document that was removed. */
  void removed(String id) {
    move(id, Set.of());
  }

  private void move(String id, Set<K> now) {
    var old = now.isEmpty() ? keys.remove(id) : keys.put(id, now);
    if (old == null) {
      old = Set.of();
    }
    if (old.equals(now)) {
      return;
    }
    for (var key : old) {
      if (!now.contains(key)) {
        forget(key, id);
      }
    }
    for (var key : now) {
      if (!old.contains(key)) {
        ids.computeIfAbsent(key, any -> new TreeSet<>()).add(id);
      }
    }
  }

  private boolean isTakenByAnother(String id, K key) {
    return idsOf(key).stream().anyMatch(holder -> !holder.equals(id));
  }

  private void forget(K key, String id) {
    var holders = idsOf(key);
    holders.remove(id);
    if (holders.isEmpty()) {
      ids.remove(key);
    }
  }

  private NavigableSet<String> idsOf(K key) {
    var found = ids.get(key);
    return found == null ? new TreeSet<>() : found;
  }

  /** Each document once, however many of the keys it has. */
  private List<T> read(Collection<NavigableSet<String>> found, int limit) {
    if (found.isEmpty()) {
      return List.of();
    }
    return read(found.stream().flatMap(Collection::stream).distinct()).limit(limit).toList();
  }

  private Stream<T> read(Collection<String> found) {
    return read(found.stream());
  }

  private Stream<T> read(Stream<String> found) {
    return found.map(id -> documents.find(id).orElseThrow());
  }
}
