package eu.eutlas.application.internal;

import eu.eutlas.application.Ids;
import eu.eutlas.application.PortFailure;
import eu.eutlas.application.SaveResult;
import eu.eutlas.application.Scope;
import eu.eutlas.application.Turns;
import eu.eutlas.application.backup.BackupRepository;
import eu.eutlas.application.cluster.Catalogue;
import eu.eutlas.application.cluster.ClusterRepository;
import eu.eutlas.application.operation.Jobs;
import eu.eutlas.application.operation.ReconcileQueue;
import eu.eutlas.application.operation.ReconcileQueue.Lane;
import eu.eutlas.application.operation.Work;
import eu.eutlas.domain.Outcome;
import eu.eutlas.domain.backup.Backup;
import eu.eutlas.domain.backup.BackupId;
import eu.eutlas.domain.backup.BackupOrder;
import eu.eutlas.domain.backup.BackupTrigger;
import eu.eutlas.domain.cluster.Cluster;
import eu.eutlas.domain.cluster.ClusterBackup;
import eu.eutlas.domain.cluster.ClusterId;
import eu.eutlas.domain.cluster.Plan;
import eu.eutlas.domain.event.Initiator;
import eu.eutlas.domain.identity.CorrelationId;
import java.time.InstantSource;
import java.util.Optional;

/** Orders the backups that are due by their clusters' policies. */
final class ScheduleBackups {
  private static final Scope ALL = new Scope.Everything("schedules serve all tenants");

  private final ClusterRepository clusters;
  private final BackupRepository backups;
  private final Catalogue catalogue;
  private final Jobs jobs;
  private final ReconcileQueue queue;
  private final ReconcileQueue longWork;
  private final Turns turns;
  private final Ids ids;
  private final InstantSource clock;

  ScheduleBackups(
      ClusterRepository clusters,
      BackupRepository backups,
      Catalogue catalogue,
      Jobs jobs,
      ReconcileQueue queue,
      ReconcileQueue longWork,
      Turns turns,
      Ids ids,
      InstantSource clock) {
    this.clusters = clusters;
    this.backups = backups;
    this.catalogue = catalogue;
    this.jobs = jobs;
    this.queue = queue;
    this.longWork = longWork;
    this.turns = turns;
    this.ids = ids;
    this.clock = clock;
  }

  /**
   * Looks at a cluster's schedule, if it is time. Losing a race costs a look: the sweep comes
   * again.
   *
   * @throws PortFailure when the metadata store fails; the schedule stays due
   */
  void look(ClusterId id) {
    clusters.find(ALL, id).filter(this::isTime).ifPresent(this::decide);
  }

  private boolean isTime(Cluster cluster) {
    return cluster
        .status()
        .backups()
        .lookAt()
        .filter(at -> !clock.instant().isBefore(at))
        .isPresent();
  }

  private void decide(Cluster read) {
    var now = clock.instant();
    var cluster = isLost(read) ? ClusterBackup.lost(read, turns.next()) : read;
    var planned = catalogue.plan(cluster.spec().plan()).map(Plan::scheduledBackups).orElse(false);
    if (!planned || !ClusterBackup.isDue(cluster, now)) {
      clusters.save(ClusterBackup.schedule(cluster, planned, false, now));
      return;
    }
    begin(cluster, ClusterBackup.schedule(cluster, true, true, now));
  }

  /** Whether the cluster waits for a backup that is not there. */
  private boolean isLost(Cluster cluster) {
    return cluster
        .status()
        .backups()
        .active()
        .filter(active -> backups.find(ALL, active.id()).isEmpty())
        .isPresent();
  }

  private void begin(Cluster before, Cluster scheduled) {
    var id = new BackupId(ids.next());
    var backup =
        Backup.request(
            id,
            new BackupOrder(
                before.orgId(),
                before.projectId(),
                before.id(),
                before.name(),
                before.spec().region(),
                BackupTrigger.SCHEDULED,
                Initiator.EUTLAS,
                new CorrelationId(id.value()),
                Optional.empty(),
                clock.instant()));
    backups.insert(backup);
    if (ClusterBackup.begin(scheduled, backup, turns.next())
            instanceof Outcome.Done<Cluster>(var begun)
        && clusters.save(begun) == SaveResult.SAVED) {
      queue.nudge(new Work.RelayCluster(before.id()), Lane.BACKGROUND);
      longWork.nudge(new Work.TakeBackup(id), Lane.BACKGROUND);
      jobs.backUp(Jobs.BackupTicket.of(backup));
    } else {
      backups.remove(id);
    }
  }
}
