package eu.eutlas.application.backup;

import eu.eutlas.application.Access;
import eu.eutlas.application.Changes;
import eu.eutlas.application.Created;
import eu.eutlas.application.Origins;
import eu.eutlas.application.cluster.RegionMaintenance;
import eu.eutlas.application.internal.ProofRegions;
import eu.eutlas.application.operation.ReconcileQueue;
import eu.eutlas.application.operation.ReconcileQueue.Lane;
import eu.eutlas.application.operation.Work;
import eu.eutlas.domain.OriginKey;
import eu.eutlas.domain.Outcome;
import eu.eutlas.domain.backup.Backup;
import eu.eutlas.domain.backup.BackupProving;
import eu.eutlas.domain.backup.Proving;
import eu.eutlas.domain.event.Initiator;
import eu.eutlas.domain.identity.Actor;
import eu.eutlas.domain.organization.Permission;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/**
 * Has a backup proved now: restored into a throw-away cluster, compared, timed. While a proof of it
 * is under way, that is the answer.
 */
public final class OrderProof {
  private final BackupAccess access;
  private final BackupRepository backups;
  private final ProofRegions regions;
  private final RegionMaintenance maintenance;
  private final ReconcileQueue longWork;
  private final InstantSource clock;

  OrderProof(
      BackupAccess access,
      BackupRepository backups,
      ProofRegions regions,
      RegionMaintenance maintenance,
      ReconcileQueue longWork,
      InstantSource clock) {
    this.access = access;
    this.backups = backups;
    this.regions = regions;
    this.maintenance = maintenance;
    this.longWork = longWork;
    this.clock = clock;
  }

  /** Of which backup. */
  public record Command(BackupAddress address, Optional<OriginKey> origin) {}

  public Outcome<Created<Backup>> handle(Actor actor, Command command) {
    return access.admitted(
        actor,
        admitted ->
            find(admitted, command)
                .flatMap(
                    backup -> replay(command, backup).orElseGet(() -> wish(admitted, command))));
  }

  private Outcome<Backup> find(Access admitted, Command command) {
    return access.backup(admitted, Permission.PROVE_BACKUP, command.address());
  }

  /** The same request, asked again, even after the proof that it began is over. */
  private Optional<Outcome<Created<Backup>>> replay(Command command, Backup backup) {
    var known =
        command
            .origin()
            .flatMap(asked -> backup.keeping().proving().filter(proving -> proving.isOf(asked)))
            .flatMap(Proving::origin)
            .filter(origin -> isRemembered(origin, clock.instant()));
    return Origins.replay(command.origin(), known.map(origin -> backup), known);
  }

  private static boolean isRemembered(OriginKey origin, Instant now) {
    return now.isBefore(origin.at().plus(Origins.REMEMBERED));
  }

  private Outcome<Created<Backup>> wish(Access admitted, Command command) {
    return Changes.apply(
            () -> find(admitted, command),
            backup -> decide(admitted.actor(), command, backup),
            backups::save)
        .map(saved -> {
          longWork.nudge(new Work.ProveBackup(saved.id()), Lane.PEOPLE);
          return new Created<>(saved, false);
        });
  }

  private Outcome<Backup> decide(Actor actor, Command command, Backup backup) {
    return backup
        .usable()
        .flatMap(contents ->
            backup.keeping().isBeingProved()
                ? Outcome.done(backup)
                : regions
                    .choose(backup.order().region(), contents)
                    .flatMap(region -> maintenance.admit(region, region))
                    .map(region ->
                        BackupProving.wish(
                            backup,
                            Proving.wished(
                                region,
                                Initiator.of(actor),
                                actor.correlationId(),
                                command.origin(),
                                clock.instant()))));
  }
}
