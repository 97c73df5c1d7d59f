package eu.eutlas.mongo.cluster;

import static eu.eutlas.mongo.Values.value;

import com.mongodb.client.model.Sorts;
import eu.eutlas.application.Page;
import eu.eutlas.application.PageRequest;
import eu.eutlas.application.SaveResult;
import eu.eutlas.application.Scope;
import eu.eutlas.application.cluster.ClusterQuery;
import eu.eutlas.application.cluster.ClusterRepository;
import eu.eutlas.application.cluster.ClusterSummary;
import eu.eutlas.domain.cluster.Cluster;
import eu.eutlas.domain.cluster.ClusterId;
import eu.eutlas.domain.cluster.Promised;
import eu.eutlas.domain.cluster.RegionId;
import eu.eutlas.domain.event.Outbox;
import eu.eutlas.domain.operation.OperationId;
import eu.eutlas.mongo.CollectionSchema;
import eu.eutlas.mongo.CollectionSchema.Index;
import eu.eutlas.mongo.DocumentReader;
import eu.eutlas.mongo.Documents;
import eu.eutlas.mongo.OriginDocument;
import eu.eutlas.mongo.Store;
import eu.eutlas.mongo.Where;
import eu.eutlas.mongo.event.OutboxDocument;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The clusters, tombstones included, in the collection {@code clusters}. */
public final class MongoClusterRepository implements ClusterRepository {
  /** A project holds at most 500 clusters, so its lists are sorted by name without an index. */
  public static final CollectionSchema COLLECTION =
      CollectionSchema.of(
          "clusters",
          OriginDocument.UNIQUE,
          OriginDocument.BY_AGE,
          OutboxDocument.INDEX,
          Index.on(ClusterDocument.REGION, ClusterDocument.LOOK_AGAIN_AT),
          Index.sparseOn(ClusterDocument.DEADLINE),
          Index.sparseOn(ClusterDocument.BACKUPS_LOOK_AT),
          Index.sparseOn(ClusterDocument.NEWEST_BACKUP_AT),
          Index.sparseOn(ClusterDocument.BACKUP_LATE_AT),
          Index.sparseOn(ClusterDocument.DELETED_AT),
          Index.on(ClusterDocument.OPERATION_IDS),
          Index.on(ClusterDocument.REGION, "_id"),
          PromisedDocument.INDEX,
          Index.on(ClusterDocument.PROJECT_ID, ClusterDocument.DELETED, "_id"),
          Index.on(ClusterDocument.ORG_ID, ClusterDocument.DELETED, "_id"),
          Index.on(ClusterDocument.ORG_ID, ClusterDocument.DELETED, ClusterDocument.NAME, "_id"),
          Index.on(ClusterDocument.DELETED, "_id"),
          Index.on(ClusterDocument.DELETED, ClusterDocument.NAME, "_id"));

  private final Documents<Cluster> clusters;

  public MongoClusterRepository(Store store) {
    this.clusters = store.documents(COLLECTION, ClusterDocument::toBson, ClusterDocument::fromBson);
  }

  @Override
  public void insert(Cluster cluster) {
    clusters.insert(cluster);
  }

  @Override
  public SaveResult save(Cluster cluster) {
    return clusters.save(cluster);
  }

  @Override
  public Optional<Cluster> find(Scope scope, ClusterId id) {
    return clusters.find(Where.id(id.value()).within(scope, ClusterDocument.ORG_ID));
  }

  @Override
  public Optional<Cluster> findByOrigin(String originKeyHash) {
    return OriginDocument.find(clusters, originKeyHash);
  }

  @Override
  public Optional<Cluster> findByOperation(Scope scope, OperationId operation) {
    var id = operation.value();
    var holdingIt = Where.anything().is(ClusterDocument.OPERATION_IDS, value(id));
    // The derived ids may still name an operation that was drained since the last save.
    return clusters
        .find(holdingIt.within(scope, ClusterDocument.ORG_ID))
        .filter(cluster -> ClusterDocument.operationIds(cluster).anyMatch(id::equals));
  }

