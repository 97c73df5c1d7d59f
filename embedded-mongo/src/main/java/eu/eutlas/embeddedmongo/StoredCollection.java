package eu.eutlas.embeddedmongo;

import de.bwaldvogel.mongo.backend.AbstractMongoCollection;
import de.bwaldvogel.mongo.backend.ArrayFilters;
import de.bwaldvogel.mongo.backend.CollectionOptions;
import de.bwaldvogel.mongo.backend.DocumentComparator;
import de.bwaldvogel.mongo.backend.DocumentWithPosition;
import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.backend.QueryResult;
import de.bwaldvogel.mongo.backend.Utils;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.oplog.Oplog;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.TreeSet;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.h2.mvstore.MVMap;
import org.jspecify.annotations.Nullable;

/**
 * A collection as a tree of documents ordered by {@code _id}. A stored document is never changed in
 * place: readers share it, a write puts another in its place.
 */
final class StoredCollection extends AbstractMongoCollection<Object> {

  /** The library changes documents in place in writes and some stages; those get copies. */
  private static final ThreadLocal<Boolean> COPIES = ThreadLocal.withInitial(() -> false);

  private final MVMap<Object, Document> documents;
  private final LongAdder examined = new LongAdder();

  /** Not known until somebody asks, then kept up to date. */
  private long dataSize = -1;

  /** Only writers set it, and there is one at a time. */
  private boolean onlyTheFirst;

  StoredCollection(
      StoredDatabase database,
      String name,
      CollectionOptions options,
      MVMap<Object, Document> documents) {
    super(database, name, options, Cursors.unused());
    this.documents = documents;
  }

  MVMap<Object, Document> documents() {
    return documents;
  }

  /** How many documents were looked at for queries so far; what an index saves is seen here. */
  long examined() {
    return examined.sum();
  }

  /** Within the work, on this thread, every collection answers with copies. */
  static <T> T handingOutCopies(Supplier<T> work) {
    boolean outer = COPIES.get();
    COPIES.set(true);
    try {
      return work.get();
    } finally {
      COPIES.set(outer);
    }
  }

  /** All that match, in order; lazily, so that a long answer is never in memory as a whole. */
  Iterator<Document> find(
      Document filter,
      @Nullable Document orderBy,
      int skip,
      int limit,
      @Nullable Document projection) {
    AccessPath path = pathFor(filter, orderBy, limit > 0);
    boolean needsSort = !path.sorted() && deriveComparator(orderBy) != null;
    if (path.index() == null && !needsSort && skip == 0 && limit == 0 && !path.narrows()) {
      return new ScanIterator(this, filter, projection, path.reverse());
    }
    return queryDocuments(filter, orderBy, skip, limit, 0, projection).iterator();
  }

  AccessPath pathFor(Document filter, @Nullable Document orderBy, boolean limited) {
    if (isNaturalDescending(orderBy)) {
      return AccessPath.everything(new Document(IdIndex.FIELD, -1));
    }
    return AccessPath.choose(getIndexes(), filter, orderBy, limited);
  }

  @Override
  protected QueryResult queryDocuments(
      Document query,
      @Nullable Document orderBy,
      int skip,
      int limit,
      int batchSize,
      @Nullable Document projection) {
    int wanted = onlyTheFirst ? 1 : limit;
    AccessPath path = pathFor(query, orderBy, wanted > 0);
    return answer(candidates(path), query, orderBy, path.sorted(), skip, wanted, projection);
  }

  private QueryResult answer(
      Stream<Document> candidates,
      Document query,
      @Nullable Document orderBy,
      boolean sorted,
      int skip,
      int limit,
      @Nullable Document projection) {
    DocumentComparator order = sorted ? null : deriveComparator(orderBy);
    Document understood = Filters.understood(query);
    Stream<Document> matching =
        candidates.filter(document -> documentMatchesQuery(document, understood));
    matching = order == null ? matching : matching.sorted(order);
    matching = skip > 0 ? matching.skip(skip) : matching;
    matching = limit > 0 ? matching.limit(limit) : matching;
    matching = COPIES.get() ? matching.map(Document::cloneDeeply) : matching;
    Optional<Inclusion> kept = Optional.ofNullable(projection).flatMap(Inclusion::of);
    if (kept.isPresent()) {
      matching = matching.map(kept.get()::partOf);
    }
    Document left = kept.isPresent() ? null : projection;
    return matchDocumentsFromStream(new Document(), matching, 0, 0, 0, null, left);
  }

  /** The next documents of a scan, after the given position. */
  List<Document> page(@Nullable Object after, boolean reverse, int size, Consumer<Object> last) {
    var page = new ArrayList<Document>();
    var cursor = documents.cursor(after, null, reverse);
    while (cursor.hasNext() && page.size() < size) {
      Object position = cursor.next();
      if (after == null || BsonOrder.INSTANCE.compare(position, after) != 0) {
        page.add(cursor.getValue());
        examined.increment();
        last.accept(position);
      }
    }
    return page;
  }

