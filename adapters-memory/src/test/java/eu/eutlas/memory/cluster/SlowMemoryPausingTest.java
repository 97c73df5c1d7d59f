package eu.eutlas.memory.cluster;

import eu.eutlas.application.cluster.DataPlane;
import eu.eutlas.application.cluster.TenantDatabase.Login;
import eu.eutlas.domain.Secret;
import eu.eutlas.domain.cluster.Endpoint;
import eu.eutlas.domain.cluster.LoginTrial;
import eu.eutlas.testkit.cluster.Clusters;
import eu.eutlas.testkit.cluster.PausingDataPlaneContract;

final class SlowMemoryPausingTest extends PausingDataPlaneContract {
  private final MemoryTenantDatabase databases = new MemoryTenantDatabase();

  @Override
  protected DataPlane dataPlane() {
    var plane = new MemoryDataPlane(Clusters.REGION, databases);
    plane.takes(3);
    return plane;
  }

  @Override
  protected boolean answers(Endpoint endpoint) {
    var stranger = new Login("stranger", new Secret("unknown"));
    return databases.tryLogin(endpoint, stranger) instanceof LoginTrial.Refused;
  }
}
