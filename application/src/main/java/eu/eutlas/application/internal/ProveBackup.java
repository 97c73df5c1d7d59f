package eu.eutlas.application.internal;

import eu.eutlas.application.Changes;
import eu.eutlas.application.Ids;
import eu.eutlas.application.LogContext;
import eu.eutlas.application.PortFailure;
import eu.eutlas.application.Ports;
import eu.eutlas.application.Scope;
import eu.eutlas.application.Turns;
import eu.eutlas.application.backup.BackupRepository;
import eu.eutlas.application.cluster.DataPlane;
import eu.eutlas.application.cluster.RegionMaintenance;
import eu.eutlas.domain.backup.Backup;
import eu.eutlas.domain.backup.BackupId;
import eu.eutlas.domain.backup.BackupProving;
import eu.eutlas.domain.backup.Proving;
import eu.eutlas.domain.backup.ThrowAway;
import eu.eutlas.domain.cluster.ClusterObservation;
import eu.eutlas.domain.cluster.RegionId;
import eu.eutlas.domain.cluster.Turn;
import eu.eutlas.domain.operation.FailureClass;
import eu.eutlas.domain.operation.OperationError;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Proves backups: a cluster that nobody else knows of is ordered, filled, compared and thrown away.
 * What is to be done is read from the backup's document each time, where it was saved before: who
 * dies in the middle leaves nothing that is not found again. No thread waits for servers.
 */
final class ProveBackup {
  private static final Logger log = LoggerFactory.getLogger(ProveBackup.class);
  private static final Scope ALL = new Scope.Everything("backups are proved for all tenants");
  private static final Duration SERVERS_START = Duration.ofSeconds(3);
  private static final Duration NO_PLACE = Duration.ofSeconds(5);
  private static final Duration ASKED = Duration.ofSeconds(5);
  private static final Duration MAINTENANCE = Duration.ofSeconds(30);

  /** So many looks without an end are worth a warning each. */
  private static final int LOOKS = 6;

  private static final OperationError TOOK_TOO_LONG =
      new OperationError(
          FailureClass.PERMANENT,
          "PROOF_TIMED_OUT",
          "It took longer than data of this size may take.");

  private final BackupRepository backups;
  private final Map<RegionId, DataPlane> planes;
  private final int placesPerRegion;
  private final RegionMaintenance maintenance;
  private final LongLeases leases;
  private final ThrowAwayOrders orders;
  private final RestoreTrial trial;
  private final ProofEnds ends;
  private final Turns turns;
  private final InstantSource clock;

  ProveBackup(
      Ports ports,
      RegionMaintenance maintenance,
      LongLeases leases,
      ProofEnds ends,
      Turns turns,
      Ids ids) {
    this.backups = ports.stores().backups();
    this.planes =
        ports.dataPlanes().stream()
            .collect(Collectors.toUnmodifiableMap(DataPlane::region, plane -> plane));
    this.placesPerRegion = ports.settings().longWork().proofs().perRegion();
    this.maintenance = maintenance;
    this.leases = leases;
    this.orders =
        new ThrowAwayOrders(
            ports.stores().clusters(), ports.catalogue(), ports.security().sealer(), ids);
    this.trial =
        new RestoreTrial(ports.backups(), ports.tenantDatabase(), ports.security().sealer());
    this.ends = ends;
    this.turns = turns;
    this.clock = ports.clock();
  }

  /**
   * Goes on with a proof that is due, in this node's regions.
   *
   * @return when to look at it again; absent when nothing is left to do here
   * @throws PortFailure when the metadata store fails; the proof stays due
   */
  Optional<Instant> prove(BackupId id) {
    var held = leases.take("prove:" + id);
    if (held.isEmpty()) {
      return Optional.empty();
    }
    try (var lease = held.get()) {
      return backups
          .find(ALL, id)
          .filter(this::isDue)
          .flatMap(backup -> {
            var proving = backup.keeping().proving().orElseThrow();
            return Optional.ofNullable(planes.get(proving.region()))
                .flatMap(plane ->
                    LogContext.during(
                        Map.of(
                            LogContext.CORRELATION_ID, proving.correlationId().value(),
                            LogContext.CLUSTER_ID, backup.order().clusterId().value()),
                        () -> new Look(backup, proving, plane, lease).go()));
          });
    }
  }

  private boolean isDue(Backup backup) {
    return backup
        .keeping()
        .proving()
        .flatMap(Proving::lookAgainAt)
        .filter(at -> !clock.instant().isBefore(at))
        .isPresent();
  }

  /** One look at a proof, with its lease. */
  private final class Look {
    private final Backup backup;
    private final Proving proving;
    private final DataPlane plane;
    private final LongLeases.Held lease;
    private Instant asked = Instant.MIN;

    Look(Backup backup, Proving proving, DataPlane plane, LongLeases.Held lease) {
      this.backup = backup;
      this.proving = proving;
      this.plane = plane;
      this.lease = lease;
    }

    Optional<Instant> go() {
      if (maintenance.of(proving.region()).isPresent()) {
        return Optional.of(clock.instant().plus(MAINTENANCE));
      }
      return switch (proving.stage()) {
        case Proving.Waiting() -> isLate() ? failed(TOOK_TOO_LONG) : begin();
        case Proving.Restoring restoring ->
            isLate() ? failed(TOOK_TOO_LONG) : restore(restoring.throwAway());
        case Proving.Leaving leaving -> leave(leaving);
        case Proving.Over over -> Optional.empty();
      };
    }

