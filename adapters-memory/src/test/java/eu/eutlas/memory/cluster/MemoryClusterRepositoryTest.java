package eu.eutlas.memory.cluster;

import eu.eutlas.application.cluster.ClusterRepository;
import eu.eutlas.testkit.cluster.ClusterRepositoryContract;

final class MemoryClusterRepositoryTest extends ClusterRepositoryContract {
  @Override
  protected ClusterRepository repository() {
    return new MemoryClusterRepository();
  }
}
