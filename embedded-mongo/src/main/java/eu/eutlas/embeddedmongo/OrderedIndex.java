package eu.eutlas.embeddedmongo;

import de.bwaldvogel.mongo.MongoCollection;
import de.bwaldvogel.mongo.backend.DefaultQueryMatcher;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.backend.KeyValue;
import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.backend.Utils;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.DuplicateKeyError;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.h2.mvstore.MVMap;
import org.jspecify.annotations.Nullable;

/**
 * An index on one or more fields, unique or not, as an ordered tree: the values, then (when not
 * unique) where the document lies. Always stored ascending; it is read in both directions.
 */
final class OrderedIndex extends Index<Object> {

  private static final int SAMPLE = 100;

  private final MVMap<List<Object>, Object> entries;
  private final boolean unique;
  private final @Nullable Document partialFilter;

  /** Once a document had an array in an indexed field, one document may have several entries. */
  private boolean multikey;

  OrderedIndex(
      String name,
      List<IndexKey> keys,
      boolean sparse,
      boolean unique,
      @Nullable Document partialFilter,
      MVMap<List<Object>, Object> entries) {
    super(name, keys, sparse);
    this.unique = unique;
    this.partialFilter = partialFilter;
    this.entries = entries;
    this.multikey = entries.containsKey(multikeyMark());
  }

  /** A key no document can have; its presence is the durable mark that arrays were seen. */
  private static List<Object> multikeyMark() {
    return List.of();
  }

  MVMap<List<Object>, Object> entries() {
    return entries;
  }

  boolean isMultikey() {
    return multikey;
  }

  /** Whether every document of the collection is in this index. */
  boolean isComplete() {
    return !isSparse() && partialFilter == null && !multikey;
  }

  boolean isPartial() {
    return partialFilter != null;
  }

  List<String> fields() {
    return keys();
  }

  private boolean covers(Document document) {
    if (partialFilter != null && !new DefaultQueryMatcher().matches(document, partialFilter)) {
      return false;
    }
    return !isSparse()
        || keys().stream()
            .anyMatch(key -> !(Utils.getSubdocumentValue(document, key) instanceof Missing));
  }

  private Set<List<Object>> keysOf(Document document) {
    var result = new HashSet<List<Object>>();
    if (covers(document)) {
      Object position = IdIndex.positionOf(document);
      for (KeyValue values : getKeyValues(document)) {
        var key = new ArrayList<Object>(values.size() + 1);
        values.forEach(value -> key.add(Missing.ofNullable(value)));
        if (!unique) {
          key.add(position);
        }
        result.add(key);
      }
    }
    return result;
  }

  private boolean hasArray(Document document) {
    return keys().stream()
        .anyMatch(
            key -> Utils.getSubdocumentValueCollectionAware(document, key) instanceof Collection);
  }

  @Override
  public Object getPosition(Document document) {
    return IdIndex.positionOf(document);
  }

  @Override
  public void checkAdd(Document document, MongoCollection<Object> collection) {
    refuseDuplicates(document, collection);
  }

  @Override
  public void checkUpdate(
      Document oldDocument, Document newDocument, MongoCollection<Object> collection) {
    refuseDuplicates(newDocument, collection);
  }

  private void refuseDuplicates(Document document, MongoCollection<Object> collection) {
    Set<List<Object>> keys = keysOf(document);
    if (!unique) {
      return;
    }
    Object position = IdIndex.positionOf(document);
    for (List<Object> key : keys) {
      Object holder = entries.get(key);
      if (holder != null && BsonOrder.INSTANCE.compare(holder, position) != 0) {
        throw new DuplicateKeyError(this, collection, getKeys(), asStored(document, key));
      }
    }
  }

  /** For the message: the values as the client sent them, where that is one value per field. */
  private KeyValue asStored(Document document, List<Object> key) {
    return hasArray(document)
        ? new KeyValue(key)
        : new KeyValue(
            keys().stream().map(field -> Utils.getSubdocumentValue(document, field)).toList());
  }

  @Override
  public void add(Document document, Object position, MongoCollection<Object> collection) {
    refuseDuplicates(document, collection);
    if (!multikey && hasArray(document)) {
      entries.put(multikeyMark(), Missing.getInstance());
      multikey = true;
    }
    keysOf(document).forEach(key -> entries.put(key, position));
  }

  @Override
  public Object remove(Document document) {
    keysOf(document).forEach(entries::remove);
    return IdIndex.positionOf(document);
  }

  @Override
  public void updateInPlace(
      Document oldDocument,
      Document newDocument,
      Object position,
      MongoCollection<Object> collection) {
    if (!keysOf(oldDocument).equals(keysOf(newDocument)) || hasArray(newDocument)) {
      remove(oldDocument);
      add(newDocument, position, collection);
    }
  }

  @Override
  public boolean canHandle(Document query) {
    return false;
  }

  @Override
  public Iterable<Object> getPositions(Document query) {
    throw new UnsupportedOperationException("AccessPath reads the entries");
  }

  @Override
  public long getCount() {
    return entries.sizeAsLong() - (multikey ? 1 : 0);
  }

  /** An estimate from a sample: looking at every key would cost too much for a figure. */
  @Override
  public long getDataSize() {
    return (long)
        (entries.keySet().stream()
                .limit(SAMPLE)
                .mapToInt(key -> BsonSize.of(new Document("", key)))
                .average()
                .orElse(0)
            * getCount());
  }

  @Override
  public void drop() {
    // The database removes the tree.
  }

  @Override
  public boolean isUnique() {
    return unique;
  }
}
