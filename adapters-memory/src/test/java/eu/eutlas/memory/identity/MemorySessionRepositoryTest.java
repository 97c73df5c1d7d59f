package eu.eutlas.memory.identity;

import eu.eutlas.application.identity.SessionRepository;
import eu.eutlas.testkit.identity.SessionRepositoryContract;

final class MemorySessionRepositoryTest extends SessionRepositoryContract {
  @Override
  protected SessionRepository repository() {
    return new MemorySessionRepository();
  }
}
