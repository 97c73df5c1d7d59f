package eu.eutlas.k8s.whole;

import eu.eutlas.application.cluster.TenantDatabase;
import eu.eutlas.domain.cluster.ClusterId;
import eu.eutlas.domain.cluster.Endpoint;
import eu.eutlas.domain.cluster.LoginTrial;
import eu.eutlas.domain.cluster.UserSeen;
import eu.eutlas.embeddedmongo.AdminCredentials;
import eu.eutlas.embeddedmongo.EmbeddedMongo;
import eu.eutlas.tenant.DriverTenantDatabase;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A server that speaks MongoDB's protocol for each cluster that runs, and the driver's way to it:
 * the names of a Kubernetes cluster's services mean nothing outside of it, so whoever asks for one
 * is led to the server that stands in for it. Nothing but the address differs.
 */
final class PodServers implements TenantDatabase, ServedRegion.Servers, AutoCloseable {
  private static final String LOOPBACK = "127.0.0.1";

  private final Path folder;
  private final DriverTenantDatabase driver = new DriverTenantDatabase();
  private final Map<ClusterId, EmbeddedMongo> servers = new ConcurrentHashMap<>();
  private final Map<String, ClusterId> names = new ConcurrentHashMap<>();

  PodServers(Path folder) {
    this.folder = folder;
  }

  @Override
  public void serve(ClusterId id, Endpoint endpoint, Login administrator) {
    names.put(endpoint.host(), id);
    servers.computeIfAbsent(
        id,
        any ->
            EmbeddedMongo.start(
                folder.resolve(id.value()),
                new AdminCredentials(administrator.username(), administrator.password().reveal())));
  }

  @Override
  public void rest(ClusterId id) {
    var server = servers.remove(id);
    if (server != null) {
      server.close();
    }
  }

  boolean serves(ClusterId id) {
    return servers.containsKey(id);
  }

  /** Where that name leads. */
  Endpoint reached(Endpoint endpoint) {
    var id = names.get(endpoint.host());
    var server = id == null ? null : servers.get(id);
    return new Endpoint(LOOPBACK, server == null ? 1 : server.port());
  }

  @Override
  public LoginTrial tryLogin(Endpoint endpoint, Login login) {
    return driver.tryLogin(reached(endpoint), login);
  }

  @Override
  public LoginTrial authenticate(Endpoint endpoint, Login login) {
    return driver.authenticate(reached(endpoint), login);
  }

  @Override
  public List<UserSeen> users(Endpoint endpoint, Login admin) {
    return driver.users(reached(endpoint), admin);
  }

  @Override
  public void ensureUsers(Endpoint endpoint, Login admin, List<User> wanted, Set<String> unwanted) {
    driver.ensureUsers(reached(endpoint), admin, wanted, unwanted);
  }

  @Override
  public void close() {
    servers.values().forEach(EmbeddedMongo::close);
    driver.close();
  }
}
