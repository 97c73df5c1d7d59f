package eu.eutlas.application.internal;

import eu.eutlas.application.Changes;
import eu.eutlas.application.Scope;
import eu.eutlas.application.backup.BackupRepository;
import eu.eutlas.application.cluster.ClusterRepository;
import eu.eutlas.application.operation.ReconcileQueue;
import eu.eutlas.application.operation.ReconcileQueue.Lane;
import eu.eutlas.application.operation.Work;
import eu.eutlas.domain.backup.Backup;
import eu.eutlas.domain.cluster.ClusterBackup;

/**
 * Lets clusters know that their backups have ended. The backup's own document is written first and
 * stays due until its cluster knows, so that a crash in between is caught up with.
 */
final class BackupEnds {
  private static final Scope ALL = new Scope.Everything("backups of all tenants end");

  private final BackupRepository backups;
  private final ClusterRepository clusters;
  private final ReconcileQueue queue;

  BackupEnds(BackupRepository backups, ClusterRepository clusters, ReconcileQueue queue) {
    this.backups = backups;
    this.clusters = clusters;
    this.queue = queue;
  }

  /** Has a backup's events told, and its cluster know. Repeatable. */
  void tell(Backup ended) {
    queue.nudge(new Work.RelayBackup(ended.id()), Lane.PEOPLE);
    Changes.insist(
        () -> clusters.find(ALL, ended.order().clusterId()),
        cluster -> ClusterBackup.ended(cluster, ended),
        clusters::save);
    // What waited for the end of the backup goes on.
    queue.nudge(new Work.Pass(ended.order().clusterId()), Lane.PEOPLE);
    Changes.insist(() -> backups.find(ALL, ended.id()), Backup::settled, backups::save);
  }
}
