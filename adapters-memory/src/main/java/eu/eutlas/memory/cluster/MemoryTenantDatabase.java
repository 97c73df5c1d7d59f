package eu.eutlas.memory.cluster;

import eu.eutlas.application.PortFailure;
import eu.eutlas.application.cluster.TenantDatabase;
import eu.eutlas.domain.Secret;
import eu.eutlas.domain.cluster.Endpoint;
import eu.eutlas.domain.cluster.LoginTrial;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Customers' databases, of which nothing is there but the logins of each endpoint. A {@link
 * MemoryDataPlane} opens and closes endpoints; a test may do it by itself.
 */
public final class MemoryTenantDatabase implements TenantDatabase {
  private final Map<Endpoint, Map<String, Secret>> logins = new HashMap<>();
  private final Map<Endpoint, Login> admins = new HashMap<>();
  private final Set<Endpoint> unreachable = new HashSet<>();

  @Override
  public synchronized LoginTrial tryLogin(Endpoint endpoint, Login login) {
    if (!isServed(endpoint)) {
      return new LoginTrial.NotYet("Its servers do not answer yet.");
    }
    return knows(endpoint, login) ? new LoginTrial.Proved() : new LoginTrial.Refused();
  }

  @Override
  public synchronized void ensureLogin(Endpoint endpoint, Login admin, Login customer) {
    if (!isServed(endpoint)) {
      throw new PortFailure.Unavailable(
          "DATABASE_UNREACHABLE", "The cluster's servers do not answer.", null);
    }
    if (!admin.equals(admins.get(endpoint))) {
      throw new PortFailure.Unavailable(
          "ADMIN_REFUSED", "The cluster's servers refuse EUTLAS's own user.", null);
    }
    logins.getOrDefault(endpoint, new HashMap<>()).put(customer.username(), customer.password());
  }

  /** Serves at an endpoint from now on, with its administrator. What was there before stays. */
  public synchronized void open(Endpoint endpoint, Login admin) {
    admins.put(endpoint, admin);
    logins
        .computeIfAbsent(endpoint, any -> new HashMap<>())
        .put(admin.username(), admin.password());
  }

  /** Serves no longer at an endpoint, and forgets what was there. */
  public synchronized void close(Endpoint endpoint) {
    admins.remove(endpoint);
    logins.remove(endpoint);
    unreachable.remove(endpoint);
  }

  /** Answers nobody at an endpoint, and forgets nothing; or answers again. */
  public synchronized void reachable(Endpoint endpoint, boolean answers) {
    if (answers) {
      unreachable.remove(endpoint);
    } else {
      unreachable.add(endpoint);
    }
  }

  /** Forgets a user, as if somebody had dropped it. */
  public synchronized void drop(Endpoint endpoint, String username) {
    logins.getOrDefault(endpoint, new HashMap<>()).remove(username);
  }

  /** The names of the users at an endpoint. */
  public synchronized Set<String> usernames(Endpoint endpoint) {
    return Set.copyOf(logins.getOrDefault(endpoint, Map.of()).keySet());
  }

  private boolean isServed(Endpoint endpoint) {
    return logins.containsKey(endpoint) && !unreachable.contains(endpoint);
  }

  private boolean knows(Endpoint endpoint, Login login) {
    return Optional.ofNullable(logins.getOrDefault(endpoint, Map.of()).get(login.username()))
        .filter(login.password()::equals)
        .isPresent();
  }
}
