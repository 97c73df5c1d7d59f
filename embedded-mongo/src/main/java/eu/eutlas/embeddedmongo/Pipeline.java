package eu.eutlas.embeddedmongo;

import de.bwaldvogel.mongo.backend.DatabaseResolver;
import de.bwaldvogel.mongo.backend.aggregation.Aggregation;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerError;
import de.bwaldvogel.mongo.oplog.NoopOplog;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * An aggregation. What stands at its beginning, {@code $match $sort $skip $limit}, is a query and
 * uses the indexes; the library's stages do the rest.
 */
final class Pipeline {

  /** Stages that leave the documents they are given as they are; for others we make copies. */
  private static final Set<String> HARMLESS =
      Set.of("$match", "$sort", "$skip", "$limit", "$group", "$count", "$sortByCount", "$unwind");

  private final Document command;
  private final List<Document> stages;

  private Pipeline(Document command, List<Document> stages) {
    this.command = command;
    this.stages = stages;
  }

  static Pipeline of(Document command) {
    return new Pipeline(
        command,
        Aggregation.parse(command.get("pipeline")).stream().map(Pipeline::understood).toList());
  }

  private static Document understood(Document stage) {
    return stage.get("$match") instanceof Document filter
        ? new Document("$match", Filters.understood(filter))
        : stage;
  }

  /** Where it writes to: the database of its $out or $merge; null if it only reads. */
  @Nullable String targetDatabase(String currentDatabase) {
    if (stages.isEmpty()) {
      return null;
    }
    Document last = stages.getLast();
    Object into = last.get("$merge") instanceof Document merge ? merge.get("into") : null;
    Object target = into != null ? into : last.getOrDefault("$out", last.get("$merge"));
    if (target == null) {
      return null;
    }
    boolean full = target instanceof Document;
    Object collection = full ? ((Document) target).get("coll") : target;
    if (String.valueOf(collection).startsWith("system.")) {
      throw Replies.invalidNamespace("cannot write to " + collection);
    }
    return full ? String.valueOf(((Document) target).get("db")) : currentDatabase;
  }

  Iterator<Document> run(StoredDatabase database, String name, DatabaseResolver resolver) {
    refuseWhatIsNotHad();
    StoredCollection collection = database.collection(name);
    if (!stages.isEmpty() && stages.getFirst().containsKey("$collStats")) {
      return List.of(Statistics.collStats(database, name)).iterator();
    }
    var query = new Query();
    List<Document> rest = stages.subList(query.take(stages), stages.size());
    Aggregation aggregation =
        Aggregation.fromPipeline(rest, resolver, database, collection, NoopOplog.get());
    aggregation.validate(new Document("cursor", new Document()));
    if (collection == null) {
      return Collections.emptyIterator();
    }
    if (HARMLESS.containsAll(rest.stream().map(stage -> nameOf(stage)).toList())) {
      return aggregation.runStagesAsStream(query.on(collection)).iterator();
    }
    return StoredCollection.handingOutCopies(() ->
            aggregation.runStages(query.on(collection).map(document -> document.cloneDeeply())))
        .iterator();
  }

  private static String nameOf(Document stage) {
    return stage.isEmpty() ? "" : stage.keySet().iterator().next();
  }

  private void refuseWhatIsNotHad() {
    if (!(command.get("cursor") instanceof Document)) {
      throw new MongoServerError(
          9, "FailedToParse", "The 'cursor' option is required, except for aggregate with explain");
    }
    if (!stages.isEmpty() && stages.getFirst().containsKey("$changeStream")) {
      throw new MongoServerError(
          40573, "The $changeStream stage is only supported on replica sets");
    }
  }

  /** The stages at the beginning that together are one query. */
  private static final class Query {

    private static final List<String> ORDER = List.of("$match", "$sort", "$skip", "$limit");

    private Document filter = new Document();
    private @Nullable Document orderBy;
    private int skip;
    private int limit;

    /** Takes what it can and says how many stages that was. */
    int take(List<Document> stages) {
      int next = 0;
      int taken = 0;
      for (Document stage : stages) {
        int place = ORDER.indexOf(nameOf(stage));
        if (place < next || !take(nameOf(stage), stage.get(nameOf(stage)))) {
          break;
        }
        next = place + 1;
        taken++;
      }
      return taken;
    }

    private boolean take(String name, @Nullable Object argument) {
      switch (argument) {
        case Document document when name.equals("$match") -> filter = document;
        case Document document when name.equals("$sort") -> orderBy = document;
        case Number number when name.equals("$skip") && isCount(number) -> skip = number.intValue();
        case Number number when name.equals("$limit") && isCount(number) ->
            limit = number.intValue();
        case null, default -> {
          // Wrong or very large: the library's own stage says what it thinks of it.
          return false;
        }
      }
      return true;
    }

    private static boolean isCount(Number number) {
      return number.longValue() > 0 && number.longValue() < Integer.MAX_VALUE;
    }

    Stream<Document> on(StoredCollection collection) {
      Iterator<Document> found = collection.find(filter, orderBy, skip, limit, null);
      return StreamSupport.stream(
          Spliterators.spliteratorUnknownSize(found, Spliterator.ORDERED), false);
    }
  }
}
