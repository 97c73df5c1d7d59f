package eu.eutlas.memory.cluster;

import eu.eutlas.application.PortFailure;
import eu.eutlas.application.cluster.TenantDatabase;
import eu.eutlas.domain.backup.Namespace;
import eu.eutlas.domain.cluster.Endpoint;
import eu.eutlas.domain.cluster.LoginTrial;
import eu.eutlas.domain.cluster.RoleGrant;
import eu.eutlas.domain.cluster.UserSeen;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Customers' databases: of each endpoint its users, and collections whose documents are texts. A
 * {@link MemoryDataPlane} opens and closes endpoints; a test may do it by itself.
 */
public final class MemoryTenantDatabase implements TenantDatabase {
  private static final String WRITES_EVERYWHERE = "readWriteAnyDatabase@admin";
  private static final Comparator<Namespace> BY_NAME = Comparator.comparing(Namespace::toString);
  private static final String ROOT = "root@admin";

  private final Map<Endpoint, Map<String, MemoryUser>> users = new HashMap<>();
  private final Map<Endpoint, Login> admins = new HashMap<>();
  private final Set<Endpoint> unreachable = new HashSet<>();
  private final Map<Endpoint, Map<Namespace, List<String>>> collections = new HashMap<>();

  /** A user of a server, with its roles as {@link UserSeen} writes them. */
  private record MemoryUser(Login login, Set<String> roles) {}

  @Override
  public synchronized LoginTrial tryLogin(Endpoint endpoint, Login login) {
    var trial = authenticate(endpoint, login);
    return trial instanceof LoginTrial.Proved && !mayWrite(endpoint, login)
        ? new LoginTrial.Refused()
        : trial;
  }

  @Override
  public synchronized LoginTrial authenticate(Endpoint endpoint, Login login) {
    if (!isServed(endpoint)) {
      return new LoginTrial.NotYet("Its servers do not answer yet.");
    }
    return find(endpoint, login.username()).map(MemoryUser::login).filter(login::equals).isPresent()
        ? new LoginTrial.Proved()
        : new LoginTrial.Refused();
  }

  @Override
  public synchronized List<UserSeen> users(Endpoint endpoint, Login admin) {
    requireAdmin(endpoint, admin);
    return seen(endpoint);
  }

  /** All users at an endpoint, as somebody sees them who needs no login. */
  public synchronized List<UserSeen> seen(Endpoint endpoint) {
    return there(endpoint).values().stream()
        .map(user -> new UserSeen(user.login().username(), user.roles()))
        .toList();
  }

  @Override
  public synchronized void ensureUsers(
      Endpoint endpoint, Login admin, List<User> wanted, Set<String> unwanted) {
    requireAdmin(endpoint, admin);
    wanted.forEach(user -> put(endpoint, user.login(), texts(user.roles())));
    unwanted.forEach(there(endpoint)::remove);
  }

  /** Serves at an endpoint from now on, with its administrator. What was there before stays. */
  public synchronized void open(Endpoint endpoint, Login admin) {
    admins.put(endpoint, admin);
    users.computeIfAbsent(endpoint, any -> new TreeMap<>());
    put(endpoint, admin, Set.of(ROOT));
  }

  /** Serves no longer at an endpoint, and forgets what was there. */
  public synchronized void close(Endpoint endpoint) {
    admins.remove(endpoint);
    users.remove(endpoint);
    collections.remove(endpoint);
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
    there(endpoint).remove(username);
  }

  /** Makes a user, or changes the one of this name, as if somebody had done it by hand. */
  public synchronized void put(Endpoint endpoint, User user) {
    put(endpoint, user.login(), texts(user.roles()));
  }

  /** Makes a collection, or puts these documents in the place of those it has. */
  public synchronized void fill(Endpoint endpoint, Namespace namespace, List<String> documents) {
    collections
        .computeIfAbsent(endpoint, any -> new TreeMap<>(BY_NAME))
        .put(namespace, List.copyOf(documents));
  }

  /** What an endpoint's collections hold, in the order of their names. */
  public synchronized Map<Namespace, List<String>> collections(Endpoint endpoint) {
    var found = new TreeMap<Namespace, List<String>>(BY_NAME);
    found.putAll(collections.getOrDefault(endpoint, Map.of()));
    return found;
  }

  /** The names of the users at an endpoint. */
  public synchronized Set<String> usernames(Endpoint endpoint) {
    return Set.copyOf(there(endpoint).keySet());
  }

  /** Another text when anything about the users of an endpoint is. */
  synchronized String fingerprint(Endpoint endpoint) {
    return Integer.toHexString(there(endpoint).hashCode());
  }

  private void put(Endpoint endpoint, Login login, Set<String> roles) {
    there(endpoint).put(login.username(), new MemoryUser(login, roles));
  }

  private static Set<String> texts(Set<RoleGrant> roles) {
    var texts = new HashSet<String>();
    roles.forEach(role -> texts.add(role.toString()));
    return texts;
  }

  /**
   * Lets nobody through but an endpoint's administrator.
   *
   * @throws PortFailure.Unavailable when it does not answer, or the login is not the one
   */
  public synchronized void requireAdmin(Endpoint endpoint, Login admin) {
    if (!isServed(endpoint)) {
      throw new PortFailure.Unavailable(
          "DATABASE_UNREACHABLE", "The cluster's servers do not answer.", null);
    }
    if (!admin.equals(admins.get(endpoint))) {
      throw new PortFailure.Unavailable(
          "ADMIN_REFUSED", "The cluster's servers refuse EUTLAS's own user.", null);
    }
  }

  private boolean isServed(Endpoint endpoint) {
    return users.containsKey(endpoint) && !unreachable.contains(endpoint);
  }

  private boolean mayWrite(Endpoint endpoint, Login login) {
    return find(endpoint, login.username())
        .filter(user -> user.roles().stream().anyMatch(Set.of(WRITES_EVERYWHERE, ROOT)::contains))
        .isPresent();
  }

  private Optional<MemoryUser> find(Endpoint endpoint, String username) {
    return Optional.ofNullable(there(endpoint).get(username));
  }

  private Map<String, MemoryUser> there(Endpoint endpoint) {
    return users.getOrDefault(endpoint, new TreeMap<>());
  }
}
