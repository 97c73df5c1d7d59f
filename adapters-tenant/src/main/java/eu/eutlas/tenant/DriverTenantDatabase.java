package eu.eutlas.tenant;

import com.mongodb.MongoException;
import com.mongodb.client.MongoClient;
import eu.eutlas.application.cluster.TenantDatabase;
import eu.eutlas.domain.cluster.Endpoint;
import eu.eutlas.domain.cluster.LoginTrial;
import eu.eutlas.domain.cluster.UserSeen;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;

/**
 * Customers' databases through MongoDB's driver. Each call makes its own client and closes it:
 * nothing is kept of a database or of a password, and no thread stays behind. Safe for threads.
 */
public final class DriverTenantDatabase implements TenantDatabase, AutoCloseable {
  private final AtomicBoolean closed = new AtomicBoolean();

  @Override
  public LoginTrial tryLogin(Endpoint endpoint, Login login) {
    return attempt(endpoint, login, LoginProof::attempt);
  }

  @Override
  public LoginTrial authenticate(Endpoint endpoint, Login login) {
    return attempt(endpoint, login, LoginProof::logIn);
  }

  private LoginTrial attempt(
      Endpoint endpoint, Login login, Function<LoginProof, LoginTrial> attempt) {
    if (closed.get()) {
      return new LoginTrial.NotYet(Failures.STOPPING);
    }
    try (var client = ShortLivedClient.open(endpoint, login)) {
      return attempt.apply(new LoginProof(client, Deadline.start()));
    } catch (MongoException e) {
      return Failures.trial(e);
    }
  }

  @Override
  public List<UserSeen> users(Endpoint endpoint, Login admin) {
    requireOpen();
    try (var client = ShortLivedClient.open(endpoint, admin)) {
      return new UserAdministration(client, Deadline.start()).list();
    } catch (MongoException e) {
      throw Failures.beforeAChange(e);
    }
  }

  @Override
  public void ensureUsers(Endpoint endpoint, Login admin, List<User> wanted, Set<String> unwanted) {
    requireOpen();
    try (var client = ShortLivedClient.open(endpoint, admin)) {
      ensure(client, wanted, unwanted);
    }
  }

  private static void ensure(MongoClient client, List<User> wanted, Set<String> unwanted) {
    var users = new UserAdministration(client, Deadline.start());
    try {
      users.reach();
    } catch (MongoException e) {
      throw Failures.beforeAChange(e);
    }
    try {
      wanted.forEach(users::ensure);
      unwanted.forEach(users::drop);
    } catch (MongoException e) {
      throw Failures.duringAChange(e);
    }
  }

  private void requireOpen() {
    if (closed.get()) {
      throw Failures.stopping();
    }
  }

  /** From now on calls answer that this node is stopping; those under way end by themselves. */
  @Override
  public void close() {
    closed.set(true);
  }
}
