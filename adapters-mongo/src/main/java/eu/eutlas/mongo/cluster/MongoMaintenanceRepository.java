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
import eu.eutlas.mongo.Values;
import eu.eutlas.mongo.Where;
import eu.eutlas.mongo.event.InitiatorDocument;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.bson.BsonDocument;

/**
 * The maintenance of regions, in the collection {@code maintenance}: a document for each, and one
 * for the pause of the whole installation.
 */
public final class MongoMaintenanceRepository implements MaintenanceRepository {
  public static final CollectionSchema COLLECTION = CollectionSchema.of("maintenance");

  /** No region is called so: their names have no capitals. */
  private static final String INSTALLATION = "INSTALLATION";

  private static final String ID = "_id";
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
    return regions
        .list(Where.anything().isNot(ID, Values.value(INSTALLATION)), Documents.ANY_ORDER, MOST)
        .stream()
        .map(DocumentReader::of)
        .collect(
            Collectors.toUnmodifiableMap(
                stored -> new RegionId(stored.text(ID)), MongoMaintenanceRepository::maintenance));
  }

  @Override
  public void begin(RegionId region, Maintenance maintenance) {
    try {
      regions.insert(document(region.value(), maintenance));
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

  @Override
  public Optional<Maintenance> pause() {
    return regions
        .find(Where.id(INSTALLATION))
        .map(DocumentReader::of)
        .map(MongoMaintenanceRepository::maintenance);
  }

  @Override
  public void beginPause(Maintenance pause) {
    try {
      regions.insert(document(INSTALLATION, pause));
    } catch (PortFailure.Duplicate begun) {
      // It stays as it began.
    }
  }

  @Override
  public void endPause() {
    regions.remove(Where.id(INSTALLATION));
  }

  private static BsonDocument document(String id, Maintenance maintenance) {
    return new DocumentWriter()
        .put(ID, id)
        .put(REASON, maintenance.reason().value())
        .put(SINCE, maintenance.since())
        .put(BY, maintenance.by().map(InitiatorDocument::toBson))
        .done();
  }

  private static Maintenance maintenance(DocumentReader stored) {
    return new Maintenance(
        new MaintenanceReason(stored.text(REASON)),
        stored.time(SINCE),
        stored.findDocument(BY, InitiatorDocument::fromBson));
  }
}
