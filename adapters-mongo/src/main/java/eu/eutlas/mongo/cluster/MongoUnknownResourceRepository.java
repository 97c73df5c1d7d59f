package eu.eutlas.mongo.cluster;

import static eu.eutlas.mongo.Values.value;

import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.Updates;
import eu.eutlas.application.Cursor;
import eu.eutlas.application.Page;
import eu.eutlas.application.PageRequest;
import eu.eutlas.application.PortFailure;
import eu.eutlas.application.cluster.UnknownResourceRepository;
import eu.eutlas.domain.cluster.ClusterId;
import eu.eutlas.domain.cluster.RegionId;
import eu.eutlas.domain.cluster.UnknownResource;
import eu.eutlas.mongo.CollectionSchema;
import eu.eutlas.mongo.CollectionSchema.Index;
import eu.eutlas.mongo.DocumentReader;
import eu.eutlas.mongo.DocumentWriter;
import eu.eutlas.mongo.Documents;
import eu.eutlas.mongo.Store;
import eu.eutlas.mongo.Where;
import java.util.List;
import java.util.Optional;
import org.bson.BsonDocument;
import org.bson.conversions.Bson;

/** What was found in regions and is nobody's, in the collection {@code unknownResources}. */
public final class MongoUnknownResourceRepository implements UnknownResourceRepository {
  private static final String REGION = "region";
  private static final String CLUSTER = "cluster";
  private static final String FIRST_SEEN_AT = "firstSeenAt";
  private static final String LAST_SEEN_AT = "lastSeenAt";
  private static final Bson BY_ID = Sorts.ascending("_id");

  public static final CollectionSchema COLLECTION =
      CollectionSchema.of("unknownResources", Index.on(REGION, "_id"));

  private final Documents<UnknownResource> found;

  public MongoUnknownResourceRepository(Store store) {
    this.found =
        store.documents(
            COLLECTION,
            MongoUnknownResourceRepository::toBson,
            MongoUnknownResourceRepository::fromBson);
  }

  @Override
  public List<UnknownResource> findIn(RegionId region, int limit) {
    return found.list(in(region), BY_ID, limit);
  }

  @Override
  public Page<UnknownResource> list(Optional<RegionId> region, PageRequest request) {
    var asked = region.map(MongoUnknownResourceRepository::in).orElse(Where.anything());
    var where = request.after().map(after -> asked.above("_id", value(after.id()))).orElse(asked);
    return found.page(
        where, BY_ID, request, each -> new Cursor("", id(each.region(), each.cluster())));
  }

  @Override
  public boolean keep(UnknownResource seen) {
    try {
      found.insert(seen);
      return true;
    } catch (PortFailure.Duplicate known) {
      found.update(
          Where.id(id(seen.region(), seen.cluster())),
          Updates.set(LAST_SEEN_AT, value(seen.lastSeenAt())));
      return false;
    }
  }

  @Override
  public void forget(RegionId region, ClusterId cluster) {
    found.remove(Where.id(id(region, cluster)));
  }

  private static Where in(RegionId region) {
    return Where.anything().is(REGION, value(region.value()));
  }

  private static String id(RegionId region, ClusterId cluster) {
    return region + ":" + cluster;
  }

  private static BsonDocument toBson(UnknownResource seen) {
    return new DocumentWriter()
        .put("_id", id(seen.region(), seen.cluster()))
        .put(REGION, seen.region().value())
        .put(CLUSTER, seen.cluster().value())
        .put(FIRST_SEEN_AT, seen.firstSeenAt())
        .put(LAST_SEEN_AT, seen.lastSeenAt())
        .done();
  }

  private static UnknownResource fromBson(BsonDocument document) {
    var stored = DocumentReader.of(document);
    return new UnknownResource(
        new RegionId(stored.text(REGION)),
        new ClusterId(stored.text(CLUSTER)),
        stored.time(FIRST_SEEN_AT),
        stored.time(LAST_SEEN_AT));
  }
}