  @Override
  public Page<ClusterSummary> list(Scope scope, ClusterQuery query, PageRequest request) {
    if (query.org().isPresent() && !scope.covers(query.org().get())) {
      return new Page<>(List.of(), Optional.empty());
    }
    return clusters.page(
        ClusterSearch.where(scope, query, request.after()),
        ClusterSearch.order(query),
        request,
        new Documents.Part<>(
            ClusterSummaryDocument.FIELDS,
            ClusterSummaryDocument::fromBson,
            summary -> ClusterSearch.place(query, summary)));
  }

  @Override
  public List<ClusterId> due(RegionId region, Instant now, int limit) {
    var lookAgain = ClusterDocument.LOOK_AGAIN_AT;
    var where =
        Where.anything()
            .is(ClusterDocument.REGION, value(region.value()))
            // Without a lower bound the embedded server would read all that are settled, too.
            .from(lookAgain, value(Instant.EPOCH))
            .upTo(lookAgain, value(now));
    return typed(clusters.ids(where, Sorts.ascending(lookAgain), limit));
  }

  @Override
  public List<ClusterId> overdue(Instant before, int limit) {
    var where = Where.anything().below(ClusterDocument.DEADLINE, value(before));
    return typed(clusters.ids(where, Sorts.ascending(ClusterDocument.DEADLINE), limit));
  }

  @Override
  public List<ClusterId> backupsDue(Instant now, int limit) {
    var due = ClusterDocument.BACKUPS_LOOK_AT;
    return typed(clusters.ids(Where.anything().upTo(due, value(now)), Sorts.ascending(due), limit));
  }

  @Override
  public BackupAges backupAges(Instant now) {
    var newest = ClusterDocument.NEWEST_BACKUP_AT;
    var known = Where.anything().upTo(newest, value(now));
    var late = Where.anything().upTo(ClusterDocument.BACKUP_LATE_AT, value(now));
    return new BackupAges(
        clusters.fields(known, Sorts.ascending(newest), 1, newest).stream()
            .map(found -> DocumentReader.of(found).time(newest))
            .findFirst(),
        clusters.counted(late, Map.of()).stream().mapToLong(Documents.Count::documents).sum());
  }

  @Override
  public List<ClusterId> withOutbox(int limit) {
    return typed(OutboxDocument.idsOfNotEmpty(clusters, limit));
  }

  @Override
  public List<Seen> seen(RegionId region, Optional<ClusterId> after, int limit) {
    var inRegion = Where.anything().is(ClusterDocument.REGION, value(region.value()));
    var where = after.map(id -> inRegion.above("_id", value(id.value()))).orElse(inRegion);
    var fields = new String[] {ClusterDocument.SEEN, ClusterDocument.DELETED};
    return clusters.fields(where, Sorts.ascending("_id"), limit, fields).stream()
        .map(ClusterDocument::seen)
        .toList();
  }

  @Override
  public Promised promised(RegionId region) {
    var living =
        Where.anything()
            .is(ClusterDocument.REGION, value(region.value()))
            .is(ClusterDocument.DELETED, value(false));
    return clusters.counted(living, PromisedDocument.FIELDS).stream()
        .map(PromisedDocument::fromBson)
        .reduce(Promised.NOTHING, Promised::plus);
  }

  @Override
  public void drain(ClusterId id, Outbox copied) {
    OutboxDocument.drain(clusters, id.value(), copied);
  }

  @Override
  public long removeTombstones(Instant deletedBefore) {
    var before = value(deletedBefore);
    var old = Where.anything().below(ClusterDocument.DELETED_AT, before);
    return clusters.removeAll(OutboxDocument.empty(old));
  }

  @Override
  public long forgetOrigins(Instant before) {
    return OriginDocument.forget(clusters, before);
  }

  private static List<ClusterId> typed(List<String> ids) {
    return ids.stream().map(ClusterId::new).toList();
  }
}