  List<Document> matching(
      List<Document> candidates, Document filter, @Nullable Document projection) {
    return answer(candidates.stream(), filter, null, true, 0, 0, projection).collectDocuments();
  }

  private Stream<Document> candidates(AccessPath path) {
    OrderedIndex index = path.index();
    Stream<Document> candidates =
        path.ranges().stream()
            .flatMap(range ->
                index == null
                    ? inDocuments(range, path.reverse())
                    : inIndex(index, range, path.reverse()));
    if (index != null && index.isMultikey()) {
      var seen = new TreeSet<Object>(BsonOrder.INSTANCE);
      candidates = candidates.filter(document -> seen.add(IdIndex.positionOf(document)));
    }
    return candidates.peek(document -> examined.increment());
  }

  private Stream<Document> inDocuments(AccessPath.Range range, boolean reverse) {
    Object low = range.from().isEmpty() ? null : range.from().getFirst();
    Object high = range.to().size() == 1 ? null : range.to().getFirst();
    var cursor = documents.cursor(reverse ? high : low, reverse ? low : high, reverse);
    return stream(cursor).map(position -> cursor.getValue());
  }

  private Stream<Document> inIndex(OrderedIndex index, AccessPath.Range range, boolean reverse) {
    List<Object> from = reverse ? range.to() : range.from();
    List<Object> to = reverse ? range.from() : range.to();
    var cursor = index.entries().cursor(from, to, reverse);
    // The empty key is the index's own mark.
    return stream(cursor).filter(key -> !key.isEmpty()).map(key -> getDocument(cursor.getValue()));
  }

  private static <T> Stream<T> stream(Iterator<T> iterator) {
    return StreamSupport.stream(
        Spliterators.spliteratorUnknownSize(iterator, Spliterator.ORDERED), false);
  }

  @Override
  protected QueryResult matchDocuments(
      Document query,
      @Nullable Document orderBy,
      int skip,
      int limit,
      int batchSize,
      @Nullable Document projection) {
    return queryDocuments(query, orderBy, skip, limit, batchSize, projection);
  }

  @Override
  protected Stream<DocumentWithPosition<Object>> streamAllDocumentsWithPosition() {
    return documents.entrySet().stream()
        .map(entry -> new DocumentWithPosition<>(entry.getValue(), entry.getKey()));
  }

  @Override
  protected Document getDocument(Object position) {
    Document document = documents.get(position);
    if (document == null) {
      throw new IllegalStateException("an index names a document that is not there: " + position);
    }
    return document;
  }

  @Override
  public Document updateDocuments(
      Document selector,
      Document update,
      ArrayFilters arrayFilters,
      boolean isMulti,
      boolean isUpsert,
      Oplog oplog) {
    onlyTheFirst = !isMulti;
    Document filter = Filters.understood(selector);
    try {
      return handingOutCopies(
          () -> super.updateDocuments(filter, update, arrayFilters, isMulti, isUpsert, oplog));
    } finally {
      onlyTheFirst = false;
    }
  }

  @Override
  public Document findAndModify(Document command) {
    Document understood = command.clone();
    understood.computeIfPresent("query", (name, query) -> Filters.understood((Document) query));
    return handingOutCopies(() -> super.findAndModify(understood));
  }

  @Override
  protected Object addDocumentInternal(Document document) {
    String idField = getIdField();
    Object position =
        idField == null
            ? nextNumber()
            : Missing.ofNullable(Utils.getSubdocumentValue(document, idField));
    Document previous = documents.put(position, document);
    if (previous != null) {
      throw new IllegalStateException("a document was already at " + position);
    }
    return position;
  }

  /** For documents without an _id: the order in which they came. */
  private Object nextNumber() {
    return documents.isEmpty() ? 0L : ((Long) documents.lastKey()) + 1;
  }

  @Override
  protected void handleUpdate(Object position, Document oldDocument, Document newDocument) {
    documents.put(Missing.ofNullable(position), newDocument);
  }

  @Override
  protected void removeDocument(Object position) {
    if (documents.remove(position) == null) {
      throw new NoSuchElementException("no document at " + position);
    }
  }

  @Override
  public int count() {
    return documents.size();
  }

  @Override
  protected synchronized void updateDataSize(int sizeDelta) {
    if (dataSize >= 0) {
      dataSize += sizeDelta;
    }
  }

  synchronized long dataSize() {
    if (dataSize < 0) {
      dataSize = documents.values().stream().mapToLong(BsonSize::of).sum();
    }
    return dataSize;
  }

  @Override
  protected int getDataSize() {
    return (int) Math.min(dataSize(), Integer.MAX_VALUE);
  }
}
