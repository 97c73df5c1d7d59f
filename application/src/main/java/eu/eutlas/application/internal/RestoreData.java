package eu.eutlas.application.internal;

import eu.eutlas.application.Changes;
import eu.eutlas.application.LogContext;
import eu.eutlas.application.PortFailure;
import eu.eutlas.application.Ports;
import eu.eutlas.application.SaveResult;
import eu.eutlas.application.Scope;
import eu.eutlas.application.Sealer;
import eu.eutlas.application.Turns;
import eu.eutlas.application.backup.BackupEncryption;
import eu.eutlas.application.backup.BackupObjects;
import eu.eutlas.application.backup.BackupRepository;
import eu.eutlas.application.backup.BackupStore;
import eu.eutlas.application.backup.ClusterArchives;
import eu.eutlas.application.cluster.ClusterRepository;
import eu.eutlas.application.cluster.TenantDatabase.Login;
import eu.eutlas.application.operation.ReconcileQueue;
import eu.eutlas.application.operation.ReconcileQueue.Lane;
import eu.eutlas.application.operation.Work;
import eu.eutlas.domain.backup.Backup;
import eu.eutlas.domain.backup.Manifest;
import eu.eutlas.domain.backup.Restoration;
import eu.eutlas.domain.backup.Restoration.Stage;
import eu.eutlas.domain.backup.Restored;
import eu.eutlas.domain.cluster.Cluster;
import eu.eutlas.domain.cluster.ClusterId;
import eu.eutlas.domain.cluster.ClusterRestore;
import eu.eutlas.domain.cluster.Endpoint;
import eu.eutlas.domain.cluster.RegionId;
import eu.eutlas.domain.cluster.RestoreCourse;
import eu.eutlas.domain.operation.FailureClass;
import eu.eutlas.domain.operation.Operation;
import eu.eutlas.domain.operation.OperationError;
import eu.eutlas.domain.operation.OperationId;
import eu.eutlas.domain.operation.RetryPolicy;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Puts the data of backups into clusters: an archive is read to its end and held against its
 * manifest first, then the data is replaced, then what is there is read again and compared. It
 * holds a thread for as long as that lasts and shares the places of a region with what takes
 * backups. Who dies while data is being replaced has spoiled it, and the cluster says so.
 */
final class RestoreData {
  private static final Logger log = LoggerFactory.getLogger(RestoreData.class);
  private static final Scope ALL = new Scope.Everything("backups are restored for all tenants");
  private static final Duration NO_PLACE = Duration.ofSeconds(5);
  private static final Duration SHOWN = Duration.ofSeconds(5);

  /** So long nobody removes the backup, unless it is said anew. */
  private static final Duration READ_FOR = Duration.ofHours(1);

  private final BackupRepository backups;
  private final ClusterRepository clusters;
  private final Ports.Backups outside;
  private final Sealer sealer;
  private final Set<RegionId> regions;
  private final int placesPerRegion;
  private final RetryPolicy retries;
  private final LongLeases leases;
  private final ReconcileQueue queue;
  private final Turns turns;
  private final InstantSource clock;

  RestoreData(
      Ports ports, Set<RegionId> regions, LongLeases leases, ReconcileQueue queue, Turns turns) {
    this.backups = ports.stores().backups();
    this.clusters = ports.stores().clusters();
    this.outside = ports.backups();
    this.sealer = ports.security().sealer();
    this.regions = Set.copyOf(regions);
    this.placesPerRegion = ports.settings().longWork().backupsPerRegion();
    this.retries = ports.settings().retries();
    this.leases = leases;
    this.queue = queue;
    this.turns = turns;
    this.clock = ports.clock();
  }

  /**
   * Fills a cluster that waits for it, in this region.
   *
   * @return when to look at it again; absent when nothing is left to do here
   * @throws PortFailure when the metadata store fails; the cluster waits on
   */
  Optional<Instant> restore(ClusterId id) {
    var held = leases.take("restore:" + id);
    if (held.isEmpty()) {
      return Optional.empty();
    }
    try (var lease = held.get()) {
      return clusters
          .find(ALL, id)
          .filter(cluster -> regions.contains(cluster.spec().region()))
          .filter(ClusterRestore::isCopying)
          .flatMap(cluster ->
              LogContext.during(
                  Map.of(
                      LogContext.CORRELATION_ID, operation(cluster).correlationId().value(),
                      LogContext.CLUSTER_ID, cluster.id().value()),
                  () -> attempt(cluster, lease)));
    }
  }

  private static Operation operation(Cluster cluster) {
    return cluster.running().orElseThrow();
  }

  private Optional<Instant> attempt(Cluster cluster, LongLeases.Held lease) {
    var operation = operation(cluster).id();
    var restoration = ClusterRestore.restoration(cluster);
    if (restoration.stage() == Stage.WRITING) {
      // Whoever wrote has no lease any more.
      change(cluster.id(), found -> RestoreCourse.interrupted(found, operation, turns.next()));
      return Optional.empty();
    }
    var place = leases.takeOneOf("backups:" + cluster.spec().region(), placesPerRegion);
    if (place.isEmpty()) {
      return Optional.of(clock.instant().plus(NO_PLACE));
    }
    try (var held = place.get()) {
      new Run(cluster, operation, restoration, lease, held).go();
      return Optional.empty();
    }
  }

  /** Saves what became of the cluster, and has it looked at. */
  private Optional<Cluster> change(ClusterId id, UnaryOperator<Cluster> change) {
    var changed = Changes.insist(() -> clusters.find(ALL, id), change, clusters::save);
    queue.nudge(new Work.Pass(id), Lane.PEOPLE);
    return changed;
  }

