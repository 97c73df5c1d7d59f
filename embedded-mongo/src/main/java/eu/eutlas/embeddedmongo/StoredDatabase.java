package eu.eutlas.embeddedmongo;

import de.bwaldvogel.mongo.MongoCollection;
import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.backend.AbstractMongoDatabase;
import de.bwaldvogel.mongo.backend.CollectionOptions;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.oplog.NoopOplog;
import de.bwaldvogel.mongo.oplog.Oplog;
import io.netty.channel.Channel;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * A database as trees in the file: {@code data.<database>.<collection>} for documents and {@code
 * index.<database>.<collection>.$<name>} for each index but the one on {@code _id}.
 */
final class StoredDatabase extends AbstractMongoDatabase<Object> {

  private static final String DATA = "data.";
  private static final String INDEX = "index.";

  private final DataFile file;

  /** The index being made, as the client described it. */
  private @Nullable Document making;

  StoredDatabase(String name, DataFile file) {
    super(name, Cursors.unused());
    this.file = file;
    initializeNamespacesAndIndexes();
  }

  /** The names of the databases in the file. */
  static Set<String> namesIn(DataFile file) {
    var names = new TreeSet<String>();
    for (String map : file.names()) {
      if (map.startsWith(DATA)) {
        names.add(map.substring(DATA.length(), map.indexOf('.', DATA.length())));
      }
    }
    return names;
  }

  @Nullable StoredCollection collection(String name) {
    return (StoredCollection) resolveCollection(name, false);
  }

  /** Its collections, without those that keep its own books. */
  List<StoredCollection> storedCollections() {
    return books("system.namespaces")
        .map(entry -> nameWithin(Fields.text(entry, "name")))
        .map(this::collection)
        .filter(collection -> collection != null)
        .map(StoredCollection.class::cast)
        .toList();
  }

  private String nameWithin(String namespace) {
    return namespace.substring(getDatabaseName().length() + 1);
  }

  private Stream<Document> books(String name) {
    MongoCollection<Object> books = resolveCollection(name, false);
    return books == null
        ? Stream.empty()
        : StreamSupport.stream(books.queryAll().spliterator(), false);
  }

  /** The descriptions of a collection's indexes as they were given. */
  List<Document> descriptions(String namespace) {
    return books("system.indexes").filter(index -> namespace.equals(index.get("ns"))).toList();
  }

  // ---- trees ----

  @Override
  protected MongoCollection<Object> openOrCreateCollection(
      String collectionName, CollectionOptions options) {
    String tree = DATA + getFullCollectionNamespace(collectionName);
    return new StoredCollection(this, collectionName, options, file.documents(tree));
  }

  private String indexTree(String collectionName, String indexName) {
    return INDEX + getFullCollectionNamespace(collectionName) + ".$" + indexName;
  }

  @Override
  protected Index<Object> openOrCreateUniqueIndex(
      String collectionName, String indexName, List<IndexKey> keys, boolean sparse) {
    if (keys.size() == 1 && keys.getFirst().getKey().equals(IdIndex.FIELD)) {
      var collection = (StoredCollection) resolveCollection(collectionName, true);
      return new IdIndex(indexName, keys, collection.documents());
    }
    return openIndex(collectionName, indexName, keys, sparse, true);
  }

  @Override
  protected Index<Object> openOrCreateSecondaryIndex(
      String collectionName, String indexName, List<IndexKey> keys, boolean sparse) {
    return openIndex(collectionName, indexName, keys, sparse, false);
  }

  private OrderedIndex openIndex(
      String collectionName,
      String indexName,
      List<IndexKey> keys,
      boolean sparse,
      boolean unique) {
    return new OrderedIndex(
        indexName,
        keys,
        sparse,
        unique,
        IndexDescriptions.partialFilter(description(collectionName, indexName)),
        file.entries(indexTree(collectionName, indexName)));
  }

  private Document description(String collectionName, String indexName) {
    if (making != null) {
      return making;
    }
    return descriptions(getFullCollectionNamespace(collectionName)).stream()
        .filter(index -> indexName.equals(index.get("name")))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("no description of index " + indexName));
  }

  // ---- indexes ----

  /** Makes the index unless it is there; an index that cannot be built leaves nothing behind. */
  @Override
  protected void addIndex(Document description) {
    String name = Fields.text(description, "name");
    String collectionName = nameWithin(Fields.text(description, "ns"));
    Document known =
        descriptions(Fields.text(description, "ns")).stream()
            .filter(index -> name.equals(index.get("name")))
            .findFirst()
            .orElse(null);
    if (known != null) {
      IndexDescriptions.refuseOther(known, description);
      return;
    }
    // Making an index may make the collection, which makes the index on _id.
    Document outer = making;
    making = description;
    try {
      super.addIndex(description);
    } catch (RuntimeException e) {
      file.remove(file.entries(indexTree(collectionName, name)));
      throw e;
    } finally {
      making = outer;
    }
  }

  /** Removes the index and its description, this collection's only. */
  void removeIndex(StoredCollection collection, String name) {
    dropIndex(collection, name);
    indexes
        .get()
        .deleteDocuments(new Document("ns", collection.getFullName()).append("name", name), 1);
  }

  @Override
  protected void dropIndex(MongoCollection<Object> collection, String indexName) {
    super.dropIndex(collection, indexName);
    if (!indexName.equals("_id_")) {
      file.remove(file.entries(indexTree(collection.getCollectionName(), indexName)));
    }
  }

  // ---- whole collections ----

  @Override
  public void dropCollection(String collectionName, Oplog oplog) {
    StoredCollection collection = collection(collectionName);
    super.dropCollection(collectionName, oplog);
    if (collection != null) {
      file.remove(collection.documents());
    }
  }

  @Override
  public void drop(Oplog oplog) {
    for (StoredCollection collection : storedCollections()) {
      dropCollection(collection.getCollectionName(), oplog);
    }
    for (String books : List.of("system.indexes", "system.namespaces")) {
      file.remove(file.documents(DATA + getFullCollectionNamespace(books)));
    }
  }

  @Override
  public void moveCollection(
      MongoDatabase oldDatabase, MongoCollection<?> collection, String newCollectionName) {
    var moved = (StoredCollection) collection;
    String oldName = moved.getCollectionName();
    super.moveCollection(oldDatabase, collection, newCollectionName);
    file.rename(moved.documents(), DATA + moved.getFullName());
    for (Index<Object> index : new ArrayList<>(moved.getIndexes())) {
      if (index instanceof OrderedIndex ordered) {
        String from = INDEX + oldDatabase.getDatabaseName() + "." + oldName;
        if (file.names().contains(from + ".$" + index.getName())) {
          file.rename(ordered.entries(), indexTree(newCollectionName, index.getName()));
        }
      }
    }
  }

  /** Gives a collection another name in this database. */
  void renameCollection(StoredCollection collection, String newName, boolean dropTarget) {
    if (dropTarget && collection(newName) != null) {
      dropCollection(newName, NoopOplog.get());
    }
    moveCollection(this, collection, newName);
  }

  // ---- the last result of each connection, for a command that no client uses any more ----

  @Override
  protected void clearLastStatus(Channel channel) {
    // Not kept.
  }

  @Override
  protected void putLastResult(Channel channel, Document result) {
    // Not kept.
  }

  // ---- figures ----

  @Override
  protected long getFileSize() {
    return file.size();
  }

  @Override
  protected long getStorageSize() {
    return file.size();
  }
}
