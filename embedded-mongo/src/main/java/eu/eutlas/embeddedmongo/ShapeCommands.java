package eu.eutlas.embeddedmongo;

import de.bwaldvogel.mongo.backend.CollectionOptions;
import de.bwaldvogel.mongo.backend.DefaultQueryMatcher;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.IndexNotFoundException;
import de.bwaldvogel.mongo.exception.MongoServerError;
import de.bwaldvogel.mongo.oplog.NoopOplog;
import eu.eutlas.embeddedmongo.Command.Lane;
import eu.eutlas.embeddedmongo.Command.Need;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Databases, collections and indexes: making, dropping, renaming, listing. */
final class ShapeCommands {

  /** What would silently be something else if we took it. */
  private static final List<String> NOT_HAD =
      List.of("viewOn", "timeseries", "capped", "validator", "clusteredIndex");

  private final Databases databases;
  private final Cursors cursors;

  ShapeCommands(Databases databases, Cursors cursors) {
    this.databases = databases;
    this.cursors = cursors;
  }

  List<Command> commands() {
    return List.of(
        Command.of("create", Right.SHAPE, Lane.WRITE, this::create),
        Command.of("drop", Right.SHAPE, Lane.WRITE, this::drop),
        Command.of("createindexes", Right.SHAPE, Lane.WRITE, this::createIndexes),
        Command.of("dropindexes", Right.SHAPE, Lane.WRITE, this::dropIndexes),
        Command.of("dropdatabase", Right.DROP_DATABASE, Lane.WRITE, this::dropDatabase),
        Command.of(
            "renamecollection", ShapeCommands::renameNeeds, call -> Lane.WRITE, this::rename),
        Command.of("listcollections", Right.INSPECT, Lane.READ, this::listCollections),
        Command.of("listindexes", Right.INSPECT, Lane.READ, this::listIndexes),
        Command.loggedIn("listdatabases", Lane.READ, this::listDatabases),
        Command.of("collstats", Right.INSPECT, Lane.READ, this::collStats),
        Command.of("dbstats", Right.INSPECT, Lane.READ, this::dbStats),
        Command.of("validate", Right.INSPECT, Lane.READ, this::validate));
  }

  // ---- collections ----

  private Document create(Call call) {
    for (String option : NOT_HAD) {
      Object value = call.command().get(option);
      if (value != null && !Boolean.FALSE.equals(value)) {
        throw Replies.notSupported("create with '" + option + "'");
      }
    }
    databases
        .forWriting(call.database())
        .createCollectionOrThrowIfExists(call.collection(), CollectionOptions.withDefaults());
    return Replies.ok();
  }

  private Document drop(Call call) {
    StoredCollection collection = existing(call);
    if (collection == null) {
      throw new MongoServerError(26, "NamespaceNotFound", "ns not found");
    }
    int indexes = collection.getNumIndexes();
    databases.forWriting(call.database()).dropCollection(call.collection(), NoopOplog.get());
    return new Document("nIndexesWas", indexes).append("ns", call.namespace()).append("ok", 1.0);
  }

  private @Nullable StoredCollection existing(Call call) {
    return databases.forReading(call.database()).collection(call.collection());
  }

  private Document dropDatabase(Call call) {
    databases.drop(call.database());
    return new Document("dropped", call.database()).append("ok", 1.0);
  }

  private static List<Need> renameNeeds(Call call) {
    return List.of(
        new Need(Right.WRITE, databaseOf(call.namespaceIn(call.name()))),
        new Need(Right.SHAPE, databaseOf(call.namespaceIn(call.name()))),
        new Need(Right.WRITE, databaseOf(call.namespaceIn("to"))),
        new Need(Right.SHAPE, databaseOf(call.namespaceIn("to"))));
  }

  private static String databaseOf(String namespace) {
    return namespace.substring(0, namespace.indexOf('.'));
  }

  private static String collectionOf(String namespace) {
    return namespace.substring(namespace.indexOf('.') + 1);
  }

  private Document rename(Call call) {
    String from = call.namespaceIn(call.name());
    String to = call.namespaceIn("to");
    if (!databaseOf(from).equals(databaseOf(to))) {
      throw Replies.notSupported("renaming a collection into another database");
    }
    if (collectionOf(from).startsWith("system.") || collectionOf(to).startsWith("system.")) {
      throw Replies.invalidNamespace("cannot rename " + from + " to " + to);
    }
    StoredDatabase database = databases.forReading(databaseOf(from));
    StoredCollection collection = database.collection(collectionOf(from));
    if (collection == null) {
      throw new MongoServerError(
          26, "NamespaceNotFound", "Source collection " + from + " does not exist");
    }
    if (!call.flag("dropTarget") && database.collection(collectionOf(to)) != null) {
      throw new MongoServerError(48, "NamespaceExists", "target namespace exists");
    }
    database.renameCollection(collection, collectionOf(to), call.flag("dropTarget"));
    return Replies.ok();
  }

