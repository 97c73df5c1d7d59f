package eu.eutlas.application.operation;

import eu.eutlas.application.Page;
import eu.eutlas.application.PageRequest;
import eu.eutlas.application.PortFailure;
import eu.eutlas.application.Scope;
import eu.eutlas.domain.cluster.ClusterId;
import eu.eutlas.domain.operation.Operation;
import eu.eutlas.domain.operation.OperationId;
import java.util.Optional;

/**
 * The operations that have ended. Those under way stand in their clusters' documents. Any call may
 * throw {@link PortFailure.Unavailable}; a write also {@link PortFailure.OutcomeUnknown}.
 */
public interface OperationRepository {

  /** Keeps an ended operation. Repeatable: one that is there already stays as it is. */
  void add(Operation operation);

  Optional<Operation> find(Scope scope, OperationId id);

  /** The ended operations of a cluster, newest first. */
  Page<Operation> list(Scope scope, ClusterId cluster, PageRequest request);
}
