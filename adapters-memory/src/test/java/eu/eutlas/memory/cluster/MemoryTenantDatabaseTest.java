package eu.eutlas.memory.cluster;

import eu.eutlas.application.cluster.TenantDatabase;
import eu.eutlas.application.cluster.TenantDatabase.Login;
import eu.eutlas.domain.Secret;
import eu.eutlas.domain.cluster.Endpoint;
import eu.eutlas.testkit.cluster.Clusters;
import eu.eutlas.testkit.cluster.TenantDatabaseContract;

final class MemoryTenantDatabaseTest extends TenantDatabaseContract {
  private final MemoryTenantDatabase database = new MemoryTenantDatabase();

  @Override
  protected TenantDatabase database() {
    return database;
  }

  @Override
  protected Server server() {
    var admin = new Login("eutlas-admin", new Secret("admin-password"));
    database.open(Clusters.endpoint(1), admin);
    return new Server(Clusters.endpoint(1), admin);
  }

  @Override
  protected Endpoint nowhere() {
    return Clusters.endpoint(2);
  }
}
