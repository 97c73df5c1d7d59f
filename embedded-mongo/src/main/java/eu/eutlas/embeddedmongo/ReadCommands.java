package eu.eutlas.embeddedmongo;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.oplog.NoopOplog;
import eu.eutlas.embeddedmongo.Command.Lane;
import eu.eutlas.embeddedmongo.Command.Need;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;

/** Finding, counting, aggregating, and the cursors that come of it. */
final class ReadCommands {

  private final Databases databases;
  private final Cursors cursors;

  ReadCommands(Databases databases, Cursors cursors) {
    this.databases = databases;
    this.cursors = cursors;
  }

  List<Command> commands() {
    return List.of(
        Command.of("find", Right.READ, Lane.READ, this::find),
        Command.of("count", Right.READ, Lane.READ, this::byLibrary),
        Command.of("distinct", Right.READ, Lane.READ, this::byLibrary),
        Command.of("explain", Right.READ, Lane.READ, this::explain),
        Command.of("aggregate", ReadCommands::aggregateNeeds, ReadCommands::lane, this::aggregate),
        // A cursor answers its owner only; the right was checked when it was opened.
        Command.of("getmore", Right.INSPECT, Lane.READ, this::more),
        Command.loggedIn("killcursors", Lane.FREE, this::killCursors));
  }

  private Document find(Call call) {
    if (call.flag("tailable")) {
      throw Replies.badValue(
          "error processing query: tailable cursor requested on non capped collection");
    }
    Iterator<Document> found = found(call);
    return cursors.firstReply(
        found,
        call.namespace(),
        batchSize(call.command()),
        call.flag("singleBatch"),
        call.caller());
  }

  private Iterator<Document> found(Call call) {
    StoredCollection collection =
        databases.forReading(call.database()).collection(call.collection());
    return collection == null
        ? Collections.emptyIterator()
        : collection.find(
            call.document("filter"),
            call.optionalDocument("sort"),
            Math.max(0, call.number("skip", 0)),
            Math.abs(call.number("limit", 0)),
            call.optionalDocument("projection"));
  }

  private static int batchSize(Document options) {
    return options.get("batchSize") instanceof Number wanted
        ? Math.max(0, wanted.intValue())
        : ReplyCursor.DOCUMENTS;
  }

  private Document more(Call call) {
    if (!(call.command().get(call.name()) instanceof Number id)
        || !(call.command().get("collection") instanceof String collection)) {
      throw Replies.badValue("getMore names a cursor and a collection");
    }
    int size = batchSize(call.command());
    return cursors.nextReply(
        id.longValue(),
        call.database() + "." + collection,
        size == 0 ? ReplyCursor.DOCUMENTS : size,
        call.caller());
  }

  private Document killCursors(Call call) {
    var killed = new ArrayList<Long>();
    var notFound = new ArrayList<Long>();
    if (call.command().get("cursors") instanceof Collection<?> ids) {
      for (Object id : ids) {
        long number = ((Number) id).longValue();
        (cursors.kill(number, call.caller()) ? killed : notFound).add(number);
      }
    }
    return new Document("cursorsKilled", killed)
        .append("cursorsNotFound", notFound)
        .append("cursorsAlive", List.of())
        .append("cursorsUnknown", List.of())
        .append("ok", 1.0);
  }

  private Document byLibrary(Call call) {
    call.collection();
    return databases
        .forReading(call.database())
        .handleCommand(
            call.connection().channel(),
            call.name(),
            call.command(),
            databases::forReading,
            NoopOplog.get());
  }

  // ---- aggregate ----

  private static List<Need> aggregateNeeds(Call call) {
    var needs = new ArrayList<Need>();
    needs.add(new Need(Right.READ, call.database()));
    String target = Pipeline.of(call.command()).targetDatabase(call.database());
    if (target != null) {
      needs.add(new Need(Right.WRITE, target));
    }
    return needs;
  }

  private static Lane lane(Call call) {
    boolean writes = Pipeline.of(call.command()).targetDatabase(call.database()) != null;
    return writes ? Lane.WRITE : Lane.READ;
  }

  private Document aggregate(Call call) {
    if (call.command().get("explain") != null) {
      throw Replies.notSupported("explain of an aggregation");
    }
    boolean writes = lane(call) == Lane.WRITE;
    StoredDatabase database =
        writes ? databases.forWriting(call.database()) : databases.forReading(call.database());
    Pipeline pipeline = Pipeline.of(call.command());
    Iterator<Document> answer =
        pipeline.run(
            database, call.collection(), writes ? databases::forWriting : databases::forReading);
    int size = batchSize(call.document("cursor"));
    return cursors.firstReply(answer, call.namespace(), size, false, call.caller());
  }

  // ---- explain ----

  /** Says which index a find takes and how many documents it looked at. */
  private Document explain(Call call) {
    Document command = call.document(call.name());
    if (!(command.get("find") instanceof String)) {
      throw Replies.notSupported("explain of anything but find");
    }
    var find = new Call(call.connection(), call.database(), "find", command, call.user());
    StoredCollection collection =
        databases.forReading(call.database()).collection(find.collection());
    if (collection == null) {
      return planner(new Document("stage", "EOF"), 0, 0);
    }
    AccessPath path =
        collection.pathFor(
            find.document("filter"), find.optionalDocument("sort"), find.number("limit", 0) != 0);
    long before = collection.examined();
    long returned = 0;
    for (Iterator<Document> found = found(find); found.hasNext(); found.next()) {
      returned++;
    }
    return planner(stage(path), returned, collection.examined() - before);
  }

  private static Document stage(AccessPath path) {
    OrderedIndex index = path.index();
    if (index != null) {
      return new Document("stage", "FETCH")
          .append("inputStage", indexScan(index.getName(), path.reverse()));
    }
    return path.narrows() ? indexScan("_id_", path.reverse()) : new Document("stage", "COLLSCAN");
  }

  private static Document indexScan(String index, boolean reverse) {
    return new Document("stage", "IXSCAN")
        .append("indexName", index)
        .append("direction", reverse ? "backward" : "forward");
  }

  private static Document planner(Document winner, long returned, long examined) {
    var statistics =
        new Document("executionSuccess", true)
            .append("nReturned", returned)
            .append("totalDocsExamined", examined);
    return new Document("queryPlanner", new Document("winningPlan", winner))
        .append("executionStats", statistics)
        .append("ok", 1.0);
  }
}
