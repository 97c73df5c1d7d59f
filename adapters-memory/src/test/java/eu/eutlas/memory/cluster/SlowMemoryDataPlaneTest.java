package eu.eutlas.memory.cluster;

import eu.eutlas.application.cluster.DataPlane;
import eu.eutlas.testkit.cluster.Clusters;
import eu.eutlas.testkit.cluster.DataPlaneContract;

final class SlowMemoryDataPlaneTest extends DataPlaneContract {
  @Override
  protected DataPlane dataPlane() {
    var plane = new MemoryDataPlane(Clusters.REGION, new MemoryTenantDatabase());
    plane.takes(3);
    return plane;
  }
}
