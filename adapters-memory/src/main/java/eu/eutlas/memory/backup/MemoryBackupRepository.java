package eu.eutlas.memory.backup;

import eu.eutlas.application.Cursor;
import eu.eutlas.application.Page;
import eu.eutlas.application.PageRequest;
import eu.eutlas.application.SaveResult;
import eu.eutlas.application.Scope;
import eu.eutlas.application.backup.BackupRepository;
import eu.eutlas.domain.OriginKey;
import eu.eutlas.domain.backup.Backup;
import eu.eutlas.domain.backup.BackupId;
import eu.eutlas.domain.backup.BackupOrder;
import eu.eutlas.domain.backup.BackupState;
import eu.eutlas.domain.backup.Proving;
import eu.eutlas.domain.backup.ThrowAway;
import eu.eutlas.domain.cluster.ClusterId;
import eu.eutlas.domain.cluster.RegionId;
import eu.eutlas.domain.event.Outbox;
import eu.eutlas.memory.Documents;
import eu.eutlas.memory.Index;
import eu.eutlas.memory.Outboxes;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The records of backups, in memory. */
public final class MemoryBackupRepository implements BackupRepository {
  /** Ids sort by time, so the highest is the newest. */
  private static final Comparator<Backup> NEWEST_FIRST =
      Comparator.comparing((Backup backup) -> backup.id().value()).reversed();

  private final Documents<Backup> backups =
      new Documents<>(
          new Documents.Shape<>(
              backup -> backup.id().value(),
              Backup::version,
              (backup, version) -> with(backup, backup.order(), backup.outbox(), version)));
  private final Index<Backup, String> byOrigin =
      backups.uniqueIndex(backup -> backup.order().origin().map(OriginKey::keyHash).stream());
  private final Index<Backup, Instant> origins =
      backups.index(backup -> backup.order().origin().map(OriginKey::at).stream());
  private final Index<Backup, String> byCluster =
      backups.index(backup -> Stream.of(backup.order().clusterId().value()));
  private final Index<Backup, Look> toTake =
      backups.index(backup ->
          backup.lookAgainAt().stream()
              .filter(at -> backup.isUnderWay())
              .map(at -> new Look(backup.order().region(), at)));
  private final Index<Backup, Instant> toTend =
      backups.index(backup -> backup.lookAgainAt().stream().filter(at -> !backup.isUnderWay()));
  private final Index<Backup, Look> toProve =
      backups.index(backup ->
          backup.keeping().proving().stream()
              .flatMap(proving ->
                  proving.lookAgainAt().stream().map(at -> new Look(proving.region(), at))));
  private final Index<Backup, String> throwAways =
      backups.index(backup ->
          throwAway(backup)
              .map(there -> backup.keeping().proving().orElseThrow().region().value())
              .stream());
  private final Index<Backup, String> outboxes =
      backups.index(backup -> Outboxes.key(backup.outbox()));

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
    return backups.find(id.value()).filter(found -> scope.covers(found.order().orgId()));
  }

  @Override
  public Optional<Backup> findByOrigin(String originKeyHash) {
    return byOrigin.first(originKeyHash);
  }

  @Override
  public Page<Backup> list(Scope scope, ClusterId cluster, PageRequest request) {
    var found =
        newest(cluster)
            .filter(backup -> scope.covers(backup.order().orgId()))
            .filter(backup -> isAfter(backup, request))
            .limit(request.limit() + 1L)
            .toList();
    return Page.of(found, request, backup -> new Cursor("", backup.id().value()));
  }

  private static boolean isAfter(Backup backup, PageRequest request) {
    return request
        .after()
        .map(cursor -> backup.id().value().compareTo(cursor.id()) < 0)
        .orElse(true);
  }

  @Override
  public List<Backup> completed(ClusterId cluster, int limit) {
    return newest(cluster).filter(backup -> backup.contents().isPresent()).limit(limit).toList();
  }

  private Stream<Backup> newest(ClusterId cluster) {
    return byCluster.with(cluster.value()).stream().sorted(NEWEST_FIRST);
  }

  @Override
  public List<BackupId> toTake(RegionId region, Instant now, int limit) {
    return ids(toTake.between(new Look(region, Instant.MIN), new Look(region, now), limit));
  }

  @Override
  public UnderWay underWay(RegionId region) {
    var all =
        toTake.between(
            new Look(region, Instant.MIN), new Look(region, Instant.MAX), Integer.MAX_VALUE);
    var running = all.stream().filter(each -> each.state() instanceof BackupState.Running).count();
    return new UnderWay(running, all.size() - running);
  }

  @Override
  public List<BackupId> toTend(Instant now, int limit) {
    return ids(toTend.upTo(now, limit));
  }

  @Override
  public List<BackupId> toProve(RegionId region, Instant now, int limit) {
    return ids(toProve.between(new Look(region, Instant.MIN), new Look(region, now), limit));
  }

  @Override
  public List<ClusterId> throwAways(RegionId region, int limit) {
    return throwAways.with(region.value()).stream()
        .flatMap(backup -> throwAway(backup).stream())
        .map(ThrowAway::id)
        .sorted(Comparator.comparing(ClusterId::value))
        .limit(limit)
        .toList();
  }

  private static Optional<ThrowAway> throwAway(Backup backup) {
    return backup.keeping().proving().flatMap(Proving::throwAway);
  }

  @Override
  public List<BackupId> withOutbox(int limit) {
    return ids(outboxes.first(limit));
  }

  @Override
  public void drain(BackupId id, Outbox copied) {
    backups.change(
        id.value(),
        found ->
            with(found, found.order(), Outboxes.without(found.outbox(), copied), found.version()));
  }

  @Override
  public void remove(BackupId id) {
    backups.takeIf(id.value(), any -> true);
  }

  @Override
  public long forgetOrigins(Instant before) {
    return backups.changeBefore(
        origins,
        before,
        found -> with(found, withoutOrigin(found.order()), found.outbox(), found.version()));
  }

  private static BackupOrder withoutOrigin(BackupOrder order) {
    return new BackupOrder(
        order.orgId(),
        order.projectId(),
        order.clusterId(),
        order.clusterName(),
        order.region(),
        order.trigger(),
        order.actor(),
        order.correlationId(),
        Optional.empty(),
        order.at());
  }

  private static Backup with(Backup backup, BackupOrder order, Outbox outbox, long version) {
    return new Backup(
        backup.id(),
        order,
        backup.state(),
        backup.tries(),
        backup.keeping(),
        outbox,
        backup.lookAgainAt(),
        backup.updatedAt(),
        backup.revision(),
        version);
  }

  private static List<BackupId> ids(List<Backup> found) {
    return found.stream().map(Backup::id).toList();
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
