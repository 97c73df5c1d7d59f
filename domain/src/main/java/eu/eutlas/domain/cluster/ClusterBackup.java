package eu.eutlas.domain.cluster;

import eu.eutlas.domain.Outcome;
import eu.eutlas.domain.Refusal;
import eu.eutlas.domain.RefusalCode;
import eu.eutlas.domain.backup.ActiveBackup;
import eu.eutlas.domain.backup.Backup;
import eu.eutlas.domain.backup.BackupPolicy;
import eu.eutlas.domain.backup.BackupProof;
import eu.eutlas.domain.backup.ClusterBackups;
import eu.eutlas.domain.backup.GoodBackup;
import eu.eutlas.domain.event.EventType;
import eu.eutlas.domain.event.Initiator;
import eu.eutlas.domain.identity.Actor;
import eu.eutlas.domain.identity.CorrelationId;
import eu.eutlas.domain.operation.Operation;
import eu.eutlas.domain.operation.OperationType;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * What a cluster has to say about its backups: whether one may begin, that it has ended, and when
 * the next one is due. One is taken at a time, and it does not occupy the cluster's operation.
 */
public final class ClusterBackup {
  /** How soon a backup that is due is looked at again when it cannot be taken now. */
  private static final Duration CATCH_UP = Duration.ofMinutes(10);

  private ClusterBackup() {}

  /** A backup that was ordered may be taken, as the only one. */
  public static Outcome<Cluster> begin(Cluster cluster, Backup backup, Turn turn) {
    return ClusterCommand.BACK_UP
        .admit(cluster)
        .flatMap(ClusterBackup::takesOne)
        .map(admitted -> begun(admitted, backup, turn));
  }

  /** What is about to be replaced is backed up first, as soon as users are kept out. */
  public static Cluster save(Cluster restoring, Backup safety, Turn turn) {
    return begun(restoring, safety, turn);
  }

  private static Cluster begun(Cluster cluster, Backup backup, Turn turn) {
    var order = backup.order();
    var active = new ActiveBackup(backup.id(), order.trigger(), turn.now());
    return watched(with(cluster, cluster.status().backups().begin(active)), turn.now())
        .tell(
            EventType.BACKUP_REQUESTED,
            "Cluster %s is to be backed up: %s.".formatted(cluster.name(), order.trigger().words()),
            order.actor(),
            order.correlationId(),
            turn);
  }

  private static Outcome<Cluster> takesOne(Cluster cluster) {
    return cluster.status().backups().active().isEmpty()
        ? Outcome.done(cluster)
        : Outcome.refused(
            Refusal.conflict(
                RefusalCode.BACKUP_IN_PROGRESS,
                "A backup of the cluster is being taken already. Wait for its end."));
  }

  /**
   * A backup has ended, well or badly. One that is not active any more was known before, or is not
   * wanted any more.
   */
  public static Cluster ended(Cluster cluster, Backup backup) {
    var backups = cluster.status().backups();
    if (!backups.isActive(backup.id()) || backup.isUnderWay()) {
      return cluster;
    }
    var ended = backups.end();
    return with(
        cluster,
        backup
            .contents()
            .map(contents ->
                ClusterRestore.saved(
                    ended.good(new GoodBackup(backup.id(), contents.at())), backup.id()))
            .orElse(ended));
  }

  /** A backup was proved; the last proof is the one that is shown. */
  public static Cluster proved(Cluster cluster, BackupProof proof) {
    var backups = cluster.status().backups();
    return cluster.isDeleted()
            || backups.proved().filter(known -> !known.at().isBefore(proof.at())).isPresent()
        ? cluster
        : with(cluster, backups.proved(proof));
  }

  /**
   * The backup that is active is not there: its order was taken back just as the cluster accepted
   * it. Nobody is to wait for it.
   */
  public static Cluster lost(Cluster cluster, Turn turn) {
    return with(cluster, cluster.status().backups().end())
        .tell(
            EventType.BACKUP_FAILED,
            "The backup of cluster %s was given up: its order came too late."
                .formatted(cluster.name()),
            Initiator.EUTLAS,
            new CorrelationId(cluster.id().value()),
            turn);
  }

  /**
   * A backup is on its way out: it is neither waited for nor shown as the newest.
   *
   * @param newest what is the newest good one then
   */
  public static Cluster without(Cluster cluster, Backup backup, Optional<GoodBackup> newest) {
    var backups = cluster.status().backups();
    var left = backups.isActive(backup.id()) ? backups.end() : backups;
    return with(cluster, left.isNewest(backup.id()) ? left.newest(newest) : left);
  }

