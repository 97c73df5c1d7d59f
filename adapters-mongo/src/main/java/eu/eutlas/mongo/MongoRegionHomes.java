package eu.eutlas.mongo;

import eu.eutlas.application.PortFailure;
import eu.eutlas.domain.cluster.RegionId;
import org.bson.BsonDocument;

/**
 * Where the regions are at home that live on one node's disk, in the collection {@code regions}.
 */
final class MongoRegionHomes {
  static final CollectionSchema COLLECTION = CollectionSchema.of("regions");

  private static final String HOME = "home";

  private final Documents<BsonDocument> regions;

  MongoRegionHomes(Store store) {
    this.regions = store.documents(COLLECTION);
  }

  /** The home of the region for good: the first that was ever named. */
  String settle(RegionId region, String home) {
    var key = Where.id(region.value());
    var settled = regions.find(key);
    if (settled.isEmpty()) {
      insert(region, home);
      settled = regions.find(key);
    }
    return DocumentReader.of(settled.orElseThrow()).text(HOME);
  }

  private void insert(RegionId region, String home) {
    try {
      regions.insert(new DocumentWriter().put(Where.ID, region.value()).put(HOME, home).done());
    } catch (PortFailure.Duplicate anotherNodeWasFirst) {
      // Whoever was first is read next.
    }
  }
}
