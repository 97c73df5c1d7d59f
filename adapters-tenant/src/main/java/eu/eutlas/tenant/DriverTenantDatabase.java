package eu.eutlas.tenant;

import com.mongodb.MongoException;
import com.mongodb.client.MongoClient;
import eu.eutlas.application.PortFailure;
import eu.eutlas.application.cluster.TenantDatabase;
import eu.eutlas.domain.cluster.Endpoint;
import eu.eutlas.domain.cluster.LoginTrial;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Customers' databases through MongoDB's driver. Each call makes its own client and closes it:
 * nothing is kept of a database or of a password, and no thread stays behind. Safe for threads.
 */
public final class DriverTenantDatabase implements TenantDatabase, AutoCloseable {
  private final AtomicBoolean closed = new AtomicBoolean();

  @Override
  public LoginTrial tryLogin(Endpoint endpoint, Login login) {
    if (closed.get()) {
      return new LoginTrial.NotYet("This node is stopping.");
    }
    try (var client = ShortLivedClient.open(endpoint, login)) {
      return new LoginProof(client, Deadline.start()).attempt();
    } catch (MongoException e) {
      return FailedTrial.of(e);
    }
  }

  @Override
  public void ensureLogin(Endpoint endpoint, Login admin, Login customer) {
    if (closed.get()) {
      throw new PortFailure.Unavailable("STOPPING", "This node is stopping.", null);
    }
    try (var client = ShortLivedClient.open(endpoint, admin)) {
      ensure(client, customer);
    }
  }

  private static void ensure(MongoClient client, Login customer) {
    var users = new UserAdministration(client, Deadline.start());
    try {
      users.reach();
    } catch (MongoException e) {
      throw FailedChange.beforeIt(e);
    }
    try {
      users.ensure(customer);
    } catch (MongoException e) {
      throw FailedChange.duringIt(e);
    }
  }

  /** From now on calls answer that this node is stopping; those under way end by themselves. */
  @Override
  public void close() {
    closed.set(true);
  }
}
