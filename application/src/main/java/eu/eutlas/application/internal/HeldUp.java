package eu.eutlas.application.internal;

import eu.eutlas.application.Deadlines;
import eu.eutlas.application.cluster.RegionMaintenance;
import eu.eutlas.domain.cluster.Cluster;
import eu.eutlas.domain.cluster.ClusterLifecycle;
import eu.eutlas.domain.cluster.Turn;
import eu.eutlas.domain.operation.Operation;
import java.time.Duration;

/** What waits because its region is in maintenance. */
final class HeldUp {
  private final RegionMaintenance maintenance;
  private final Deadlines deadlines;

  HeldUp(RegionMaintenance maintenance, Deadlines deadlines) {
    this.maintenance = maintenance;
    this.deadlines = deadlines;
  }

  boolean is(Cluster cluster) {
    return maintenance.of(cluster.spec().region()).isPresent();
  }

  /** The same, whose operation has all of its time anew when the region is back. */
  Cluster waiting(Cluster cluster, Turn turn) {
    var left = cluster.running().map(Operation::type).map(deadlines::of).orElse(Duration.ZERO);
    return ClusterLifecycle.heldUp(cluster, left, turn);
  }
}