  /**
   * Whether the operation under way would spoil a backup that is being read: servers that restart
   * or stop, data that is replaced. It waits.
   */
  public static boolean isInTheWay(Cluster cluster) {
    return cluster.status().backups().active().isPresent()
        && !ClusterRestore.isPreparing(cluster)
        && cluster.running().map(Operation::type).filter(ClusterBackup::spoilsReading).isPresent();
  }

  /**
   * Where a cluster is read. Servers that are to stop wait for the end of the backup, so that it
   * does not have to wait for them.
   */
  public static Outcome<Endpoint> source(Cluster cluster) {
    return cluster
        .status()
        .endpoint()
        .filter(endpoint -> isInTheWay(cluster))
        .map(Outcome::done)
        .orElseGet(cluster::openEndpoint);
  }

  private static boolean spoilsReading(OperationType type) {
    return switch (type) {
      case RESIZE, UPGRADE, PAUSE, RESTORE -> true;
      case CREATE,
          ROTATE_CREDENTIALS,
          CREATE_DATABASE_USER,
          UPDATE_DATABASE_USER,
          DELETE_DATABASE_USER,
          CHANGE_ACCESS_LIST,
          RESUME,
          DELETE ->
          false;
    };
  }

  /** Another policy: the schedule is made anew, and backups that are there stay as was promised. */
  public static Outcome<Cluster> follow(
      Cluster cluster, BackupPolicy policy, boolean planned, Actor actor, Turn turn) {
    if (policy.equals(cluster.settings().backups())) {
      return Outcome.done(cluster);
    }
    var changed = cluster.with(cluster.settings().with(policy), turn);
    var anew = with(changed, changed.status().backups().unscheduled());
    return Outcome.done(
        schedule(anew, planned, false, turn.now())
            .tell(
                EventType.BACKUP_POLICY_CHANGED,
                "The backup policy of cluster %s was changed.".formatted(cluster.name()),
                Initiator.of(actor),
                actor.correlationId(),
                turn));
  }

  /** What of its backups is good has changed without an event. */
  public static Cluster with(Cluster cluster, ClusterBackups backups) {
    return cluster.with(cluster.status().backups(backups));
  }

  /** Whether a scheduled backup is due and can be taken. */
  public static boolean isDue(Cluster cluster, Instant now) {
    var backups = cluster.status().backups();
    return backups.nextAt().filter(next -> !now.isBefore(next)).isPresent()
        && backups.active().isEmpty()
        && ClusterCommand.BACK_UP.isAcceptedIn(cluster.state().name());
  }

  /**
   * Looks at the schedule. What is due and was not begun is looked at again soon: a run that was
   * missed is caught up with once.
   *
   * @param planned whether the cluster's plan has scheduled backups
   * @param begun whether the one that was due begins now
   */
  public static Cluster schedule(Cluster cluster, boolean planned, boolean begun, Instant now) {
    var backups = cluster.status().backups();
    var policy = cluster.settings().backups();
    if (!planned || !policy.enabled() || !isAlive(cluster)) {
      return watched(with(cluster, backups.unscheduled()), now);
    }
    var isDue = backups.nextAt().filter(next -> !now.isBefore(next)).isPresent();
    var next =
        isDue && !begun
            ? backups.look(now.plus(CATCH_UP))
            : backups
                .nextAt()
                .filter(at -> !begun)
                .map(backups::next)
                .orElseGet(() -> backups.next(policy.next(cluster.id(), now)));
    return watched(with(cluster, next), now);
  }

  /** While a backup is taken, it is looked whether it is still there. */
  private static Cluster watched(Cluster cluster, Instant now) {
    var backups = cluster.status().backups();
    return backups.active().isPresent()
        ? with(cluster, backups.lookBy(now.plus(CATCH_UP)))
        : cluster;
  }

  private static boolean isAlive(Cluster cluster) {
    return switch (cluster.state()) {
      case ClusterState.Deleting ignored -> false;
      case ClusterState.Deleted ignored -> false;
      case ClusterState.Creating ignored -> true;
      case ClusterState.Serving ignored -> true;
      case ClusterState.Updating ignored -> true;
      case ClusterState.Pausing ignored -> true;
      case ClusterState.Paused ignored -> true;
      case ClusterState.Resuming ignored -> true;
      case ClusterState.Restoring ignored -> true;
      case ClusterState.Failed ignored -> true;
    };
  }
}
