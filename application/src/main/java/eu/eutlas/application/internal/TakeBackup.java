package eu.eutlas.application.internal;

import eu.eutlas.application.Changes;
import eu.eutlas.application.LogContext;
import eu.eutlas.application.PortFailure;
import eu.eutlas.application.Ports;
import eu.eutlas.application.SaveResult;
import eu.eutlas.application.Scope;
import eu.eutlas.application.Sealer;
import eu.eutlas.application.Telemetry;
import eu.eutlas.application.Telemetry.BackupResult;
import eu.eutlas.application.Turns;
import eu.eutlas.application.backup.BackupObjects;
import eu.eutlas.application.backup.BackupRepository;
import eu.eutlas.application.backup.BackupStore;
import eu.eutlas.application.backup.ClusterArchives;
import eu.eutlas.application.cluster.ClusterRepository;
import eu.eutlas.application.cluster.TenantDatabase.Login;
import eu.eutlas.domain.Outcome;
import eu.eutlas.domain.backup.Backup;
import eu.eutlas.domain.backup.BackupId;
import eu.eutlas.domain.backup.BackupState;
import eu.eutlas.domain.backup.Contents;
import eu.eutlas.domain.backup.Manifest;
import eu.eutlas.domain.cluster.Cluster;
import eu.eutlas.domain.cluster.ClusterBackup;
import eu.eutlas.domain.cluster.ClusterRestore;
import eu.eutlas.domain.cluster.Endpoint;
import eu.eutlas.domain.cluster.RegionId;
import eu.eutlas.domain.operation.FailureClass;
import eu.eutlas.domain.operation.OperationError;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes backups: reads a cluster and writes what is read to the store as it comes, encrypted. It
 * holds a thread for as long as that lasts, so there are few at once: of a backup one anywhere, of
 * a region as many as it has places. Who dies with it leaves its lease to end, and the next attempt
 * writes to another place.
 */
final class TakeBackup {
  private static final Logger log = LoggerFactory.getLogger(TakeBackup.class);
  private static final Scope ALL = new Scope.Everything("backups are taken for all tenants");

  /** An order that its cluster does not know after so long never came to be. */
  private static final Duration ACCEPTED_WITHIN = Duration.ofMinutes(1);

  /** The code of a backup that nobody waits for any more. */
  static final String NOT_WANTED = "BACKUP_NOT_WANTED";

  private static final Duration NO_PLACE = Duration.ofSeconds(5);
  private static final Duration SHOWN = Duration.ofSeconds(5);

  /** A backup before a restore is taken when nobody writes any more. */
  private static final Duration UNTIL_LOCKED = Duration.ofSeconds(1);

  private final BackupRepository backups;
  private final ClusterRepository clusters;
  private final Ports.Backups outside;
  private final Sealer sealer;
  private final Set<RegionId> regions;
  private final int placesPerRegion;
  private final LongLeases leases;
  private final BackupEnds ends;
  private final ProofRegions proofs;
  private final Turns turns;
  private final InstantSource clock;
  private final Telemetry telemetry;

  TakeBackup(Ports ports, Set<RegionId> regions, LongLeases leases, BackupEnds ends, Turns turns) {
    this.backups = ports.stores().backups();
    this.clusters = ports.stores().clusters();
    this.outside = ports.backups();
    this.sealer = ports.security().sealer();
    this.regions = Set.copyOf(regions);
    this.placesPerRegion = ports.settings().longWork().backupsPerRegion();
    this.leases = leases;
    this.ends = ends;
    this.proofs = new ProofRegions(ports);
    this.turns = turns;
    this.clock = ports.clock();
    this.telemetry = ports.telemetry();
  }