  private Document listCollections(Call call) {
    Document filter = call.document("filter");
    var listed =
        databases.forReading(call.database()).storedCollections().stream()
            .map(ShapeCommands::described)
            .filter(description -> new DefaultQueryMatcher().matches(description, filter))
            .map(description -> call.flag("nameOnly") ? nameAndType(description) : description)
            .toList();
    String namespace = call.database() + ".$cmd.listCollections";
    return listed(call, listed, namespace);
  }

  private Document listed(Call call, List<Document> documents, String namespace) {
    return cursors.firstReply(
        documents.iterator(), namespace, Integer.MAX_VALUE, true, call.caller());
  }

  private static Document described(StoredCollection collection) {
    var idIndex = new Document("v", 2).append("key", new Document("_id", 1)).append("name", "_id_");
    return new Document("name", collection.getCollectionName())
        .append("type", "collection")
        .append("options", new Document())
        .append("info", new Document("readOnly", false))
        .append("idIndex", idIndex);
  }

  private static Document nameAndType(Document description) {
    return new Document("name", description.get("name")).append("type", description.get("type"));
  }

  // ---- indexes ----

  private Document createIndexes(Call call) {
    if (!(call.command().get("indexes") instanceof Collection<?> asked)) {
      throw Replies.badValue("'indexes' must be an array");
    }
    StoredDatabase database = databases.forWriting(call.database());
    StoredCollection before = database.collection(call.collection());
    int indexesBefore = before == null ? 1 : before.getNumIndexes();
    for (Object description : asked) {
      database.addIndex(IndexDescriptions.kept((Document) description, call.namespace()));
    }
    int indexesAfter = Objects.requireNonNull(existing(call)).getNumIndexes();
    Document reply =
        new Document("numIndexesBefore", indexesBefore)
            .append("numIndexesAfter", indexesAfter)
            .append("createdCollectionAutomatically", before == null);
    if (indexesBefore == indexesAfter) {
      reply.append("note", "all indexes already exist");
    }
    return reply.append("ok", 1.0);
  }

  private Document dropIndexes(Call call) {
    StoredCollection collection = existing(call);
    if (collection == null) {
      throw new MongoServerError(26, "NamespaceNotFound", "ns not found " + call.namespace());
    }
    int before = collection.getNumIndexes();
    StoredDatabase database = databases.forWriting(call.database());
    for (String name : namesToDrop(call, collection)) {
      database.removeIndex(collection, name);
    }
    return new Document("nIndexesWas", before).append("ok", 1.0);
  }

  private static List<String> namesToDrop(Call call, StoredCollection collection) {
    Object wanted = call.command().get("index");
    List<String> names =
        collection.getIndexes().stream()
            .filter(index -> isWanted(index, wanted))
            .map(Index::getName)
            .toList();
    if (names.isEmpty() && !"*".equals(wanted)) {
      throw new IndexNotFoundException("index not found: " + wanted);
    }
    if (names.contains("_id_")) {
      throw new MongoServerError(72, "InvalidOptions", "cannot drop _id index");
    }
    return names;
  }

  private static boolean isWanted(Index<Object> index, @Nullable Object wanted) {
    return switch (wanted) {
      case String star when star.equals("*") -> !(index instanceof IdIndex);
      case String name -> index.getName().equals(name);
      case Document key ->
          BsonOrder.INSTANCE.compare(index.toIndexDescription().get("key"), key) == 0;
      case Collection<?> several -> several.contains(index.getName());
      case null, default -> false;
    };
  }

  private Document listIndexes(Call call) {
    if (existing(call) == null) {
      throw new MongoServerError(26, "NamespaceNotFound", "ns does not exist: " + call.namespace());
    }
    List<Document> indexes =
        databases.forReading(call.database()).descriptions(call.namespace()).stream()
            .map(IndexDescriptions::shown)
            .toList();
    return listed(call, indexes, call.namespace());
  }

  // ---- figures ----

  private Document listDatabases(Call call) {
    Document filter = call.document("filter");
    boolean nameOnly = call.flag("nameOnly");
    var listed = new ArrayList<Document>();
    long total = 0;
    for (StoredDatabase database : databases.inUse()) {
      String name = database.getDatabaseName();
      if (call.user() == null || !call.user().may(Right.INSPECT, name)) {
        continue;
      }
      var description = new Document("name", name);
      if (!nameOnly) {
        long size = Statistics.dataSize(database);
        total += size;
        description.append("sizeOnDisk", size).append("empty", false);
      }
      if (new DefaultQueryMatcher().matches(description, filter)) {
        listed.add(description);
      }
    }
    Document reply = new Document("databases", listed);
    if (!nameOnly) {
      reply.append("totalSize", total).append("totalSizeMb", total / (1024 * 1024));
    }
    return reply.append("ok", 1.0);
  }

  private Document collStats(Call call) {
    return Statistics.collStats(databases.forReading(call.database()), call.collection());
  }

  private Document dbStats(Call call) {
    return Statistics.dbStats(databases.forReading(call.database()), call.number("scale", 1));
  }

  private Document validate(Call call) {
    StoredCollection collection = existing(call);
    if (collection == null) {
      throw new MongoServerError(
          26, "NamespaceNotFound", "Collection '" + call.namespace() + "' does not exist");
    }
    return collection.validate();
  }
}
