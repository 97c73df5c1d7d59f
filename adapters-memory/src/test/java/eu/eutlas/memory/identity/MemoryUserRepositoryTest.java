package eu.eutlas.memory.identity;

import eu.eutlas.application.identity.UserRepository;
import eu.eutlas.testkit.identity.UserRepositoryContract;

final class MemoryUserRepositoryTest extends UserRepositoryContract {
  @Override
  protected UserRepository repository() {
    return new MemoryUserRepository();
  }
}
