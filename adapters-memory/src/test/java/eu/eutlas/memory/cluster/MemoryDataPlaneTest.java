package eu.eutlas.memory.cluster;

import eu.eutlas.application.cluster.DataPlane;
import eu.eutlas.testkit.cluster.Clusters;
import eu.eutlas.testkit.cluster.DataPlaneContract;

final class MemoryDataPlaneTest extends DataPlaneContract {
  @Override
  protected DataPlane dataPlane() {
    return new MemoryDataPlane(Clusters.REGION, new MemoryTenantDatabase());
  }
}
