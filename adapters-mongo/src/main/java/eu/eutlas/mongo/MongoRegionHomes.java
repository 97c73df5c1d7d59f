package eu.eutlas.mongo;

import eu.eutlas.application.PortFailure;
import org.bson.BsonDocument;

/**
 * Where those regions are at home that live on one node's disk, and the backups, in the collection
 * {@code regions}.
 */
final class MongoRegionHomes {
  static final CollectionSchema COLLECTION = CollectionSchema.of("regions");

  private static final String HOME = "home";

  private final Documents<BsonDocument> regions;

  MongoRegionHomes(Store store) {
    this.regions = store.documents(COLLECTION);
  }

  /** The home for good: the first that was ever named. */
  String settle(String region, String home) {
    var key = Where.id(region);
    var settled = regions.find(key);
    if (settled.isEmpty()) {
      insert(region, home);
      settled = regions.find(key);
    }
    return DocumentReader.of(settled.orElseThrow()).text(HOME);
  }

  private void insert(String region, String home) {
    try {
      regions.insert(new DocumentWriter().put(Where.ID, region).put(HOME, home).done());
    } catch (PortFailure.Duplicate anotherNodeWasFirst) {
      // Whoever was first is read next.
    }
  }
}
