package eu.eutlas.application.operation;

import eu.eutlas.application.cluster.ClusterOrders;
import eu.eutlas.application.internal.ClusterSlots;
import eu.eutlas.domain.Outcome;
import eu.eutlas.domain.cluster.Cluster;
import eu.eutlas.domain.cluster.SecondThought;
import eu.eutlas.domain.identity.Actor;
import eu.eutlas.domain.operation.Operation;
import eu.eutlas.domain.operation.OperationId;
import eu.eutlas.domain.organization.Permission;

/** Takes an operation back, as long as nothing was done outside. */
public final class CancelOperation {
  private final OperationAccess access;
  private final ClusterOrders orders;
  private final ClusterSlots slots;

  public CancelOperation(OperationAccess access, ClusterOrders orders, ClusterSlots slots) {
    this.access = access;
    this.orders = orders;
    this.slots = slots;
  }

  /**
   * Takes it back.
   *
   * @return the operation, CANCELLED
   */
  public Outcome<Operation> handle(Actor actor, OperationId id) {
    return access
        .find(actor, Permission.CHANGE_CLUSTER, id)
        .flatMap(unwanted -> cancel(actor, unwanted));
  }

  private Outcome<Operation> cancel(Actor actor, Operation unwanted) {
    if (!unwanted.isRunning()) {
      return SecondThought.tooLate();
    }
    return orders
        .change(
            actor,
            OperationAccess.clusterOf(unwanted),
            (cluster, turn) -> SecondThought.cancel(cluster, unwanted.id(), actor, turn))
        .map(saved -> cancelled(saved, unwanted));
  }

  private Operation cancelled(Cluster saved, Operation unwanted) {
    if (saved.isDeleted()) {
      // The next pass frees it too, should this process end here.
      slots.free(saved.projectId(), saved.id());
    }
    return OperationAccess.held(saved)
        .filter(ended -> ended.id().equals(unwanted.id()))
        .findFirst()
        .orElseThrow();
  }
}
