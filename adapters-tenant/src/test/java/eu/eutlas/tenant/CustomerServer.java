package eu.eutlas.tenant;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import eu.eutlas.application.cluster.TenantDatabase.Login;
import eu.eutlas.domain.Secret;
import eu.eutlas.domain.cluster.Endpoint;
import eu.eutlas.embeddedmongo.AdminCredentials;
import eu.eutlas.embeddedmongo.EmbeddedMongo;
import java.nio.file.Path;

/** A customer's server in this process, seen as the tests need it. */
public final class CustomerServer implements AutoCloseable {
  public static final Login ADMIN =
      new Login("eutlas-admin", new Secret("AdminPassword1234567890"));
  public static final Login CUSTOMER = new Login("app", new Secret("CustomerPassword12345678"));

  private final EmbeddedMongo server;

  public CustomerServer(Path folder) {
    server =
        EmbeddedMongo.start(
            folder, new AdminCredentials(ADMIN.username(), ADMIN.password().reveal()));
  }

  public Endpoint endpoint() {
    return new Endpoint("127.0.0.1", server.port());
  }

  public MongoClient as(Login login) {
    return MongoClients.create(
        endpoint().connectionString(login.username(), login.password()).reveal());
  }

  @Override
  public void close() {
    server.close();
  }
}