    private boolean isLate() {
      return backup
          .contents()
          .map(contents -> BackupProving.deadline(proving, contents))
          .filter(deadline -> !clock.instant().isBefore(deadline))
          .isPresent();
    }

    /** What is counted is counted by one at a time, so that there are never more than may be. */
    private Optional<Instant> begin() {
      var counting = leases.take("proofs:" + proving.region());
      if (counting.isEmpty()) {
        return Optional.of(clock.instant().plus(NO_PLACE));
      }
      try {
        if (backups.throwAways(proving.region(), placesPerRegion).size() >= placesPerRegion) {
          return Optional.of(clock.instant().plus(NO_PLACE));
        }
        var throwAway = orders.draw(backup);
        log.info(
            "The proof of a backup begins. backup={} throwAway={} region={}",
            backup.id(),
            throwAway.id(),
            proving.region());
        return save((found, turn) -> BackupProving.begin(found, throwAway, turn.now()));
      } finally {
        counting.get().close();
      }
    }

    private Optional<Instant> restore(ThrowAway throwAway) {
      BiFunction<Backup, Turn, Backup> outcome;
      try {
        outcome = look(throwAway);
      } catch (NotWanted notWanted) {
        return Optional.of(clock.instant());
      } catch (PortFailure failure) {
        log.warn("An attempt to prove backup {} failed.", backup.id(), failure);
        outcome = (found, turn) -> BackupProving.troubled(found, failure.error(), turn);
      }
      return save(outcome);
    }

    private BiFunction<Backup, Turn, Backup> look(ThrowAway throwAway) {
      return switch (plane.observe(throwAway.id())) {
        case ClusterObservation.Running running when trial.isOpen(throwAway, running) -> {
          trial.restore(backup, throwAway, running.endpoint(), this::at);
          yield BackupProving::same;
        }
        case ClusterObservation.Running running -> Look::later;
        case ClusterObservation.Starting starting -> ensure(throwAway);
        case ClusterObservation.Failing failing -> ensure(throwAway);
        case ClusterObservation.Leaving leaving -> Look::later;
        case ClusterObservation.Stopped stopped -> ensure(throwAway);
        case ClusterObservation.Absent absent -> order(throwAway);
      };
    }

    /** What is damaged needs no servers. */
    private BiFunction<Backup, Turn, Backup> order(ThrowAway throwAway) {
      trial.verify(backup, this::at);
      return ensure(throwAway);
    }

    /** Ordered anew each time: a node that died may have left a part of what it began. */
    private BiFunction<Backup, Turn, Backup> ensure(ThrowAway throwAway) {
      plane.provision(orders.order(throwAway));
      return Look::later;
    }

    private static Backup later(Backup found, Turn turn) {
      return BackupProving.lookAgain(found, turn.now().plus(SERVERS_START), turn.now());
    }

    /** Holds on to the lease, and stops when nobody wants the proof any more. */
    private void at(long documents, long bytes) {
      lease.renew();
      var now = clock.instant();
      if (!now.isBefore(asked.plus(ASKED))) {
        asked = now;
        if (present().filter(found -> found.contents().isPresent()).isEmpty()) {
          throw new NotWanted();
        }
      }
    }

    private Optional<Instant> failed(OperationError error) {
      return save((found, turn) -> BackupProving.failed(found, error, turn));
    }

    private Optional<Instant> leave(Proving.Leaving leaving) {
      ends.tell(backup);
      var isGone = isGone(leaving);
      if (!isGone && leaving.looks() >= LOOKS) {
        log.warn(
            "A throw-away cluster is still there. throwAway={} region={} looks={}",
            leaving.throwAway().id(),
            proving.region(),
            leaving.looks());
      }
      return save((found, turn) -> BackupProving.looked(found, isGone, turn));
    }

    /** An order that was slow may arrive after the first look. */
    private boolean isGone(Proving.Leaving leaving) {
      var id = leaving.throwAway().id();
      try {
        if (leaving.looks() > 0 && plane.observe(id) instanceof ClusterObservation.Absent) {
          return true;
        }
        plane.deprovision(id);
      } catch (PortFailure failure) {
        log.warn("Throw-away cluster {} could not be removed now.", id, failure);
      }
      return false;
    }

    /** Others change the backup, too: it is downloaded, or put on hold. */
    private Optional<Instant> save(BiFunction<Backup, Turn, Backup> change) {
      var turn = turns.next();
      var saved = Changes.insist(this::present, found -> change.apply(found, turn), backups::save);
      saved.ifPresent(ends::nudge);
      return saved.flatMap(found -> found.keeping().proving()).flatMap(Proving::lookAgainAt);
    }

    /** The backup as it is now, if its proof is where this look found it. */
    private Optional<Backup> present() {
      return backups
          .find(ALL, backup.id())
          .filter(found -> found.keeping().proving().filter(this::isSame).isPresent());
    }

    private boolean isSame(Proving found) {
      return found.stage().getClass() == proving.stage().getClass()
          && found.throwAway().map(ThrowAway::id).equals(proving.throwAway().map(ThrowAway::id));
    }
  }
}
