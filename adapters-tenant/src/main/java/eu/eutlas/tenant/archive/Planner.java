package eu.eutlas.tenant.archive;

import com.mongodb.MongoCommandException;
import eu.eutlas.application.PortFailure;
import eu.eutlas.domain.backup.CollectionSum.Kind;
import eu.eutlas.domain.backup.Consistency;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.bson.BsonBoolean;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.bson.BsonString;
import org.bson.BsonTimestamp;

/** Decides how a cluster is dumped, and looks at what there is at that time. */
final class Planner {

  /** A server keeps five minutes of its past, unless it is told otherwise. */
  private static final Duration LONGEST_SNAPSHOT = Duration.ofMinutes(4);

  private static final int SECONDS_KEPT = 300;

  /** What a dump gets through in the worst case that was measured, compression included. */
  private static final long BYTES_A_SECOND = 20_000_000;

  private static final int TRIES = 5;

  private final ArchiveClient client;
  private final Catalog catalog;
  private final boolean snapshotIsTooSlow;

  Planner(ArchiveClient client, Catalog catalog, boolean snapshotIsTooSlow) {
    this.client = client;
    this.catalog = catalog;
    this.snapshotIsTooSlow = snapshotIsTooSlow;
  }

  Plan plan() {
    if (!client.isReplicaSet()) {
      return new Plan(
          Consistency.EACH_COLLECTION, catalog.collections(), new BsonDocument(), Optional.empty());
    }
    var collections = catalog.collections();
    return fitsASnapshot(collections) ? snapshot(collections) : oplog();
  }

  /** The oplog is kept from before the collections are looked at. */
  private Plan oplog() {
    var from = new Oplog(client).start();
    return new Plan(
        Consistency.OPLOG,
        catalog.collections(),
        readConcern(new BsonDocument("level", new BsonString("majority"))),
        Optional.of(from));
  }

  private boolean fitsASnapshot(List<CollectionDescription> collections) {
    var seconds = estimate(client, catalog) / BYTES_A_SECOND;
    return !snapshotIsTooSlow
        && seconds < LONGEST_SNAPSHOT.toSeconds()
        && (client.version().readsCappedCollectionsAtATime()
            || collections.stream().noneMatch(CollectionDescription::isCapped))
        && keepsEnoughOfItsPast();
  }

  private boolean keepsEnoughOfItsPast() {
    var name = "minSnapshotHistoryWindowInSeconds";
    try {
      var ask = new BsonDocument("getParameter", new BsonInt32(1)).append(name, new BsonInt32(1));
      return client.run("admin", ask).getNumber(name).longValue() >= SECONDS_KEPT;
    } catch (MongoCommandException e) {
      // Who may not ask, or has a server without this, relies on what the manual says.
      return true;
    }
  }

  /**
   * The time is between two looks at what there is that saw the same: so it is what there was at
   * that time.
   */
  private Plan snapshot(List<CollectionDescription> first) {
    var before = first;
    for (var i = 0; i < TRIES; i++) {
      var time = timeOfASnapshot(before);
      var after = catalog.collections();
      if (after.equals(before)) {
        return new Plan(
            Consistency.SNAPSHOT, after, time.map(Planner::at).orElseGet(BsonDocument::new), time);
      }
      before = after;
    }
    throw new PortFailure.Unavailable(
        "CHANGING", "Collections and indexes are made and dropped all the time.", null);
  }

  /** Absent when there is nothing to be read. */
  private Optional<BsonTimestamp> timeOfASnapshot(List<CollectionDescription> collections) {
    return collections.stream()
        .filter(collection -> collection.kind() == Kind.COLLECTION)
        .findFirst()
        .map(collection -> timeOfASnapshot(collection.place()));
  }

  private BsonTimestamp timeOfASnapshot(Place place) {
    var find =
        readConcern(new BsonDocument("level", new BsonString("snapshot")))
            .append("limit", new BsonInt32(1))
            .append("singleBatch", BsonBoolean.TRUE);
    try (var cursor = new RawCursor(client, place, find)) {
      cursor.next();
      var time = cursor.atClusterTime();
      if (time == null) {
        throw new PortFailure.Unavailable(
            "NO_SNAPSHOT", "The cluster's server does not say as of when it reads.", null);
      }
      return time;
    }
  }

  private static BsonDocument at(BsonTimestamp time) {
    return readConcern(
        new BsonDocument("level", new BsonString("snapshot")).append("atClusterTime", time));
  }

  private static BsonDocument readConcern(BsonDocument concern) {
    return new BsonDocument("readConcern", concern);
  }

  /** The documents of all of the customer's databases, in bytes as the server estimates them. */
  static long estimate(ArchiveClient client, Catalog catalog) {
    return catalog.databases().stream()
        .mapToLong(database ->
            client
                .run(database, new BsonDocument("dbStats", new BsonInt32(1)))
                .getNumber("dataSize")
                .longValue())
        .sum();
  }
}
