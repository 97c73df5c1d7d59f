package eu.eutlas.mongo;

import static eu.eutlas.mongo.Values.value;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.DeleteOneModel;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Updates;
import eu.eutlas.application.Cursor;
import eu.eutlas.application.Page;
import eu.eutlas.application.PageRequest;
import eu.eutlas.application.SaveResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import org.bson.BsonDocument;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/**
 * The documents of one collection. Each call is one command (the ones that say so: a few), and
 * fails as the ports promise.
 */
public final class Documents {
  static final String VERSION = "version";

  /** So many documents are removed or changed at a time, to stay far from the time limits. */
  private static final int BATCH = 500;

  public static final Bson ANY_ORDER = new BsonDocument();

  private static final Bson ID_ONLY = Projections.include(Where.ID);

  private final MongoCollection<BsonDocument> collection;

  Documents(MongoCollection<BsonDocument> collection) {
    this.collection = collection;
  }

  public void insert(BsonDocument document) {
    Calls.write(() -> collection.insertOne(document));
  }

  /**
   * Replaces the document if the stored version is the one in it, and stores the next. Nothing
   * found tells two things, so it looks again: another version, or none.
   */
  public SaveResult save(BsonDocument document) {
    var id = document.getString(Where.ID).getValue();
    var read = document.getNumber(VERSION).longValue();
    var next = document.clone();
    next.put(VERSION, value(read + 1));
    return replace(version(id, read), next) ? SaveResult.SAVED : lost(id);
  }

  /** Removes the document if the stored version is the one given. */
  public SaveResult remove(String id, long version) {
    return remove(version(id, version)) == 1 ? SaveResult.SAVED : lost(id);
  }

  /** Removes the one document that matches, if there is one; tells how many that were. */
  public long remove(Where where) {
    return Calls.write(() -> collection.deleteOne(where.toBson())).getDeletedCount();
  }

  /** Changes the one document that matches, in place; tells whether there was one. */
  public boolean update(Where where, Bson change) {
    return Calls.write(() -> collection.updateOne(where.toBson(), change)).getMatchedCount() == 1;
  }

  /** Replaces the one document that matches; tells whether there was one. */
  public boolean replace(Where where, BsonDocument document) {
    return Calls.write(() -> collection.replaceOne(where.toBson(), document)).getMatchedCount()
        == 1;
  }

  public Optional<BsonDocument> find(Where where) {
    return Calls.read(() -> Optional.ofNullable(collection.find(where.toBson()).first()));
  }

  public Optional<BsonDocument> find(String id) {
    return find(Where.id(id));
  }

  /** The first document in an order. */
  public Optional<BsonDocument> first(Where where, Bson order) {
    return list(where, order, 1).stream().findFirst();
  }

  public List<BsonDocument> list(Where where, Bson order, int limit) {
    return read(where, order, limit, null);
  }

  /** The documents, with these fields only. */
  public List<BsonDocument> list(Where where, Bson order, int limit, String... fields) {
    return read(where, order, limit, Projections.include(fields));
  }

  /** A page of what matches, in an order. */
  public <T> Page<T> page(
      Where where,
      Bson order,
      PageRequest request,
      Function<BsonDocument, T> read,
      Function<T, Cursor> place) {
    var found = list(where, order, request.limit() + 1).stream().map(read).toList();
    return Page.of(found, request, place);
  }

  public List<String> ids(Where where, Bson order, int limit) {
    return read(where, order, limit, ID_ONLY).stream()
        .map(document -> document.getString(Where.ID).getValue())
        .toList();
  }

  /**
   * Removes all documents that match, some at a time; tells how many. A document that ceases to
   * match in between stays.
   */
  public long removeAll(Where where) {
    return inBatches(
        where, batch -> Calls.write(() -> collection.deleteMany(batch.toBson())).getDeletedCount());
  }

  /** Takes a field away from all documents that match, some at a time; tells from how many. */
  public long unsetAll(Where where, String field) {
    return inBatches(
        where,
        batch ->
            Calls.write(() -> collection.updateMany(batch.toBson(), Updates.unset(field)))
                .getModifiedCount());
  }

  /** Removes documents in this order: none is gone before the ones ahead of it; tells how many. */
  public long removeInOrder(List<String> ids) {
    var removals = ids.stream().map(id -> new DeleteOneModel<BsonDocument>(Where.id(id).toBson()));
    var inOrder = new BulkWriteOptions().ordered(true);
    return Calls.write(() -> collection.bulkWrite(removals.toList(), inOrder)).getDeletedCount();
  }

  private long inBatches(Where where, ToLongFunction<Where> write) {
    var written = 0L;
    List<String> ids;
    do {
      ids = ids(where, ANY_ORDER, BATCH);
      if (!ids.isEmpty()) {
        written += write.applyAsLong(where.in(Where.ID, ids));
      }
    } while (ids.size() == BATCH);
    return written;
  }

  private List<BsonDocument> read(Where where, Bson order, int limit, @Nullable Bson projection) {
    return Calls.read(() ->
        collection
            .find(where.toBson())
            .sort(order)
            .limit(limit)
            .batchSize(limit)
            .projection(projection)
            .into(new ArrayList<>()));
  }

  private SaveResult lost(String id) {
    return ids(Where.id(id), ANY_ORDER, 1).isEmpty() ? SaveResult.GONE : SaveResult.STALE;
  }

  private static Where version(String id, long version) {
    return Where.id(id).is(VERSION, value(version));
  }
}
