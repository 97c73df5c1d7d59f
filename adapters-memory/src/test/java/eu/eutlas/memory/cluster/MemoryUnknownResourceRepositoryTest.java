package eu.eutlas.memory.cluster;

import eu.eutlas.application.cluster.UnknownResourceRepository;
import eu.eutlas.testkit.cluster.UnknownResourceRepositoryContract;

final class MemoryUnknownResourceRepositoryTest extends UnknownResourceRepositoryContract {
  @Override
  protected UnknownResourceRepository unknown() {
    return new MemoryUnknownResourceRepository();
  }
}
