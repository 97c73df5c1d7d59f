package eu.eutlas.application.operation;

import eu.eutlas.application.Authorizer;
import eu.eutlas.application.Ports;
import eu.eutlas.application.cluster.ClusterOrders;
import eu.eutlas.application.internal.ClusterSlots;
import eu.eutlas.application.internal.DriveOperation;
import eu.eutlas.application.internal.EventTail;
import eu.eutlas.application.internal.Reconciler;

/** What can be done about operations: people read them, jobs drive them. */
public record Operations(
    ReadOperation read,
    ListOperations list,
    RetryOperation retry,
    CancelOperation cancel,
    DriveOperation drive) {

  public static Operations of(
      Ports ports,
      Authorizer authorizer,
      ClusterOrders orders,
      EventTail tail,
      Reconciler reconciler) {
    var clusters = ports.stores().clusters();
    var operations = ports.stores().operations();
    var access = new OperationAccess(authorizer, clusters, operations);
    return new Operations(
        new ReadOperation(access, tail, ports.clock()),
        new ListOperations(authorizer, clusters, operations),
        new RetryOperation(access, orders),
        new CancelOperation(access, orders, new ClusterSlots(ports.stores().projects())),
        new DriveOperation(reconciler, clusters, operations, ports.clock()));
  }
}
