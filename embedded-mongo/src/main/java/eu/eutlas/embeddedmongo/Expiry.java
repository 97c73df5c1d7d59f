package eu.eutlas.embeddedmongo;

import de.bwaldvogel.mongo.bson.Document;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Removes what indexes with {@code expireAfterSeconds} say is over. */
final class Expiry {

  /** So many at a time: nobody waits long for the lock. */
  private static final int BATCH = 1_000;

  private record Rule(StoredCollection collection, Document filter) {}

  private final Databases databases;
  private final WriteGate gate;

  Expiry(Databases databases, WriteGate gate) {
    this.databases = databases;
    this.gate = gate;
  }

  /** Removes everything that is over by now; without such indexes it costs a look at their list. */
  void run(Instant now) {
    for (Rule rule : gate.read(() -> rules(now))) {
      // Looking comes first: a write that removes nothing would still keep the server from idling.
      while (gate.read(() -> isAnyOver(rule))) {
        gate.write(() -> removeBatch(rule));
      }
    }
  }

  private static boolean isAnyOver(Rule rule) {
    StoredCollection collection = rule.collection();
    return !collection.documents().isClosed()
        && collection.find(rule.filter(), null, 0, 1, null).hasNext();
  }

  private static int removeBatch(Rule rule) {
    // It may have been dropped since we looked.
    StoredCollection collection = rule.collection();
    return collection.documents().isClosed() ? 0 : collection.deleteDocuments(rule.filter(), BATCH);
  }

  private List<Rule> rules(Instant now) {
    return databases.inUse().stream()
        .flatMap(database -> database.storedCollections().stream())
        .flatMap(collection -> rules(collection, now).stream())
        .toList();
  }

  private List<Rule> rules(StoredCollection collection, Instant now) {
    return databases
        .forReading(collection.getDatabaseName())
        .descriptions(collection.getFullName())
        .stream()
        .map(description -> filter(description, now))
        .filter(filter -> filter != null)
        .map(filter -> new Rule(collection, filter))
        .toList();
  }

  private static @Nullable Document filter(Document index, Instant now) {
    if (!(index.get("expireAfterSeconds") instanceof Number seconds)
        || !(index.get("key") instanceof Document key)
        || key.size() != 1) {
      return null;
    }
    var before = new Document("$lt", now.minusSeconds(seconds.longValue()));
    var over = new Document(key.keySet().iterator().next(), before);
    Document partial = IndexDescriptions.partialFilter(index);
    return partial == null ? over : new Document("$and", List.of(over, partial));
  }
}
