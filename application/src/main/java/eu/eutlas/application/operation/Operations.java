package eu.eutlas.application.operation;

import eu.eutlas.application.Authorizer;
import eu.eutlas.application.Ports;
import eu.eutlas.application.internal.DriveOperation;
import eu.eutlas.application.internal.EventTail;
import eu.eutlas.application.internal.Reconciler;

/** What can be done about operations: people read them, jobs drive them. */
public record Operations(ReadOperation read, ListOperations list, DriveOperation drive) {

  public static Operations of(
      Ports ports, Authorizer authorizer, EventTail tail, Reconciler reconciler) {
    var clusters = ports.stores().clusters();
    var operations = ports.stores().operations();
    return new Operations(
        new ReadOperation(authorizer, clusters, operations, tail, ports.clock()),
        new ListOperations(authorizer, clusters, operations),
        new DriveOperation(reconciler, clusters, operations, ports.clock()));
  }
}
