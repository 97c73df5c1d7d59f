package eu.eutlas.application.cluster;

import eu.eutlas.application.cluster.ClusterAccess.Address;
import eu.eutlas.domain.Outcome;
import eu.eutlas.domain.Revision;
import eu.eutlas.domain.cluster.Cluster;
import eu.eutlas.domain.cluster.ClusterChange;
import eu.eutlas.domain.identity.Actor;
import eu.eutlas.domain.operation.OperationType;
import eu.eutlas.domain.organization.Permission;
import java.util.Optional;

/** Stops the servers of a cluster and keeps its data, where its region can. */
public final class PauseCluster {
  private final ClusterOrders orders;
  private final RegionCapabilities regions;

  public PauseCluster(ClusterOrders orders, RegionCapabilities regions) {
    this.orders = orders;
    this.regions = regions;
  }

  /**
   * Which cluster.
   *
   * @param ifMatch absent when any revision will do
   */
  public record Command(Address address, Optional<Revision> ifMatch) {}

  public Outcome<Cluster> handle(Actor actor, Command command) {
    return orders.take(
        actor,
        OperationType.PAUSE,
        new ClusterOrders.Target(Permission.CHANGE_CLUSTER, command.address(), command.ifMatch()),
        (cluster, pause, turn) ->
            regions
                .require(cluster, DataPlane.Capability.PAUSE)
                .flatMap(able -> ClusterChange.pause(able, pause, turn)));
  }
}
