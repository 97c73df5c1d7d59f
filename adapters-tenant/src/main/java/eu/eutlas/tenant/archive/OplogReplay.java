package eu.eutlas.tenant.archive;

import eu.eutlas.application.PortFailure;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.bson.BSONException;
import org.bson.BsonArray;
import org.bson.BsonBoolean;
import org.bson.BsonDocument;
import org.bson.BsonString;
import org.bson.BsonValue;

/**
 * Does again what a log of writes says, as mongorestore does: by the server's own command, without
 * the names that only the server knew that was read. Indexes wait until all is there. For one
 * thread.
 */
final class OplogReplay {
  private static final Set<String> WRITES = Set.of("i", "u", "d");
  private static final Set<String> COMMANDS = Set.of("create", "drop", "collMod");

  /** What the server that was read did for itself. */
  private static final Set<String> NOTHING_TO_DO =
      Set.of("abortIndexBuild", "dbCheck", "dropIdent", "setMultikeyMetadata", "startIndexBuild");

  private static final int MOST_AT_ONCE = 100;
  private static final int LARGEST_AT_ONCE = 1024 * 1024;

  private final ArchiveClient client;
  private final Targets what;
  private final Indexes indexes;
  private final Map<BsonDocument, List<BsonDocument>> transactions = new HashMap<>();
  private List<BsonDocument> waiting = new ArrayList<>();
  private int waitingBytes;
  private boolean hasReplayed;

  OplogReplay(ArchiveClient client, Targets what, Indexes indexes) {
    this.client = client;
    this.what = what;
    this.indexes = indexes;
  }

  boolean hasReplayed() {
    return hasReplayed;
  }

  void add(byte[] bytes, int length) throws DamagedArchive {
    hasReplayed = true;
    try {
      var entry = ArchiveFormat.document(bytes, 0, length);
      waitingBytes += length;
      add(entry);
    } catch (BSONException e) {
      throw new DamagedArchive("The archive's log of writes has an entry that is none.", e);
    }
  }

  private void add(BsonDocument entry) {
    if (OplogFilter.isCommand(entry)) {
      var command = entry.getDocument("o");
      if (entry.containsKey("txnNumber") && entry.containsKey("lsid")) {
        ofATransaction(entry, command);
      } else {
        command(entry, command);
      }
    } else if (WRITES.contains(entry.getString("op").getValue())) {
      write(entry);
    }
  }

  // ---- transactions ----

  /** Nothing of a transaction is done before its end is there. */
  private void ofATransaction(BsonDocument entry, BsonDocument command) {
    var key = new BsonDocument("lsid", entry.get("lsid")).append("txn", entry.get("txnNumber"));
    if (command.containsKey("abortTransaction")) {
      transactions.remove(key);
      return;
    }
    var all = transactions.computeIfAbsent(key, any -> new ArrayList<>());
    if (command.get("applyOps") instanceof BsonArray nested) {
      nested.forEach(each -> all.add(each.asDocument()));
    }
    if (!isTrue(command, "partialTxn") && !isTrue(command, "prepare")) {
      transactions.remove(key);
      all.forEach(this::add);
    }
  }

  private static boolean isTrue(BsonDocument command, String field) {
    return BsonBoolean.TRUE.equals(command.get(field));
  }

  // ---- commands ----

  private void command(BsonDocument entry, BsonDocument command) {
    var name = command.getFirstKey();
    if (name.equals("applyOps")) {
      command.getArray("applyOps").forEach(each -> add(each.asDocument()));
    } else if (!NOTHING_TO_DO.contains(name)) {
      target(OplogFilter.commandPlace(entry.getString("ns").getValue(), command))
          .ifPresent(place -> command(place, name, command));
    }
  }

  private void command(Place place, String name, BsonDocument command) {
    switch (name) {
      case "createIndexes" -> indexes.add(place, without(command, "createIndexes"));
      case "commitIndexBuild" ->
          command
              .getArray("indexes", new BsonArray())
              .forEach(index -> indexes.add(place, index.asDocument()));
      case "deleteIndex", "deleteIndexes", "dropIndex", "dropIndexes" ->
          indexes.drop(place, command.get("index"));
      case "collMod" -> collMod(place, command);
      case "create" -> {
        indexes.created(place);
        apply(place, command);
      }
      case "drop" -> {
        indexes.dropped(place);
        apply(place, command);
      }
      case "dropDatabase" -> {
        // Each of its collections was dropped by an entry of its own.
      }
      default ->
          throw new PortFailure.Rejected(
              "OPLOG_UNKNOWN", "The archive's log of writes has what cannot be replayed.", null);
    }
  }

  private void collMod(Place place, BsonDocument command) {
    if (command.get("index") instanceof BsonDocument change) {
      indexes.change(place, change);
    }
    var rest = without(command, "index");
    if (rest.size() > 1) {
      apply(place, rest);
    }
  }

  private static BsonDocument without(BsonDocument document, String field) {
    var rest = new BsonDocument();
    document.forEach((name, value) -> {
      if (!name.equals(field)) {
        rest.append(name, value);
      }
    });
    return rest;
  }

  /** At its turn: what was written before comes first. */
  private void apply(Place place, BsonDocument command) {
    flush();
    var renamed = new BsonDocument();
    command.forEach((field, value) ->
        renamed.append(
            field, COMMANDS.contains(field) ? new BsonString(place.collection()) : value));
    waiting.add(
        new BsonDocument("op", new BsonString("c"))
            .append("ns", new BsonString(place.database() + ".$cmd"))
            .append("o", without(renamed, "recordIdsReplicated")));
    flush();
  }

  // ---- writes ----

  private void write(BsonDocument entry) {
    target(entry.getString("ns").getValue())
        .ifPresent(place -> {
          var renamed = new BsonDocument("op", entry.get("op"));
          renamed.append("ns", new BsonString(place.toString()));
          copy(entry, renamed, "o");
          copy(entry, renamed, "o2");
          copy(entry, renamed, "b");
          waiting.add(renamed);
          if (waiting.size() >= MOST_AT_ONCE || waitingBytes >= LARGEST_AT_ONCE) {
            flush();
          }
        });
  }

  private static void copy(BsonDocument from, BsonDocument into, String field) {
    BsonValue value = from.get(field);
    if (value != null) {
      into.append(field, value);
    }
  }

  private Optional<Place> target(String namespace) {
    var dot = namespace.indexOf('.');
    if (dot <= 0 || dot == namespace.length() - 1) {
      return Optional.empty();
    }
    var database = namespace.substring(0, dot);
    var name = namespace.substring(dot + 1);
    if (name.startsWith(CollectionDescription.BUCKETS)) {
      var series = new Place(database, name.substring(CollectionDescription.BUCKETS.length()));
      return what.of(series)
          .map(to -> new Place(to.database(), CollectionDescription.BUCKETS + to.collection()));
    }
    return what.of(new Place(database, name));
  }

  /** Does what waits, one after the other. */
  private void flush() {
    if (!waiting.isEmpty()) {
      client.write("admin", new BsonDocument("applyOps", new BsonArray(waiting)));
      waiting = new ArrayList<>();
    }
    waitingBytes = 0;
  }

  /** A transaction that has no end here was not committed. */
  void finish() {
    flush();
    transactions.clear();
  }
}
