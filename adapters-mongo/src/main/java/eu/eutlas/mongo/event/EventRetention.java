package eu.eutlas.mongo.event;

import static eu.eutlas.mongo.Values.value;

import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.Updates;
import eu.eutlas.application.PortFailure;
import eu.eutlas.domain.event.LoggedEvent;
import eu.eutlas.domain.organization.OrgId;
import eu.eutlas.mongo.CollectionSchema;
import eu.eutlas.mongo.DocumentReader;
import eu.eutlas.mongo.DocumentWriter;
import eu.eutlas.mongo.Documents;
import eu.eutlas.mongo.Where;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.bson.BsonDocument;
import org.bson.conversions.Bson;

/**
 * Removes old events from the old end of each sequence, one after the other, so that what is left
 * is dense at every moment. The place of the last one that went is kept before it goes: numbers and
 * hashes go on from there even when nothing is left.
 */
final class EventRetention {
  /** One document for each organization that has lost events: the number and hash of the last. */
  static final CollectionSchema COLLECTION = CollectionSchema.of("eventsRemoved");

  private static final int BATCH = 500;
  private static final Bson BY_ORGANIZATION =
      Sorts.ascending(EventDocument.ORG_ID, EventDocument.SEQ);

  private final Documents<LoggedEvent> events;
  private final Documents<BsonDocument> removed;

  EventRetention(Documents<LoggedEvent> events, Documents<BsonDocument> removed) {
    this.events = events;
    this.removed = removed;
  }

  /** The last event that was removed; absent when none was. */
  Optional<Place> lastRemoved(OrgId org) {
    return removed.find(org.value()).map(Place::fromBson);
  }

  long remove(Instant before) {
    var count = 0L;
    for (var oldest = oldestAfter(""); oldest.isPresent(); ) {
      var org = DocumentReader.of(oldest.get()).text(EventDocument.ORG_ID);
      if (isBefore(oldest.get(), before)) {
        count += remove(org, before);
      }
      oldest = oldestAfter(org);
    }
    return count;
  }

  /** The oldest event of the next organization: a step over the index from one to the next. */
  private Optional<BsonDocument> oldestAfter(String org) {
    var where = Where.anything().above(EventDocument.ORG_ID, value(org));
    var fields = new String[] {EventDocument.ORG_ID, EventDocument.CREATED_AT};
    return events.fields(where, BY_ORGANIZATION, 1, fields).stream().findFirst();
  }

  private long remove(String org, Instant before) {
    var count = 0L;
    List<BsonDocument> old;
    do {
      old = oldest(org).stream().takeWhile(event -> isBefore(event, before)).toList();
      if (!old.isEmpty()) {
        keep(org, Place.fromBson(old.getLast()));
        count += events.removeInOrder(old.stream().map(EventRetention::id).toList());
      }
    } while (old.size() == BATCH);
    return count;
  }

  private List<BsonDocument> oldest(String org) {
    var fields = new String[] {EventDocument.SEQ, EventDocument.HASH, EventDocument.CREATED_AT};
    return events.fields(
        Where.anything().is(EventDocument.ORG_ID, value(org)),
        Sorts.ascending(EventDocument.SEQ),
        BATCH,
        fields);
  }

  /** Another node may be further on: the place never goes back. */
  private void keep(String org, Place last) {
    try {
      removed.insert(last.toBson(org));
    } catch (PortFailure.Duplicate there) {
      removed.update(
          Where.id(org).below(EventDocument.SEQ, value(last.seq())),
          Updates.combine(
              Updates.set(EventDocument.SEQ, value(last.seq())),
              Updates.set(EventDocument.HASH, value(last.hash()))));
    }
  }

  private static boolean isBefore(BsonDocument event, Instant moment) {
    return DocumentReader.of(event).time(EventDocument.CREATED_AT).isBefore(moment);
  }

  private static String id(BsonDocument event) {
    return DocumentReader.of(event).text("_id");
  }

  /** A number of a sequence with its hash. */
  record Place(long seq, String hash) {
    static Place fromBson(BsonDocument document) {
      var stored = DocumentReader.of(document);
      return new Place(stored.number(EventDocument.SEQ), stored.text(EventDocument.HASH));
    }

    private BsonDocument toBson(String org) {
      return new DocumentWriter()
          .put("_id", org)
          .put(EventDocument.SEQ, seq)
          .put(EventDocument.HASH, hash)
          .done();
    }
  }
}
