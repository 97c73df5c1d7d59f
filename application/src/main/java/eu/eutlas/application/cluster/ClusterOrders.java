package eu.eutlas.application.cluster;

import eu.eutlas.application.Changes;
import eu.eutlas.application.Revisions;
import eu.eutlas.application.cluster.ClusterAccess.Address;
import eu.eutlas.domain.Outcome;
import eu.eutlas.domain.Revision;
import eu.eutlas.domain.cluster.Cluster;
import eu.eutlas.domain.cluster.Turn;
import eu.eutlas.domain.identity.Actor;
import eu.eutlas.domain.operation.Operation;
import eu.eutlas.domain.operation.OperationType;
import eu.eutlas.domain.organization.Permission;
import java.util.Optional;

/**
 * Takes the orders that change a cluster that is there: finds it, has it decided, saves the
 * decision with its operation and event in one write, and has it worked on.
 */
public final class ClusterOrders {
  private final ClusterAccess access;
  private final ClusterRepository clusters;
  private final OperationOrder orders;

  public ClusterOrders(ClusterAccess access, ClusterRepository clusters, OperationOrder orders) {
    this.access = access;
    this.clusters = clusters;
    this.orders = orders;
  }

  /**
   * Which cluster is meant.
   *
   * @param ifMatch absent when any revision will do
   */
  record Target(Permission permission, Address address, Optional<Revision> ifMatch) {}

  /** What an order comes to; pure, and repeated when somebody else wrote in between. */
  @FunctionalInterface
  interface Decision {
    Outcome<Cluster> of(Cluster cluster, Operation operation, Turn turn);
  }

  /** Takes an order that is an operation of the type. */
  Outcome<Cluster> take(Actor actor, OperationType type, Target target, Decision decision) {
    return access
        .admitted(
            actor,
            admitted ->
                Changes.apply(
                    () ->
                        access
                            .load(admitted, target.permission(), target.address())
                            .flatMap(cluster ->
                                Revisions.check(cluster, cluster.revision(), target.ifMatch())),
                    cluster ->
                        decision.of(cluster, orders.draw(type, cluster, actor), orders.turn()),
                    clusters::save))
        .map(saved -> {
          orders.hint(saved);
          return saved;
        });
  }
}