  /**
   * Takes a backup that is due, in this region.
   *
   * @return when to look at it again; absent when nothing is left to do here
   * @throws PortFailure when the metadata store fails; the backup stays due
   */
  Optional<Instant> take(BackupId id) {
    var held = leases.take("backup:" + id);
    if (held.isEmpty()) {
      return Optional.empty();
    }
    try (var lease = held.get()) {
      return backups
          .find(ALL, id)
          .filter(Backup::isUnderWay)
          .filter(backup -> regions.contains(backup.order().region()))
          .filter(this::isDue)
          .flatMap(backup ->
              LogContext.during(
                  Map.of(
                      LogContext.CORRELATION_ID, backup.order().correlationId().value(),
                      LogContext.CLUSTER_ID, backup.order().clusterId().value()),
                  () -> attempt(backup, lease)));
    }
  }

  private boolean isDue(Backup backup) {
    return backup.lookAgainAt().filter(at -> !clock.instant().isBefore(at)).isPresent();
  }

  private Optional<Instant> attempt(Backup backup, LongLeases.Held lease) {
    if (backup.state() instanceof BackupState.Running) {
      return failed(
          backup,
          new OperationError(
              FailureClass.TRANSIENT,
              "BACKUP_INTERRUPTED",
              "The node that took the backup went away in the middle of it."));
    }
    var cluster = clusters.find(ALL, backup.order().clusterId());
    if (!isWanted(backup, cluster)) {
      return unwanted(backup);
    }
    if (ClusterRestore.isPreparing(cluster.orElseThrow())) {
      return Optional.of(clock.instant().plus(UNTIL_LOCKED));
    }
    return switch (ClusterBackup.source(cluster.orElseThrow())) {
      case Outcome.Refused<Endpoint>(var refusal) ->
          failed(
              backup,
              new OperationError(FailureClass.TRANSIENT, "CLUSTER_NOT_READY", refusal.message()));
      case Outcome.Done<Endpoint>(var endpoint) ->
          inAPlace(backup, cluster.orElseThrow(), endpoint, lease);
    };
  }

  private static boolean isWanted(Backup backup, Optional<Cluster> cluster) {
    return cluster.filter(found -> found.status().backups().isActive(backup.id())).isPresent();
  }

  /** Its cluster may not have accepted it yet; if not by now, it never did or does no more. */
  private Optional<Instant> unwanted(Backup backup) {
    var accepted = backup.order().at().plus(ACCEPTED_WITHIN);
    if (clock.instant().isBefore(accepted)) {
      return Optional.of(accepted);
    }
    if (backup.tries().count() == 0) {
      drop(backup);
      return Optional.empty();
    }
    return ended(
        backup,
        backup.giveUp(
            new OperationError(
                FailureClass.PERMANENT,
                NOT_WANTED,
                "Its cluster was deleted, or wants another backup by now."),
            turns.next()));
  }

  /** Who stood still since it looked loses to whoever has taken the backup meanwhile. */
  private void drop(Backup backup) {
    if (backups.save(backup.drop(clock.instant())) == SaveResult.SAVED) {
      backups.remove(backup.id());
    }
  }

  private Optional<Instant> inAPlace(
      Backup backup, Cluster cluster, Endpoint endpoint, LongLeases.Held lease) {
    var place = leases.takeOneOf("backups:" + backup.order().region(), placesPerRegion);
    if (place.isEmpty()) {
      return Optional.of(clock.instant().plus(NO_PLACE));
    }
    try (var held = place.get()) {
      var run = backup.run(outside.encryption().newKey(backup.id().value()), clock.instant());
      return backups.save(run) == SaveResult.SAVED
          ? stored(run).flatMap(found -> new Run(cluster, endpoint, lease, held, found).go())
          : Optional.empty();
    }
  }

  private Optional<Backup> stored(Backup saved) {
    return backups.find(ALL, saved.id()).filter(found -> isAttempt(saved, found));
  }

  /** Who stood still may find that another attempt is made by now: it is none of theirs. */
  private static boolean isAttempt(Backup ours, Backup found) {
    return found.state() instanceof BackupState.Running
        && found.tries().count() == ours.tries().count();
  }

  private Optional<Instant> failed(Backup backup, OperationError error) {
    log.warn("The attempt to take a backup failed: {}", error.code());
    return ended(backup, backup.attemptFailed(error, turns.next()));
  }

