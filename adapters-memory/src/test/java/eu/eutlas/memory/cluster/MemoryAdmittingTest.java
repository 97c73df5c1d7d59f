package eu.eutlas.memory.cluster;

import eu.eutlas.application.cluster.DataPlane;
import eu.eutlas.testkit.cluster.AdmittingDataPlaneContract;
import eu.eutlas.testkit.cluster.Clusters;

final class MemoryAdmittingTest extends AdmittingDataPlaneContract {
  @Override
  protected DataPlane dataPlane() {
    return new MemoryDataPlane(Clusters.REGION, new MemoryTenantDatabase());
  }
}
