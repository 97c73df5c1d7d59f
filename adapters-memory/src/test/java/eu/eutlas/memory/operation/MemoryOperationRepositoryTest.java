package eu.eutlas.memory.operation;

import eu.eutlas.application.operation.OperationRepository;
import eu.eutlas.testkit.operation.OperationRepositoryContract;

final class MemoryOperationRepositoryTest extends OperationRepositoryContract {
  @Override
  protected OperationRepository repository() {
    return new MemoryOperationRepository();
  }
}
