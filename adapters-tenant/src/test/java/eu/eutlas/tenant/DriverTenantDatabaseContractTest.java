package eu.eutlas.tenant;

import eu.eutlas.application.cluster.TenantDatabase;
import eu.eutlas.domain.cluster.Endpoint;
import eu.eutlas.testkit.cluster.TenantDatabaseContract;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;

final class DriverTenantDatabaseContractTest extends TenantDatabaseContract {
  @TempDir Path folder;
  private final DriverTenantDatabase database = new DriverTenantDatabase();
  private final List<CustomerServer> servers = new ArrayList<>();

  @Override
  protected TenantDatabase database() {
    return database;
  }

  @Override
  protected Server server() {
    var server = new CustomerServer(folder);
    servers.add(server);
    return new Server(server.endpoint(), CustomerServer.ADMIN);
  }

  /** A port that no program has, because only the system's own may. */
  @Override
  protected Endpoint nowhere() {
    return new Endpoint("127.0.0.1", 1);
  }

  @AfterEach
  void close() {
    database.close();
    servers.forEach(CustomerServer::close);
  }
}
