package eu.eutlas.memory.cluster;

import eu.eutlas.application.cluster.MaintenanceRepository;
import eu.eutlas.testkit.cluster.MaintenanceRepositoryContract;

final class MemoryMaintenanceRepositoryTest extends MaintenanceRepositoryContract {
  @Override
  protected MaintenanceRepository regions() {
    return new MemoryMaintenanceRepository();
  }
}