  /** Saves what became of it, if nobody else has; where it is over its cluster gets to know. */
  private Optional<Instant> ended(Backup before, Backup next) {
    if (backups.save(next) != SaveResult.SAVED) {
      log.info("Backup {} was changed by somebody else meanwhile.", before.id());
      return Optional.empty();
    }
    measure(before, next);
    if (!next.isUnderWay()) {
      ends.tell(next);
      return Optional.empty();
    }
    return next.lookAgainAt();
  }

  private void measure(Backup before, Backup next) {
    var took =
        before.state() instanceof BackupState.Running running
            ? Duration.between(running.since(), clock.instant())
            : Duration.ZERO;
    telemetry.backup(
        next.order().trigger(),
        result(next),
        next.contents().map(Contents::sizeBytes).orElse(0L),
        took);
  }

  private static BackupResult result(Backup next) {
    if (next.isUnderWay()) {
      return BackupResult.RETRIED;
    }
    if (next.contents().isPresent()) {
      return BackupResult.COMPLETED;
    }
    var why = next.tries().error().map(OperationError::code);
    return why.filter(NOT_WANTED::equals).isPresent() ? BackupResult.ENDED : BackupResult.FAILED;
  }

  /** One attempt, with its leases. */
  private final class Run implements ClusterArchives.Progress {
    private final Cluster cluster;
    private final Endpoint endpoint;
    private final LongLeases.Held lease;
    private final LongLeases.Held place;
    private Backup backup;
    private long expected;
    private Instant shown = Instant.MIN;

    Run(
        Cluster cluster,
        Endpoint endpoint,
        LongLeases.Held lease,
        LongLeases.Held place,
        Backup backup) {
      this.cluster = cluster;
      this.endpoint = endpoint;
      this.lease = lease;
      this.place = place;
      this.backup = backup;
    }

    Optional<Instant> go() {
      var key = backup.tries().dataKey().orElseThrow();
      var store = outside.encryption().through(key, backup.id().value(), outside.store());
      Manifest manifest;
      try {
        var admin = admin();
        expected = outside.archives().estimate(endpoint, admin);
        manifest = write(store, admin);
      } catch (NotWanted notWanted) {
        leave(store);
        return unwanted(backup);
      } catch (PortFailure failure) {
        leave(store);
        log.warn("Writing a backup failed.", failure);
        return failed(backup, failure.error());
      }
      log.info(
          "A backup was written. documents={} bytes={}",
          manifest.documents(),
          manifest.archiveBytes());
      // Whatever fails from here on may have been saved, so that what was written stays.
      var retention = cluster.settings().backups().retention();
      var whole = backup.complete(Contents.of(manifest), retention, turns.next());
      return ended(backup, proofs.followPolicy(whole, cluster, turns.next()));
    }

    private Login admin() {
      var admin = cluster.spec().admin();
      return new Login(
          admin.username(), sealer.open(admin.password(), cluster.id().value(), admin.username()));
    }

    /** The manifest comes last: where it is, the archive is whole. */
    private Manifest write(BackupStore store, Login admin) {
      var written = new Manifest[1];
      store.put(
          BackupObjects.archive(backup),
          out -> written[0] = outside.archives().dump(endpoint, admin, out, this));
      var manifest = written[0];
      store.put(
          BackupObjects.manifest(backup), out -> out.write(outside.manifests().write(manifest)));
      at(manifest.documents(), manifest.dataBytes());
      return manifest;
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
      if (!isWanted(backup, clusters.find(ALL, cluster.id()))) {
        throw new NotWanted();
      }
      backup =
          Changes.insist(
                  () -> stored(backup),
                  found -> found.progress(documents, bytes, expected, now),
                  backups::save)
              .flatMap(TakeBackup.this::stored)
              .orElseThrow(NotWanted::new);
    }

    /** What was written is of no use. What stays behind here is found by the sweep of the store. */
    private void leave(BackupStore store) {
      try {
        store.delete(BackupObjects.manifest(backup));
        store.delete(BackupObjects.archive(backup));
      } catch (PortFailure failure) {
        log.warn("What a failed backup had written could not be removed now.", failure);
      }
    }
  }
}
