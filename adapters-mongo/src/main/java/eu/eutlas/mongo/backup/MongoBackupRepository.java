package eu.eutlas.mongo.backup;

import static eu.eutlas.mongo.Values.value;

import com.mongodb.client.model.Sorts;
import eu.eutlas.application.Cursor;
import eu.eutlas.application.Page;
import eu.eutlas.application.PageRequest;
import eu.eutlas.application.SaveResult;
import eu.eutlas.application.Scope;
import eu.eutlas.application.backup.BackupRepository;
import eu.eutlas.domain.backup.Backup;
import eu.eutlas.domain.backup.BackupId;
import eu.eutlas.domain.backup.BackupState;
import eu.eutlas.domain.backup.Proving;
import eu.eutlas.domain.backup.ThrowAway;
import eu.eutlas.domain.cluster.ClusterId;
import eu.eutlas.domain.cluster.RegionId;
import eu.eutlas.domain.event.Outbox;
import eu.eutlas.mongo.CollectionSchema;
import eu.eutlas.mongo.CollectionSchema.Index;
import eu.eutlas.mongo.Documents;
import eu.eutlas.mongo.OriginDocument;
import eu.eutlas.mongo.Store;
import eu.eutlas.mongo.Where;
import eu.eutlas.mongo.event.OutboxDocument;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bson.conversions.Bson;

/** The records of backups, in the collection {@code backups}. */
public final class MongoBackupRepository implements BackupRepository {
  public static final CollectionSchema COLLECTION =
      CollectionSchema.of(
          "backups",
          OriginDocument.UNIQUE,
          OriginDocument.BY_AGE,
          OutboxDocument.INDEX,
          Index.on(BackupDocument.CLUSTER_ID, "_id"),
          Index.on(BackupDocument.CLUSTER_ID, BackupDocument.STATE, "_id"),
          Index.on(BackupDocument.REGION, BackupDocument.TAKE_AT),
          Index.sparseOn(BackupDocument.TEND_AT),
          Index.sparseOn(BackupDocument.PROVE_IN, BackupDocument.PROVE_AT),
          Index.sparseOn(BackupDocument.THROW_AWAY_IN, BackupDocument.THROW_AWAY));

  private static final Bson NEWEST_FIRST = Sorts.descending("_id");

  private final Documents<Backup> backups;

  public MongoBackupRepository(Store store) {
    this.backups = store.documents(COLLECTION, BackupDocument::toBson, BackupDocument::fromBson);
  }

  @Override
  public void insert(Backup backup) {
    backups.insert(backup);
  }

  @Override
  public SaveResult save(Backup backup) {
    return backups.save(backup);
  }

  @Override
  public Optional<Backup> find(Scope scope, BackupId id) {
    return backups.find(Where.id(id.value()).within(scope, BackupDocument.ORG_ID));
  }

  @Override
  public Optional<Backup> findByOrigin(String originKeyHash) {
    return OriginDocument.find(backups, originKeyHash);
  }

  @Override
  public Page<Backup> list(Scope scope, ClusterId cluster, PageRequest request) {
    var ofCluster = of(cluster).within(scope, BackupDocument.ORG_ID);
    var where =
        request.after().map(cursor -> ofCluster.below("_id", value(cursor.id()))).orElse(ofCluster);
    return backups.page(
        where, NEWEST_FIRST, request, backup -> new Cursor("", backup.id().value()));
  }

  @Override
  public List<Backup> completed(ClusterId cluster, int limit) {
    var where = of(cluster).is(BackupDocument.STATE, value(BackupState.Name.COMPLETED));
    return backups.list(where, NEWEST_FIRST, limit);
  }

  private static Where of(ClusterId cluster) {
    return Where.anything().is(BackupDocument.CLUSTER_ID, value(cluster.value()));
  }

  @Override
  public List<BackupId> toTake(RegionId region, Instant now, int limit) {
    var due = BackupDocument.TAKE_AT;
    var where =
        Where.anything()
            .is(BackupDocument.REGION, value(region.value()))
            // Without a lower bound the embedded server would read all that have ended, too.
            .from(due, value(Instant.EPOCH))
            .upTo(due, value(now));
    return typed(backups.ids(where, Sorts.ascending(due), limit));
  }

  @Override
  public UnderWay underWay(RegionId region) {
    var where =
        Where.anything()
            .is(BackupDocument.REGION, value(region.value()))
            .from(BackupDocument.TAKE_AT, value(Instant.EPOCH));
    return backups.counted(where, Map.of("state", BackupDocument.STATE)).stream()
        .map(MongoBackupRepository::underWay)
        .reduce(UnderWay.NOTHING, UnderWay::plus);
  }

  private static UnderWay underWay(Documents.Count count) {
    var isRunning = value(BackupState.Name.RUNNING).equals(count.alike().get("state"));
    return isRunning ? new UnderWay(count.documents(), 0) : new UnderWay(0, count.documents());
  }

  @Override
  public List<BackupId> toTend(Instant now, int limit) {
    var due = BackupDocument.TEND_AT;
    return typed(backups.ids(Where.anything().upTo(due, value(now)), Sorts.ascending(due), limit));
  }

  @Override
  public List<BackupId> toProve(RegionId region, Instant now, int limit) {
    var due = BackupDocument.PROVE_AT;
    var where =
        Where.anything().is(BackupDocument.PROVE_IN, value(region.value())).upTo(due, value(now));
    return typed(backups.ids(where, Sorts.ascending(due), limit));
  }

  @Override
  public List<ClusterId> throwAways(RegionId region, int limit) {
    var where = Where.anything().is(BackupDocument.THROW_AWAY_IN, value(region.value()));
    return backups.list(where, Sorts.ascending(BackupDocument.THROW_AWAY), limit).stream()
        .flatMap(backup -> backup.keeping().proving().flatMap(Proving::throwAway).stream())
        .map(ThrowAway::id)
        .toList();
  }

  @Override
  public List<BackupId> withOutbox(int limit) {
    return typed(OutboxDocument.idsOfNotEmpty(backups, limit));
  }

  @Override
  public void drain(BackupId id, Outbox copied) {
    OutboxDocument.drain(backups, id.value(), copied);
  }

  @Override
  public void remove(BackupId id) {
    backups.remove(Where.id(id.value()));
  }

  @Override
  public long forgetOrigins(Instant before) {
    return OriginDocument.forget(backups, before);
  }

  private static List<BackupId> typed(List<String> ids) {
    return ids.stream().map(BackupId::new).toList();
  }
}
