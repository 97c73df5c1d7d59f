package eu.eutlas.tenant.archive;

import java.util.List;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.bson.BsonString;

/**
 * What an archive says before its documents.
 *
 * @param parallel how many collections may be interleaved
 */
record Prelude(
    int parallel,
    ServerVersion server,
    String toolVersion,
    List<CollectionDescription> collections) {
  Prelude {
    collections = List.copyOf(collections);
  }

  BsonDocument header() {
    return new BsonDocument("concurrent_collections", new BsonInt32(parallel))
        .append("version", new BsonString(ArchiveFormat.VERSION))
        .append("server_version", new BsonString(server.text()))
        .append("tool_version", new BsonString(toolVersion));
  }

  boolean has(Place place) {
    return collections.stream().anyMatch(collection -> collection.place().equals(place));
  }
}
