package eu.eutlas.jobs;

import static eu.eutlas.testkit.operation.Operations.anOperation;

import eu.eutlas.application.operation.Jobs.OperationTicket;
import eu.eutlas.domain.operation.Operation;
import eu.eutlas.domain.operation.OperationId;
import eu.eutlas.domain.operation.OperationStep;
import eu.eutlas.testkit.PinnedClock;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/** Operations that have ended at the so many-th look at them. */
final class Looks implements Function<OperationTicket, Optional<Operation>> {
  private final int needed;
  private final Map<OperationId, Integer> looks = new ConcurrentHashMap<>();

  Looks(int needed) {
    this.needed = needed;
  }

  @Override
  public Optional<Operation> apply(OperationTicket ticket) {
    var made = looks.merge(ticket.operationId(), 1, Integer::sum);
    var operation = anOperation().id(ticket.operationId()).at(OperationStep.STARTING);
    return Optional.of(
        made < needed ? operation.build() : operation.succeededAt(PinnedClock.START).build());
  }
}
