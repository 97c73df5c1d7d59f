package eu.eutlas.tenant.archive;

import eu.eutlas.application.PortFailure;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.bson.BsonString;
import org.bson.BsonTimestamp;

/** A replica set's log of its writes: from when on a dump needs it, and what of it is kept. */
final class Oplog {
  private static final Place LOG = new Place("local", "oplog.rs");
  private static final Place TRANSACTIONS = new Place("config", "transactions");

  private final ArchiveClient client;

  Oplog(ArchiveClient client) {
    this.client = client;
  }

  /** Now, or when the oldest transaction began that may still be committed. */
  BsonTimestamp start() {
    var open =
        new BsonDocument(
            "state",
            new BsonDocument(
                "$in",
                new BsonArray(List.of(new BsonString("prepared"), new BsonString("inProgress")))));
    var find =
        new BsonDocument("filter", open)
            .append("sort", new BsonDocument("startOpTime", new BsonInt32(1)))
            .append("limit", new BsonInt32(1));
    return first(TRANSACTIONS, find)
        .map(transaction -> transaction.getDocument("startOpTime").getTimestamp("ts"))
        .orElseGet(this::newest);
  }

  BsonTimestamp newest() {
    return time(-1);
  }

  private BsonTimestamp time(int direction) {
    var find =
        new BsonDocument("sort", new BsonDocument("$natural", new BsonInt32(direction)))
            .append("limit", new BsonInt32(1))
            .append("projection", new BsonDocument("ts", new BsonInt32(1)));
    return first(LOG, find)
        .map(entry -> entry.getTimestamp("ts"))
        .orElseThrow(() ->
            new PortFailure.Unavailable(
                "NO_OPLOG", "The cluster's server shows no log of its writes.", null));
  }

  private Optional<BsonDocument> first(Place place, BsonDocument find) {
    try (var cursor = new RawCursor(client, place, find)) {
      var found = cursor.next();
      return found == null ? Optional.empty() : found.first();
    }
  }

  /**
   * Writes what was logged from one time to the newest, both included.
   *
   * @return the time of the newest
   * @throws PortFailure.Unavailable when the log does not reach back that far any more, or has in
   *     it what cannot be replayed
   */
  BsonTimestamp write(BsonTimestamp from, ArchiveWriter writer, Meter meter) throws IOException {
    var to = newest();
    requireFrom(from);
    var between = new BsonDocument("ts", new BsonDocument("$gte", from).append("$lte", to));
    var crc = new Crc64();
    var kept = new OplogFilter();
    try (var cursor = new RawCursor(client, LOG, new BsonDocument("filter", between))) {
      for (var next = cursor.next(); next != null; next = cursor.next()) {
        var slice = kept.of(next);
        slice.each(crc::add);
        writer.write(Place.OPLOG, slice);
        meter.add(0, slice.length());
      }
    }
    requireFrom(from);
    writer.end(Place.OPLOG, crc.value());
    return to;
  }

  private void requireFrom(BsonTimestamp from) {
    if (time(1).compareTo(from) > 0) {
      throw new PortFailure.Unavailable(
          "OPLOG_TOO_SHORT",
          "While it was read more was written than the cluster's log of writes holds.",
          null);
    }
  }
}
