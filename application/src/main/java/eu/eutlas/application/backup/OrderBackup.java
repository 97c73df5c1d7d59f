package eu.eutlas.application.backup;

import eu.eutlas.application.Changes;
import eu.eutlas.application.Created;
import eu.eutlas.application.Ids;
import eu.eutlas.application.Origins;
import eu.eutlas.application.PortFailure;
import eu.eutlas.application.Turns;
import eu.eutlas.application.cluster.ClusterAccess.Address;
import eu.eutlas.application.cluster.ClusterRepository;
import eu.eutlas.application.cluster.RegionMaintenance;
import eu.eutlas.application.operation.Jobs;
import eu.eutlas.application.operation.ReconcileQueue;
import eu.eutlas.application.operation.ReconcileQueue.Lane;
import eu.eutlas.application.operation.Work;
import eu.eutlas.domain.OriginKey;
import eu.eutlas.domain.Outcome;
import eu.eutlas.domain.backup.Backup;
import eu.eutlas.domain.backup.BackupId;
import eu.eutlas.domain.backup.BackupOrder;
import eu.eutlas.domain.backup.BackupTrigger;
import eu.eutlas.domain.cluster.Cluster;
import eu.eutlas.domain.cluster.ClusterBackup;
import eu.eutlas.domain.event.Initiator;
import eu.eutlas.domain.identity.Actor;
import eu.eutlas.domain.organization.Permission;
import java.time.InstantSource;
import java.util.Optional;

/**
 * Orders a backup now. Its record is written first; then the cluster takes it as the one that is
 * active, and with that write the order stands. A record that no cluster knows is taken away again.
 */
public final class OrderBackup {
  private final BackupAccess access;
  private final BackupRepository backups;
  private final ClusterRepository clusters;
  private final RegionMaintenance maintenance;
  private final Jobs jobs;
  private final ReconcileQueue queue;
  private final ReconcileQueue longWork;
  private final Turns turns;
  private final Ids ids;
  private final InstantSource clock;

  OrderBackup(
      BackupAccess access,
      BackupRepository backups,
      ClusterRepository clusters,
      RegionMaintenance maintenance,
      Jobs jobs,
      ReconcileQueue queue,
      ReconcileQueue longWork,
      Turns turns,
      Ids ids,
      InstantSource clock) {
    this.access = access;
    this.backups = backups;
    this.clusters = clusters;
    this.maintenance = maintenance;
    this.jobs = jobs;
    this.queue = queue;
    this.longWork = longWork;
    this.turns = turns;
    this.ids = ids;
    this.clock = clock;
  }

  /** Of which cluster. */
  public record Command(Address address, Optional<OriginKey> origin) {}

  public Outcome<Created<Backup>> handle(Actor actor, Command command) {
    return access.admitted(
        actor,
        admitted ->
            access
                .cluster(admitted, Permission.TAKE_BACKUP, command.address())
                .flatMap(
                    cluster -> replay(command).orElseGet(() -> order(actor, command, cluster))));
  }

  private Outcome<Created<Backup>> order(Actor actor, Command command, Cluster cluster) {
    var order =
        new BackupOrder(
            cluster.orgId(),
            cluster.projectId(),
            cluster.id(),
            cluster.name(),
            cluster.spec().region(),
            BackupTrigger.MANUAL,
            Initiator.of(actor),
            actor.correlationId(),
            command.origin(),
            clock.instant());
    return maintenance
        .admit(cluster.spec().region(), Backup.request(new BackupId(ids.next()), order))
        // What the cluster refuses anyway leaves no record.
        .flatMap(backup -> ClusterBackup.begin(cluster, backup, turns.next()).map(begun -> backup))
        .flatMap(backup -> insert(actor, command, backup));
  }

  private Outcome<Created<Backup>> insert(Actor actor, Command command, Backup backup) {
    try {
      backups.insert(backup);
    } catch (PortFailure.Duplicate sameRequest) {
      return replay(command).orElseGet(() -> Outcome.refused(Changes.busy()));
    }
    var begun = begin(actor, command.address(), backup);
    if (begun instanceof Outcome.Refused<Cluster>) {
      backups.remove(backup.id());
    }
    return begun.map(cluster -> {
      longWork.nudge(new Work.TakeBackup(backup.id()), Lane.PEOPLE);
      jobs.backUp(Jobs.BackupTicket.of(backup));
      queue.nudge(new Work.RelayCluster(cluster.id()), Lane.PEOPLE);
      return new Created<>(backup, false);
    });
  }

  private Outcome<Cluster> begin(Actor actor, Address address, Backup backup) {
    return access.admitted(
        actor,
        admitted ->
            Changes.apply(
                () -> access.cluster(admitted, Permission.TAKE_BACKUP, address),
                cluster -> ClusterBackup.begin(cluster, backup, turns.next()),
                clusters::save));
  }

  private Optional<Outcome<Created<Backup>>> replay(Command command) {
    var found = command.origin().flatMap(origin -> backups.findByOrigin(origin.keyHash()));
    return Origins.replay(
        command.origin(), found, found.flatMap(backup -> backup.order().origin()));
  }
}
