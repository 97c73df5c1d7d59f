package eu.eutlas.embeddedmongo;

import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.bson.Document;

/** How much there is. Index sizes are estimates from a sample. */
final class Statistics {

  private Statistics() {}

  static long dataSize(StoredDatabase database) {
    return database.storedCollections().stream().mapToLong(StoredCollection::dataSize).sum();
  }

  static Document collStats(StoredDatabase database, String name) {
    StoredCollection collection = database.collection(name);
    String namespace = database.getDatabaseName() + "." + name;
    var figures = new Document("ns", namespace);
    if (collection == null) {
      return figures.append("count", 0).append("size", 0L).append("ok", 1.0);
    }
    var sizes = new Document();
    collection.getIndexes().forEach(index -> sizes.put(index.getName(), index.getDataSize()));
    long size = collection.dataSize();
    int count = collection.count();
    figures.append("count", count).append("size", size);
    figures.append("avgObjSize", count == 0 ? 0 : size / count);
    figures.append("storageSize", size).append("capped", false);
    figures.append("nindexes", collection.getNumIndexes()).append("indexSizes", sizes);
    figures.append("totalIndexSize", indexSize(collection));
    // Once more where the aggregation stage of that name has it.
    figures.append("storageStats", new Document(figures));
    return figures.append("ok", 1.0);
  }

  static Document dbStats(StoredDatabase database, int scale) {
    long unit = Math.max(1, scale);
    var collections = database.storedCollections();
    long objects = collections.stream().mapToLong(StoredCollection::count).sum();
    long size = dataSize(database);
    long indexSize = collections.stream().mapToLong(Statistics::indexSize).sum();
    return new Document("db", database.getDatabaseName())
        .append("collections", collections.size())
        .append("views", 0)
        .append("objects", objects)
        .append("avgObjSize", objects == 0 ? 0.0 : (double) size / objects)
        .append("dataSize", (double) size / unit)
        .append("storageSize", (double) size / unit)
        .append("indexes", collections.stream().mapToInt(StoredCollection::getNumIndexes).sum())
        .append("indexSize", (double) indexSize / unit)
        .append("totalSize", (double) (size + indexSize) / unit)
        .append("fileSize", (double) database.getFileSize() / unit)
        .append("scaleFactor", unit)
        .append("ok", 1.0);
  }

  private static long indexSize(StoredCollection collection) {
    return collection.getIndexes().stream().mapToLong(Index::getDataSize).sum();
  }
}
