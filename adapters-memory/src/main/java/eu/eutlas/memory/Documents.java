package eu.eutlas.memory;

import eu.eutlas.application.PortFailure;
import eu.eutlas.application.SaveResult;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.function.ToLongFunction;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * Documents by id, with versions and indexes: what the repositories in memory are made of. Every
 * call is one atomic step.
 */
public final class Documents<T> {
  private final Shape<T> shape;
  private final NavigableMap<String, T> byId = new TreeMap<>();
  private final List<Index<T, ?>> indexes = new ArrayList<>();

  public Documents(Shape<T> shape) {
    this.shape = shape;
  }

  /** An index by any number of keys of a document. Made before the first document comes. */
  public <K extends Comparable<K>> Index<T, K> index(Function<T, Stream<K>> keysOf) {
    return add(new Index<>(this, keysOf, false));
  }

  /** An index whose keys no two documents share. */
  public <K extends Comparable<K>> Index<T, K> uniqueIndex(Function<T, Stream<K>> keysOf) {
    return add(new Index<>(this, keysOf, true));
  }

  /**
   * Adds a document as it is.
   *
   * @throws PortFailure.Duplicate when its id or a unique key is there already; nothing changed
   */
  public synchronized void insert(T document) {
    if (byId.containsKey(idOf(document))) {
      throw new PortFailure.Duplicate("There is a document with this id already.", null);
    }
    put(document);
  }

  /** Writes a document that is based on the stored version; the stored version rises by one. */
  public synchronized SaveResult save(T document) {
    var result = compare(document);
    if (result == SaveResult.SAVED) {
      put(shape.atVersion().apply(document, shape.version().applyAsLong(document) + 1));
    }
    return result;
  }

  /** Removes a document that is based on the stored version. */
  public synchronized SaveResult remove(T document) {
    var result = compare(document);
    if (result == SaveResult.SAVED) {
      take(document);
    }
    return result;
  }

  /** Removes a document of which something holds, whatever its version. */
  public synchronized void takeIf(String id, Predicate<T> holds) {
    find(id).filter(holds).ifPresent(this::take);
  }

  /** Changes a stored document without raising its version; does nothing where there is none. */
  public synchronized void change(String id, UnaryOperator<T> change) {
    find(id).map(change).ifPresent(this::put);
  }

  public synchronized Optional<T> find(String id) {
    return Optional.ofNullable(byId.get(id));
  }

  public synchronized boolean isEmpty() {
    return byId.isEmpty();
  }

  /** All documents by id. */
  public synchronized List<T> all() {
    return List.copyOf(byId.values());
  }

  /** Reads what must fit together. */
  synchronized <R> R atomically(Supplier<R> steps) {
    return steps.get();
  }

  /** Removes all that an index has before a key; returns how many. */
  public synchronized <K extends Comparable<K>> long removeBefore(Index<T, K> index, K key) {
    return removeBefore(index, key, any -> true);
  }

  /** Removes all that an index has before a key and of which something holds; returns how many. */
  public synchronized <K extends Comparable<K>> long removeBefore(
      Index<T, K> index, K key, Predicate<T> holds) {
    var found = index.before(key).stream().filter(holds).toList();
    found.forEach(this::take);
    return found.size();
  }

  /** Changes all that an index has before a key, as {@link #change} does; returns how many. */
  public synchronized <K extends Comparable<K>> long changeBefore(
      Index<T, K> index, K key, UnaryOperator<T> change) {
    var found = index.before(key);
    found.forEach(document -> change(idOf(document), change));
    return found.size();
  }

  private SaveResult compare(T document) {
    var stored = byId.get(idOf(document));
    if (stored == null) {
      return SaveResult.GONE;
    }
    return shape.version().applyAsLong(stored) == shape.version().applyAsLong(document)
        ? SaveResult.SAVED
        : SaveResult.STALE;
  }

  private void take(T document) {
    var id = idOf(document);
    byId.remove(id);
    indexes.forEach(index -> index.removed(id));
  }

  private void put(T document) {
    var id = idOf(document);
    indexes.forEach(index -> index.check(id, document));
    byId.put(id, document);
    indexes.forEach(index -> index.written(id, document));
  }

  private String idOf(T document) {
    return shape.id().apply(document);
  }

  private synchronized <K extends Comparable<K>> Index<T, K> add(Index<T, K> index) {
    if (!byId.isEmpty()) {
      throw new IllegalStateException("An index is made before the first document comes.");
    }
    indexes.add(index);
    return index;
  }

  /**
   * What is to be known of a document.
   *
   * @param atVersion the same document with another version
   */
  public record Shape<T>(
      Function<T, String> id, ToLongFunction<T> version, Versioning<T> atVersion) {}

  /** Gives a document another version. */
  @FunctionalInterface
  public interface Versioning<T> {
    T apply(T document, long version);
  }
}
