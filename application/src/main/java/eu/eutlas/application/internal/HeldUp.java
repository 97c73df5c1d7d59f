package eu.eutlas.application.internal;

import eu.eutlas.application.Deadlines;
import eu.eutlas.application.cluster.RegionMaintenance;
import eu.eutlas.domain.cluster.Cluster;
import eu.eutlas.domain.cluster.ClusterBackup;
import eu.eutlas.domain.cluster.ClusterLifecycle;
import eu.eutlas.domain.cluster.Turn;
import eu.eutlas.domain.operation.Operation;
import java.time.Duration;
import java.util.Optional;

/** What waits: for its region's maintenance, or for a backup that it would end. */
final class HeldUp {
  private final RegionMaintenance maintenance;
  private final Deadlines deadlines;

  HeldUp(RegionMaintenance maintenance, Deadlines deadlines) {
    this.maintenance = maintenance;
    this.deadlines = deadlines;
  }

  /** What a cluster waits for, in a sentence; absent when it does not wait. */
  Optional<String> reason(Cluster cluster) {
    if (maintenance.of(cluster.spec().region()).isPresent()) {
      return Optional.of("The region is in maintenance. This goes on when that is over.");
    }
    return ClusterBackup.isInTheWay(cluster)
        ? Optional.of("A backup is being taken. This begins as soon as it has ended.")
        : Optional.empty();
  }

  /** The same, whose operation has all of its time anew when it goes on. */
  Cluster waiting(Cluster cluster, String reason, Turn turn) {
    var left = cluster.running().map(Operation::type).map(deadlines::of).orElse(Duration.ZERO);
    return ClusterLifecycle.heldUp(cluster, reason, left, turn);
  }
}
