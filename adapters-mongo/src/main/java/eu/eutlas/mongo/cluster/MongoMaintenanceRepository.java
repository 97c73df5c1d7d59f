package eu.eutlas.mongo.cluster;

import com.mongodb.client.model.Updates;
import eu.eutlas.application.PortFailure;
import eu.eutlas.application.cluster.MaintenanceRepository;
import eu.eutlas.domain.cluster.Maintenance;
import eu.eutlas.domain.cluster.MaintenanceReason;
import eu.eutlas.domain.cluster.RegionId;
import eu.eutlas.mongo.CollectionSchema;
import eu.eutlas.mongo.DocumentReader;
import eu.eutlas.mongo.DocumentWriter;
import eu.eutlas.mongo.Documents;
import eu.eutlas.mongo.Store;
import eu.eutlas.mongo.Where;
import eu.eutlas.mongo.event.InitiatorDocument;
import java.util.Map;
import java.util.stream.Collectors;
import org.bson.BsonDocument;

/** The maintenance of regions, in the collection {@code maintenance}: a document for each. */
public final class MongoMaintenanceRepository implements MaintenanceRepository {
  public static final CollectionSchema COLLECTION = CollectionSchema.of("maintenance");

  private static final String REASON = "reason";
  private static final String SINCE = "since";
  private static final String BY = "by";
  private static final int MOST = 1_000;

  private final Documents<BsonDocument> regions;

  public MongoMaintenanceRepository(Store store) {
    this.regions = store.documents(COLLECTION);
  }

  @Override
  public Map<RegionId, Maintenance> all() {
    return regions.list(Where.anything(), Documents.ANY_ORDER, MOST).stream()
        .map(DocumentReader::of)
        .collect(
            Collectors.toUnmodifiableMap(
                stored -> new RegionId(stored.text("_id")),
                stored ->
                    new Maintenance(
                        new MaintenanceReason(stored.text(REASON)),
                        stored.time(SINCE),
                        stored.findDocument(BY, InitiatorDocument::fromBson))));
  }

  @Override
  public void begin(RegionId region, Maintenance maintenance) {
    var document =
        new DocumentWriter()
            .put("_id", region.value())
            .put(REASON, maintenance.reason().value())
            .put(SINCE, maintenance.since())
            .put(BY, maintenance.by().map(InitiatorDocument::toBson))
            .done();
    try {
      regions.insert(document);
    } catch (PortFailure.Duplicate begun) {
      var reason = Updates.set(REASON, maintenance.reason().value());
      var by =
          maintenance
              .by()
              .map(who -> Updates.set(BY, InitiatorDocument.toBson(who)))
              .orElse(Updates.unset(BY));
      regions.update(Where.id(region.value()), Updates.combine(reason, by));
    }
  }

  @Override
  public void end(RegionId region) {
    regions.remove(Where.id(region.value()));
  }
}
