package eu.eutlas.application.internal;

import eu.eutlas.application.Origins;
import eu.eutlas.application.Ports.Stores;
import eu.eutlas.application.Scope;
import eu.eutlas.application.operation.Jobs;
import eu.eutlas.application.operation.ReconcileQueue;
import eu.eutlas.application.operation.ReconcileQueue.Lane;
import eu.eutlas.application.operation.Work;
import eu.eutlas.domain.backup.BackupId;
import eu.eutlas.domain.cluster.ClusterId;
import eu.eutlas.domain.cluster.RegionId;
import eu.eutlas.domain.identity.User;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

/**
 * Finds again what hints have lost, by asking the store for what is unsettled. Each question is
 * answered by an index and limited; what it finds is claimed by compare-and-set later, so several
 * nodes may sweep at once.
 */
public final class Sweeps {
  private static final Scope ALL = new Scope.Everything("sweeps serve all tenants");
  private static final int MOST = 500;
  private static final Duration TOMBSTONES_LAST = Duration.ofDays(30);
  private static final Duration EVENTS_LAST = Duration.ofDays(400);
  private static final Duration MAILS_LAST = Duration.ofDays(30);
  private static final Duration ENDED_SESSIONS_LAST = Duration.ofDays(7);

  private final Stores stores;
  private final List<RegionId> regions;
  private final Jobs jobs;
  private final ReconcileQueue queue;
  private final ReconcileQueue longWork;
  private final InstantSource clock;

  /**
   * Sweeps for one node.
   *
   * @param regions those that this node has
   */
  public Sweeps(
      Stores stores,
      List<RegionId> regions,
      Jobs jobs,
      ReconcileQueue queue,
      ReconcileQueue longWork,
      InstantSource clock) {
    this.stores = stores;
    this.regions = List.copyOf(regions);
    this.jobs = jobs;
    this.queue = queue;
    this.longWork = longWork;
    this.clock = clock;
  }

  /** Nudges whatever is due. */
  public void due() {
    var now = clock.instant();
    var clusters = stores.clusters();
    var projects = stores.projects();
    regions.forEach(region -> clusters.due(region, now, MOST).forEach(this::wake));
    clusters.overdue(now.minus(Reconciler.OWNER_ENDS), MOST).forEach(this::wake);
    clusters.withOutbox(MOST).forEach(id -> nudge(new Work.RelayCluster(id)));
    projects.withOutbox(MOST).forEach(id -> nudge(new Work.RelayProject(id)));
    projects.deleting(MOST).forEach(id -> nudge(new Work.RelayProject(id)));
    stores.organizations().withOutbox(MOST).forEach(id -> nudge(new Work.RelayOrganization(id)));
    backups(now);
    stores.mails().due(now, MOST).forEach(id -> nudge(new Work.Send(id)));
  }

  private void backups(Instant now) {
    var backups = stores.backups();
    stores.clusters().backupsDue(now, MOST).forEach(id -> nudge(new Work.ScheduleBackup(id)));
    regions.stream()
        .flatMap(region -> backups.toTake(region, now, MOST).stream())
        .forEach(this::take);
    regions.stream()
        .flatMap(region -> backups.toProve(region, now, MOST).stream())
        .forEach(id -> longWork.nudge(new Work.ProveBackup(id), Lane.BACKGROUND));
    backups.toTend(now, MOST).forEach(id -> nudge(new Work.TendBackup(id)));
    backups.withOutbox(MOST).forEach(id -> nudge(new Work.RelayBackup(id)));
  }

  /** Forgets what has had its time. */
  public void forget() {
    var now = clock.instant();
    stores.users().removeUnverified(now.minus(User.UNVERIFIED_LASTS));
    stores.sessions().removeEnded(now.minus(ENDED_SESSIONS_LAST));
    stores.mails().remove(now.minus(MAILS_LAST));
    stores.clusters().removeTombstones(now.minus(TOMBSTONES_LAST));
    stores.events().remove(now.minus(EVENTS_LAST));
    var origins = now.minus(Origins.REMEMBERED);
    stores.mails().forgetOrigins(origins);
    stores.organizations().forgetOrigins(origins);
    stores.projects().forgetOrigins(origins);
    stores.clusters().forgetOrigins(origins);
    stores.backups().forgetOrigins(origins);
  }

  /** What was accepted just before a crash has no job yet; one that it has is not queued twice. */
  private void wake(ClusterId id) {
    queue.due(new Work.Pass(id), clock.instant(), Lane.BACKGROUND);
    stores
        .clusters()
        .find(ALL, id)
        .ifPresent(cluster ->
            cluster
                .running()
                .map(operation -> Jobs.OperationTicket.of(cluster, operation))
                .ifPresent(jobs::drive));
  }

  /** The same for a backup. */
  private void take(BackupId id) {
    longWork.nudge(new Work.TakeBackup(id), Lane.BACKGROUND);
    stores.backups().find(ALL, id).map(Jobs.BackupTicket::of).ifPresent(jobs::backUp);
  }

  private void nudge(Work work) {
    queue.nudge(work, Lane.BACKGROUND);
  }
}
