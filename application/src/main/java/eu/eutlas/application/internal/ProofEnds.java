package eu.eutlas.application.internal;

import eu.eutlas.application.Changes;
import eu.eutlas.application.Scope;
import eu.eutlas.application.cluster.ClusterRepository;
import eu.eutlas.application.operation.ReconcileQueue;
import eu.eutlas.application.operation.ReconcileQueue.Lane;
import eu.eutlas.application.operation.Work;
import eu.eutlas.domain.backup.Backup;
import eu.eutlas.domain.backup.BackupState;
import eu.eutlas.domain.cluster.ClusterBackup;

/**
 * Lets clusters know that a backup of theirs was proved. The backup's own document is written first
 * and stays due until its cluster knows, so that a crash in between is caught up with.
 */
final class ProofEnds {
  private static final Scope ALL = new Scope.Everything("proofs for all tenants end");

  private final ClusterRepository clusters;
  private final ReconcileQueue queue;

  ProofEnds(ClusterRepository clusters, ReconcileQueue queue) {
    this.clusters = clusters;
    this.queue = queue;
  }

  /** Has its cluster know of a backup's proof. Repeatable. */
  void tell(Backup backup) {
    backup
        .keeping()
        .proof()
        .ifPresent(proof ->
            Changes.insist(
                () -> clusters.find(ALL, backup.order().clusterId()),
                cluster -> ClusterBackup.proved(cluster, proof),
                clusters::save));
  }

  /** Has events of a proof told, and lets go on what waited for its end. */
  void nudge(Backup changed) {
    if (!changed.outbox().isEmpty()) {
      queue.nudge(new Work.RelayBackup(changed.id()), Lane.PEOPLE);
    }
    if (changed.state() instanceof BackupState.Deleting && !changed.keeping().isBeingProved()) {
      queue.nudge(new Work.TendBackup(changed.id()), Lane.BACKGROUND);
    }
  }
}