  private static OperationError damaged(String message) {
    return new OperationError(FailureClass.PERMANENT, "BACKUP_DAMAGED", message);
  }

  /** One attempt, with its leases. */
  private final class Run implements ClusterArchives.Progress {
    private final Cluster cluster;
    private final OperationId operation;
    private final Restoration restoration;
    private final LongLeases.Held lease;
    private final LongLeases.Held place;
    private Stage stage = Stage.READING;
    private Instant shown = Instant.MIN;
    private Instant readUntil = Instant.MIN;

    Run(
        Cluster cluster,
        OperationId operation,
        Restoration restoration,
        LongLeases.Held lease,
        LongLeases.Held place) {
      this.cluster = cluster;
      this.operation = operation;
      this.restoration = restoration;
      this.lease = lease;
      this.place = place;
    }

    void go() {
      try {
        var backup = read();
        copy(backup, through(backup));
      } catch (NotWanted notWanted) {
        log.info("The restore is not wanted any more.");
      } catch (BackupEncryption.Damaged damaged) {
        log.warn("The archive of a backup is damaged.", damaged);
        failed(damaged("The archive of the backup is not what was written: it was changed."));
      } catch (IOException broken) {
        log.warn("The archive of a backup could not be read to its end.", broken);
        failed(
            new OperationError(
                FailureClass.TRANSIENT, "STORE_BROKE_OFF", "The store of backups broke off."));
      } catch (PortFailure failure) {
        log.warn("Restoring a backup failed.", failure);
        failed(failure.error());
      }
    }

    private BackupStore through(Backup backup) {
      return outside
          .encryption()
          .through(backup.tries().dataKey().orElseThrow(), backup.id().value(), outside.store());
    }

    /** The backup, which is not removed for a while. */
    private Backup read() {
      readUntil = clock.instant().plus(READ_FOR);
      return Changes.insist(
              () -> backups.find(ALL, restoration.source()),
              found ->
                  found.contents().isPresent() ? found.read(readUntil, clock.instant()) : found,
              backups::save)
          .filter(found -> found.contents().isPresent())
          .orElseThrow(() ->
              new PortFailure.Rejected("BACKUP_GONE", "The backup was removed meanwhile.", null));
    }

    private void copy(Backup backup, BackupStore store) throws IOException {
      var manifest = manifest(backup, store);
      try (var archive = store.get(BackupObjects.archive(backup), BackupStore.Range.ALL)) {
        outside.archives().verify(archive, manifest, this);
      }
      var endpoint = cluster.status().endpoint().orElseThrow();
      var admin = admin();
      begin(Stage.WRITING);
      try (var archive = store.get(BackupObjects.archive(backup), BackupStore.Range.ALL)) {
        compare(
            outside.archives().restore(archive, endpoint, admin, restoration.what(), this),
            endpoint,
            admin);
      }
    }

    private Manifest manifest(Backup backup, BackupStore store) throws IOException {
      try (var written = store.get(BackupObjects.manifest(backup), BackupStore.Range.ALL)) {
        return outside.manifests().read(written.readAllBytes());
      }
    }

    private Login admin() {
      var admin = cluster.spec().admin();
      return new Login(
          admin.username(), sealer.open(admin.password(), cluster.id().value(), admin.username()));
    }

    /** From here on the cluster is not what it was: that is saved first. */
    private void begin(Stage next) {
      stage = next;
      var found = clusters.find(ALL, cluster.id()).filter(this::isWanted);
      var begun = found.map(wanted -> heard(wanted, 0)).orElseThrow(NotWanted::new);
      if (clusters.save(begun) != SaveResult.SAVED) {
        throw new NotWanted();
      }
    }

    private void compare(Restored restored, Endpoint endpoint, Login admin) {
      var there = outside.archives().sums(endpoint, admin, restored.namespaces(), this);
      restored
          .difference(there)
          .ifPresentOrElse(
              difference ->
                  failed(
                      new OperationError(
                          FailureClass.PERMANENT,
                          "RESTORE_DIFFERS",
                          "What was restored is not what was backed up: " + difference)),
              () -> {
                log.info("A backup was restored. documents={}", restored.documents());
                change(
                    cluster.id(),
                    found ->
                        RestoreCourse.copied(found, operation, restored.documents(), turns.next()));
              });
    }

    private boolean isWanted(Cluster found) {
      return ClusterRestore.isCopying(found, operation);
    }

    private Cluster heard(Cluster found, long documents) {
      return RestoreCourse.heard(found, operation, stage, documents, turns.next());
    }

    /** Holds on to the leases, shows how far it is, and stops when nobody wants it any more. */
    @Override
    public void at(long documents, long bytes) {
      lease.renew();
      place.renew();
      var now = clock.instant();
      if (now.isBefore(shown.plus(SHOWN))) {
        return;
      }
      shown = now;
      if (now.isAfter(readUntil.minus(READ_FOR.dividedBy(2)))) {
        read();
      }
      var wanted =
          Changes.insist(
              () -> clusters.find(ALL, cluster.id()).filter(this::isWanted),
              found -> heard(found, documents),
              clusters::save);
      if (wanted.isEmpty()) {
        throw new NotWanted();
      }
    }

    private void failed(OperationError error) {
      change(
          cluster.id(),
          found -> RestoreCourse.failed(found, operation, error, retries, turns.next()));
    }
  }
}
