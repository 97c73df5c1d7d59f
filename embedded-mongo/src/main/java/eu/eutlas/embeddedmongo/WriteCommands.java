package eu.eutlas.embeddedmongo;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerException;
import de.bwaldvogel.mongo.oplog.NoopOplog;
import eu.eutlas.embeddedmongo.Command.Lane;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Inserting, updating, deleting; statement by statement, as ordered or unordered as asked. */
final class WriteCommands {

  private final Databases databases;

  WriteCommands(Databases databases) {
    this.databases = databases;
  }

  List<Command> commands() {
    return List.of(
        Command.of("insert", Right.WRITE, Lane.WRITE, this::insert),
        Command.of("update", Right.WRITE, Lane.WRITE, call -> statements(call, "updates")),
        Command.of("delete", Right.WRITE, Lane.WRITE, call -> statements(call, "deletes")),
        Command.of("findandmodify", Right.WRITE, Lane.WRITE, this::findAndModify));
  }

  private Document byLibrary(Call call, Document command) {
    return databases
        .forWriting(call.database())
        .handleCommand(
            call.connection().channel(),
            call.name(),
            command,
            databases::forWriting,
            NoopOplog.get());
  }

  private static boolean ordered(Call call) {
    return !Boolean.FALSE.equals(call.command().get("ordered"));
  }

  private Document insert(Call call) {
    call.collection();
    var documents = documents(call, "documents");
    Document command = call.command().clone().append("ordered", ordered(call));
    Document reply = byLibrary(call, command);
    if (reply.get("writeErrors") instanceof List<?> errors && !errors.isEmpty()) {
      Object first = ((Document) errors.getFirst()).get("index");
      reply.put("n", ordered(call) ? first : documents.size() - errors.size());
    }
    return reply;
  }

  private static List<Document> documents(Call call, String field) {
    if (!(call.command().get(field) instanceof Collection<?> entries)) {
      throw Replies.badValue("'" + field + "' must be an array");
    }
    return entries.stream().map(Document.class::cast).toList();
  }

  /** Each statement on its own: one that fails ends an ordered command, but undoes nothing. */
  private Document statements(Call call, String field) {
    call.collection();
    int matched = 0;
    int modified = 0;
    var upserted = new ArrayList<Document>();
    var errors = new ArrayList<Document>();
    int index = 0;
    for (Document statement : documents(call, field)) {
      Document reply = one(call, field, statement);
      matched += number(reply, "n");
      modified += number(reply, "nModified");
      collect(reply, "upserted", index, upserted);
      collect(reply, "writeErrors", index, errors);
      if (!errors.isEmpty() && ordered(call)) {
        break;
      }
      index++;
    }
    Document reply = Replies.ok().append("n", matched);
    if (field.equals("updates")) {
      reply.append("nModified", modified);
    }
    appendUnlessEmpty(reply, "upserted", upserted);
    appendUnlessEmpty(reply, "writeErrors", errors);
    return reply;
  }

  private Document one(Call call, String field, Document statement) {
    Document command = call.command().clone();
    command.put(field, List.of(normalised(field, statement)));
    try {
      Replies.refuseCollation(statement);
      if (statement.get("u") instanceof Collection) {
        throw Replies.notSupported("an update by a pipeline");
      }
      return byLibrary(call, command);
    } catch (MongoServerException e) {
      Document error = Replies.failure(e);
      error.remove("ok");
      return new Document("writeErrors", List.of(error));
    }
  }

  private static Document normalised(String field, Document statement) {
    Document normalised = statement.clone();
    normalised.putIfAbsent("q", new Document());
    if (field.equals("deletes")) {
      normalised.putIfAbsent("limit", 0);
    }
    return normalised;
  }

  private static int number(Document reply, String field) {
    return reply.get(field) instanceof Number number ? number.intValue() : 0;
  }

  private static void collect(Document reply, String field, int index, List<Document> into) {
    if (reply.get(field) instanceof Collection<?> entries) {
      for (Object entry : entries) {
        Document placed = new Document("index", index);
        placed.putAll((Document) entry);
        placed.put("index", index);
        into.add(placed);
      }
    }
  }

  private static void appendUnlessEmpty(Document reply, String field, List<Document> entries) {
    if (!entries.isEmpty()) {
      reply.append(field, entries);
    }
  }

  private Document findAndModify(Call call) {
    call.collection();
    Document command = call.command().clone();
    if (command.get("update") instanceof Collection) {
      throw Replies.notSupported("an update by a pipeline");
    }
    command.putIfAbsent("query", new Document());
    if (!call.flag("remove")) {
      command.remove("remove");
    }
    Document reply = byLibrary(call, command);
    boolean found = reply.get("value") != null;
    reply.putIfAbsent(
        "lastErrorObject",
        call.flag("remove")
            ? new Document("n", found ? 1 : 0)
            : new Document("n", found ? 1 : 0).append("updatedExisting", false));
    return reply;
  }
}
