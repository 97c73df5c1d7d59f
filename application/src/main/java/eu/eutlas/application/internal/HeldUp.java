package eu.eutlas.application.internal;

import eu.eutlas.application.Deadlines;
import eu.eutlas.application.cluster.RegionMaintenance;
import eu.eutlas.application.installation.InstallationPause;
import eu.eutlas.domain.cluster.Cluster;
import eu.eutlas.domain.cluster.ClusterBackup;
import eu.eutlas.domain.cluster.ClusterLifecycle;
import eu.eutlas.domain.cluster.Turn;
import eu.eutlas.domain.operation.Operation;
import java.time.Duration;
import java.util.Optional;

/**
 * What waits: for a paused installation, for its region's maintenance, or for a backup that it
 * would end.
 */
final class HeldUp {
  private final InstallationPause pause;
  private final RegionMaintenance maintenance;
  private final Deadlines deadlines;

  HeldUp(InstallationPause pause, RegionMaintenance maintenance, Deadlines deadlines) {
    this.pause = pause;
    this.maintenance = maintenance;
    this.deadlines = deadlines;
  }

  /** What a cluster waits for, in a sentence; absent when it does not wait. */
  Optional<String> reason(Cluster cluster) {
    if (pause.isOn()) {
      return Optional.of(
          "The installation is paused. This goes on when an administrator has resumed it.");
    }
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
