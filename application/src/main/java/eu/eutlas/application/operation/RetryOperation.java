package eu.eutlas.application.operation;

import eu.eutlas.application.cluster.ClusterOrders;
import eu.eutlas.domain.Outcome;
import eu.eutlas.domain.cluster.Cluster;
import eu.eutlas.domain.cluster.SecondThought;
import eu.eutlas.domain.identity.Actor;
import eu.eutlas.domain.operation.Operation;
import eu.eutlas.domain.operation.OperationId;
import eu.eutlas.domain.operation.OperationState;
import eu.eutlas.domain.organization.Permission;

/** Tries the operation that left a cluster FAILED again, by another operation. */
public final class RetryOperation {
  private final OperationAccess access;
  private final ClusterOrders orders;

  public RetryOperation(OperationAccess access, ClusterOrders orders) {
    this.access = access;
    this.orders = orders;
  }

  /**
   * Orders it.
   *
   * @return the operation that tries again
   */
  public Outcome<Operation> handle(Actor actor, OperationId id) {
    return access
        .find(actor, Permission.CHANGE_CLUSTER, id)
        .flatMap(failed -> retry(actor, failed));
  }

  private Outcome<Operation> retry(Actor actor, Operation failed) {
    if (failed.state() != OperationState.FAILED) {
      return SecondThought.notFailed();
    }
    return orders
        .take(
            actor,
            failed.type(),
            OperationAccess.clusterOf(failed),
            (cluster, retry, turn) -> SecondThought.retry(cluster, failed.id(), retry, turn))
        .map(Cluster::running)
        .map(running -> running.orElseThrow());
  }
}
