package eu.eutlas.memory.cluster;

import eu.eutlas.application.Page;
import eu.eutlas.application.PageRequest;
import eu.eutlas.application.SaveResult;
import eu.eutlas.application.Scope;
import eu.eutlas.application.cluster.ClusterQuery;
import eu.eutlas.application.cluster.ClusterRepository;
import eu.eutlas.application.cluster.ClusterSummary;
import eu.eutlas.domain.OriginKey;
import eu.eutlas.domain.cluster.BackupAge;
import eu.eutlas.domain.cluster.Cluster;
import eu.eutlas.domain.cluster.ClusterId;
import eu.eutlas.domain.cluster.ClusterState;
import eu.eutlas.domain.cluster.Promised;
import eu.eutlas.domain.cluster.RegionId;
import eu.eutlas.domain.event.Outbox;
import eu.eutlas.domain.operation.Operation;
import eu.eutlas.domain.operation.OperationId;
import eu.eutlas.memory.Documents;
import eu.eutlas.memory.Index;
import eu.eutlas.memory.Outboxes;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The clusters, in memory. */
public final class MemoryClusterRepository implements ClusterRepository {
  private final Documents<Cluster> clusters =
      new Documents<>(
          new Documents.Shape<>(
              cluster -> cluster.id().value(),
              Cluster::version,
              (cluster, version) -> with(cluster, cluster.outbox(), cluster.origin(), version)));
  private final Index<Cluster, String> byOrigin =
      clusters.uniqueIndex(each -> each.origin().map(OriginKey::keyHash).stream());
  private final Index<Cluster, Instant> origins =
      clusters.index(each -> each.origin().map(OriginKey::at).stream());
  private final Index<Cluster, String> byOperation =
      clusters.index(MemoryClusterRepository::operations);
  private final Index<Cluster, String> byProject =
      clusters.index(each -> Stream.of(each.projectId().value()));
  private final Index<Cluster, String> byRegion =
      clusters.index(each -> Stream.of(each.spec().region().value()));
  private final Index<Cluster, Look> looks =
      clusters.index(each ->
          each.status().lookAgainAt().stream().map(at -> new Look(each.spec().region(), at)));
  private final Index<Cluster, Instant> deadlines =
      clusters.index(each -> each.running().map(Operation::deadline).stream());
  private final Index<Cluster, Instant> schedules =
      clusters.index(each -> each.status().backups().lookAt().stream());
  private final Index<Cluster, Instant> newestBackups =
      clusters.index(each -> BackupAge.newest(each).stream());
  private final Index<Cluster, Instant> lateBackups =
      clusters.index(each -> BackupAge.lateAt(each).stream());
  private final Index<Cluster, String> outboxes =
      clusters.index(each -> Outboxes.key(each.outbox()));
  private final Index<Cluster, Instant> tombstones =
      clusters.index(each ->
          each.state() instanceof ClusterState.Deleted(var at) ? Stream.of(at) : Stream.empty());

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
    return clusters.find(id.value()).filter(found -> scope.covers(found.orgId()));
  }

  @Override
  public Optional<Cluster> findByOrigin(String originKeyHash) {
    return byOrigin.first(originKeyHash);
  }

  @Override
  public Optional<Cluster> findByOperation(Scope scope, OperationId operation) {
    return byOperation.first(operation.value()).filter(found -> scope.covers(found.orgId()));
  }

  @Override
  public Page<ClusterSummary> list(Scope scope, ClusterQuery query, PageRequest request) {
    var candidates =
        query.project().map(project -> byProject.with(project.value())).orElseGet(clusters::all);
    return new ClusterListing(scope, query).page(candidates, request);
  }

  @Override
  public List<ClusterId> due(RegionId region, Instant now, int limit) {
    return ids(looks.between(new Look(region, Instant.MIN), new Look(region, now), limit));
  }

  @Override
  public List<ClusterId> overdue(Instant before, int limit) {
    return ids(deadlines.before(before, limit));
  }

  @Override
  public List<ClusterId> backupsDue(Instant now, int limit) {
    return ids(schedules.upTo(now, limit));
  }

  @Override
  public BackupAges backupAges(Instant now) {
    return new BackupAges(
        newestBackups.first(1).stream().flatMap(each -> BackupAge.newest(each).stream()).findAny(),
        lateBackups.upTo(now, Integer.MAX_VALUE).size());
  }

  @Override
  public List<ClusterId> withOutbox(int limit) {
    return ids(outboxes.first(limit));
  }

  @Override
  public List<Seen> seen(RegionId region, Optional<ClusterId> after, int limit) {
    return byRegion.with(region.value(), after.map(ClusterId::value), limit).stream()
        .map(each -> new Seen(each.id(), each.status().seen(), each.isDeleted()))
        .toList();
  }

  @Override
  public Promised promised(RegionId region) {
    return byRegion.with(region.value()).stream()
        .map(Promised::to)
        .reduce(Promised.NOTHING, Promised::plus);
  }

  @Override
  public void drain(ClusterId id, Outbox copied) {
    clusters.change(
        id.value(),
        found ->
            with(found, Outboxes.without(found.outbox(), copied), found.origin(), found.version()));
  }

  @Override
  public long removeTombstones(Instant deletedBefore) {
    return clusters.removeBefore(
        tombstones, deletedBefore, tombstone -> tombstone.outbox().isEmpty());
  }

  @Override
  public long forgetOrigins(Instant before) {
    return clusters.changeBefore(
        origins, before, found -> with(found, found.outbox(), Optional.empty(), found.version()));
  }

  private static Stream<String> operations(Cluster cluster) {
    return Stream.concat(
            cluster.status().operation().stream(), cluster.outbox().operations().stream())
        .map(Operation::id)
        .map(OperationId::value);
  }

  private static List<ClusterId> ids(List<Cluster> found) {
    return found.stream().map(Cluster::id).toList();
  }

  private static Cluster with(
      Cluster cluster, Outbox outbox, Optional<OriginKey> origin, long version) {
    return new Cluster(
        cluster.id(),
        cluster.orgId(),
        cluster.projectId(),
        cluster.name(),
        cluster.spec(),
        cluster.settings(),
        cluster.status(),
        outbox,
        origin,
        cluster.createdAt(),
        cluster.updatedAt(),
        cluster.revision(),
        version);
  }

  /** When to look again, region by region. */
  private record Look(RegionId region, Instant at) implements Comparable<Look> {
    private static final Comparator<Look> ORDER =
        Comparator.comparing((Look look) -> look.region.value()).thenComparing(Look::at);

    @Override
    public int compareTo(Look other) {
      return ORDER.compare(this, other);
    }
  }
}
