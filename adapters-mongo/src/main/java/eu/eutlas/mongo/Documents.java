package eu.eutlas.mongo;

import static eu.eutlas.mongo.Values.value;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Accumulators;
import com.mongodb.client.model.Aggregates;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.DeleteOneModel;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Updates;
import eu.eutlas.application.Cursor;
import eu.eutlas.application.Page;
import eu.eutlas.application.PageRequest;
import eu.eutlas.application.SaveResult;
import eu.eutlas.domain.InvalidValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;
import org.bson.BsonDocument;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/**
 * The documents of one collection, as values of the domain. Each call is one command (the ones that
 * say so: a few), and fails as the ports promise.
 */
public final class Documents<T> {
  public static final Bson ANY_ORDER = new BsonDocument();

  static final String VERSION = "version";

  private static final String COUNT = "count";

  /** So many documents are removed or changed at a time, to stay far from the time limits. */
  private static final int BATCH = 500;

  private final MongoCollection<BsonDocument> collection;
  private final Function<T, BsonDocument> write;
  private final Function<BsonDocument, T> read;
  private final Damage damage;

  Documents(
      MongoCollection<BsonDocument> collection,
      Function<T, BsonDocument> write,
      Function<BsonDocument, T> read,
      Damage damage) {
    this.collection = collection;
    this.write = write;
    this.read = read;
    this.damage = damage;
  }

  public void insert(T value) {
    var document = write.apply(value);
    Calls.write(() -> collection.insertOne(document));
  }

  /**
   * Replaces the document if the stored version is the one in the value, and stores the next.
   * Nothing found tells two things, so it looks again: another version, or none.
   */
  public SaveResult save(T value) {
    var document = write.apply(value);
    var id = document.getString(Where.ID).getValue();
    var version = document.getNumber(VERSION).longValue();
    document.put(VERSION, value(version + 1));
    return replace(version(id, version), document) ? SaveResult.SAVED : lost(id);
  }

  /** Replaces the one document that matches; tells whether there was one. */
  public boolean replace(Where where, T value) {
    return replace(where, write.apply(value));
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

  public Optional<T> find(String id) {
    return find(Where.id(id));
  }

  /** The one document that matches. */
  public Optional<T> find(Where where) {
    return list(where, ANY_ORDER, 1).stream().findFirst();
  }

  public List<T> list(Where where, Bson order, int limit) {
    return query(where, order, limit, null).stream()
        .map(document -> readable(document, read))
        .toList();
  }

  /** A page of what matches, in an order; damaged documents are left out and told of. */
  public Page<T> page(Where where, Bson order, PageRequest request, Function<T, Cursor> place) {
    return page(where, order, request, new Part<>(List.of(), read, place));
  }

  /** The same of a part of each document. */
  public <P> Page<P> page(Where where, Bson order, PageRequest request, Part<P> part) {
    return Page.of(undamaged(where, order, request.limit() + 1, part), request, part.place());
  }

  /** Asks for more as long as damaged documents stand in for what the page still wants. */
  private <P> List<P> undamaged(Where where, Bson order, int wanted, Part<P> part) {
    for (var asked = wanted; ; asked *= 2) {
      var found = query(where, order, asked, part.projection());
      var values =
          found.stream()
              .flatMap(document -> ifReadable(document, part.read()))
              .limit(wanted)
              .toList();
      if (values.size() == wanted || found.size() < asked) {
        return values;
      }
    }
  }

  private <V> Stream<V> ifReadable(BsonDocument document, Function<BsonDocument, V> reading) {
    try {
      return Stream.of(readable(document, reading));
    } catch (IllegalStateException damaged) {
      damage.met(damaged);
      return Stream.empty();
    }
  }

  /** These fields alone, and the id; of all that match, where the limit is 0. */
  public List<BsonDocument> fields(Where where, Bson order, int limit, String... fields) {
    return query(where, order, limit, Projections.include(fields));
  }

  public List<String> ids(Where where, Bson order, int limit) {
    return fields(where, order, limit, Where.ID).stream().map(Documents::id).toList();
  }

  /**
   * How many documents that match are alike in these fields, for each likeness that there is.
   *
   * @param fields where they are, by what they are called in the answer
   */
  public List<Count> counted(Where where, Map<String, String> fields) {
    var like = new BsonDocument();
    fields.forEach((name, path) -> like.put(name, value("$" + path)));
    var pipeline =
        List.of(
            Aggregates.match(where.toBson()), Aggregates.group(like, Accumulators.sum(COUNT, 1)));
    return Calls.read(() -> collection.aggregate(pipeline).into(new ArrayList<>())).stream()
        .map(found -> new Count(found.getDocument(Where.ID), found.getNumber(COUNT).longValue()))
        .toList();
  }

  /** So many documents have the same in the fields that were asked for. */
  public record Count(BsonDocument alike, long documents) {}

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
    var unset = Updates.unset(field);
    return inBatches(
        where,
        batch ->
            Calls.write(() -> collection.updateMany(batch.toBson(), unset)).getModifiedCount());
  }

  /** Removes documents in this order: none is gone before the ones ahead of it; tells how many. */
  public long removeInOrder(List<String> ids) {
    var removals =
        ids.stream().map(id -> new DeleteOneModel<BsonDocument>(Where.id(id).toBson())).toList();
    var inOrder = new BulkWriteOptions().ordered(true);
    return Calls.write(() -> collection.bulkWrite(removals, inOrder)).getDeletedCount();
  }

  private long inBatches(Where where, ToLongFunction<Where> change) {
    var changed = 0L;
    List<String> ids;
    do {
      ids = ids(where, ANY_ORDER, BATCH);
      if (!ids.isEmpty()) {
        changed += change.applyAsLong(where.in(Where.ID, ids));
      }
    } while (ids.size() == BATCH);
    return changed;
  }

  private boolean replace(Where where, BsonDocument document) {
    return Calls.write(() -> collection.replaceOne(where.toBson(), document)).getMatchedCount()
        == 1;
  }

  private SaveResult lost(String id) {
    return ids(Where.id(id), ANY_ORDER, 1).isEmpty() ? SaveResult.GONE : SaveResult.STALE;
  }

  private List<BsonDocument> query(Where where, Bson order, int limit, @Nullable Bson projection) {
    return Calls.read(() ->
        collection
            .find(where.toBson())
            .sort(order)
            .limit(limit)
            .batchSize(limit)
            .projection(projection)
            .into(new ArrayList<>()));
  }

  /**
   * What is stored and is no value is damaged, and nobody's input: it is not for people to mend.
   */
  private <V> V readable(BsonDocument document, Function<BsonDocument, V> reading) {
    try {
      return reading.apply(document);
    } catch (InvalidValue | IllegalStateException unreadable) {
      throw new IllegalStateException(
          "The stored document %s in %s cannot be read: %s"
              .formatted(
                  document.get(Where.ID),
                  collection.getNamespace().getCollectionName(),
                  unreadable.getMessage()),
          unreadable);
    }
  }

  /**
   * A part of a document, for lists that show no more.
   *
   * @param fields the fields that it is read of, beside the id; all of them when none is named
   * @param place where it stands in the list
   */
  public record Part<P>(
      List<String> fields, Function<BsonDocument, P> read, Function<P, Cursor> place) {
    public Part {
      fields = List.copyOf(fields);
    }

    private @Nullable Bson projection() {
      return fields.isEmpty() ? null : Projections.include(fields);
    }
  }

  private static String id(BsonDocument document) {
    return document.getString(Where.ID).getValue();
  }

  private static Where version(String id, long version) {
    return Where.id(id).is(VERSION, value(version));
  }
}
