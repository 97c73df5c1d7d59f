package eu.eutlas.application.cluster;

import eu.eutlas.application.cluster.ClusterAccess.Address;
import eu.eutlas.domain.Outcome;
import eu.eutlas.domain.Revision;
import eu.eutlas.domain.cluster.Cluster;
import eu.eutlas.domain.identity.Actor;
import eu.eutlas.domain.operation.OperationType;
import eu.eutlas.domain.organization.Permission;
import java.util.Optional;

/** Orders the end of a cluster, whatever it is doing, unless it is protected. */
public final class DeleteCluster {
  private final ClusterOrders orders;

  public DeleteCluster(ClusterOrders orders) {
    this.orders = orders;
  }

  /**
   * What to delete.
   *
   * @param ifMatch absent when any revision will do
   */
  public record Command(Address address, Optional<Revision> ifMatch) {}

  public Outcome<Cluster> handle(Actor actor, Command command) {
    return orders.take(
        actor,
        OperationType.DELETE,
        new ClusterOrders.Target(Permission.DELETE_CLUSTER, command.address(), command.ifMatch()),
        Cluster::delete);
  }
}
