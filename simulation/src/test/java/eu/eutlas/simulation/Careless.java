package eu.eutlas.simulation;

import eu.eutlas.application.cluster.ClusterRepository;
import eu.eutlas.application.cluster.DataPlane;
import eu.eutlas.application.cluster.TenantDatabase;
import eu.eutlas.domain.cluster.Cluster;
import eu.eutlas.domain.cluster.ClusterObservation;
import eu.eutlas.domain.cluster.ClusterSpec;
import eu.eutlas.domain.cluster.ClusterUsers;
import eu.eutlas.domain.cluster.Endpoint;
import eu.eutlas.domain.cluster.LoginTrial;
import eu.eutlas.domain.cluster.OutgoingLogin;
import eu.eutlas.domain.cluster.UserSeen;
import eu.eutlas.memory.cluster.MemoryTenantDatabase;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Planted bugs in how clusters are paused, and in how their users are looked after. */
final class Careless {
  private static final int UNWANTED = 3;

  private Careless() {}

  /** Servers are shown as stopped that run. */
  static Alteration planesThatOnlySayThatTheyStop() {
    var stopped = new HashMap<Object, ClusterObservation>();
    return Broken.all(
        Broken.at(
            DataPlane.class,
            "stop",
            (real, given) -> {
              stopped.put(given[0], new ClusterObservation.Stopped((long) given[1]));
              return null;
            }),
        Broken.at(
            DataPlane.class,
            "observe",
            (real, given) -> {
              var seen = Objects.requireNonNull(real.call(given));
              return stopped.getOrDefault(given[0], (ClusterObservation) seen);
            }));
  }

  /** Servers that are stopped forget their data. */
  static Alteration planesThatForgetWhatTheyStop() {
    var endpoints = new HashMap<Object, Endpoint>();
    var databases = new AtomicReference<Object>();
    return new Alteration() {
      @Override
      public <P> P of(Class<P> port, P real) {
        if (real instanceof MemoryTenantDatabase) {
          databases.set(real);
        }
        return forgetful.of(port, real);
      }

      private final Alteration forgetful =
          Broken.all(
              Broken.at(
                  DataPlane.class,
                  "observe",
                  (plane, given) -> {
                    var seen = plane.call(given);
                    if (seen instanceof ClusterObservation.Running running) {
                      endpoints.put(given[0], running.endpoint());
                    }
                    return seen;
                  }),
              Broken.at(
                  DataPlane.class,
                  "stop",
                  (plane, given) -> {
                    Optional.ofNullable(endpoints.get(given[0]))
                        .ifPresent(((MemoryTenantDatabase) databases.get())::close);
                    return plane.call(given);
                  }));
    };
  }

  /** Whoever tries to log in is said to be let in. */
  static Broken databasesThatTryNobody() {
    return Broken.at(
        TenantDatabase.class, "authenticate", (real, given) -> new LoginTrial.Proved());
  }

  /** Whoever is to go stays, and is not shown any more. */
  static Alteration databasesThatHideWhomTheyKeep() {
    var hidden = new HashMap<Object, Set<?>>();
    return Broken.all(
        Broken.at(
            TenantDatabase.class,
            "ensureUsers",
            (real, given) -> {
              hidden.put(given[0], (Set<?>) given[UNWANTED]);
              return real.call(given[0], given[1], given[2], Set.of());
            }),
        Broken.at(
            TenantDatabase.class,
            "users",
            (real, given) -> {
              var unseen = hidden.getOrDefault(given[0], Set.of());
              return shown(real.call(given))
                  .filter(user -> !unseen.contains(user.username()))
                  .toList();
            }));
  }

  /** A former login stays where it is, whatever is asked for. */
  static Broken databasesThatDropNobody() {
    return Broken.at(
        TenantDatabase.class,
        "ensureUsers",
        (real, given) -> real.call(given[0], given[1], given[2], Set.of()));
  }

  /** Users whom somebody made by hand are not shown. */
  static Broken databasesThatShowNoStranger() {
    return Broken.at(
        TenantDatabase.class,
        "users",
        (real, given) -> shown(real.call(given)).filter(user -> !user.roles().isEmpty()).toList());
  }

  private static Stream<UserSeen> shown(@Nullable Object users) {
    return ((List<?>) Objects.requireNonNull(users)).stream().map(UserSeen.class::cast);
  }

  /** For how long two logins work is not read from the store. */
  static Broken clustersWithoutOverlap() {
    return Broken.at(
        ClusterRepository.class,
        "find",
        (real, given) ->
            ((Optional<?>) Objects.requireNonNull(real.call(given)))
                .map(found -> withoutOverlap((Cluster) found)));
  }

  private static Cluster withoutOverlap(Cluster cluster) {
    var spec = cluster.spec();
    var users = spec.users();
    return Forgetful.at(
        cluster,
        new ClusterSpec(
            spec.generation(),
            spec.plan(),
            spec.resources(),
            spec.region(),
            spec.mongoVersion(),
            spec.admin(),
            new ClusterUsers(
                users.version(),
                users.customer(),
                users
                    .outgoing()
                    .map(
                        former -> new OutgoingLogin(former.login(), Duration.ZERO, former.until())),
                users.ordered(),
                users.creations()),
            spec.access()),
        cluster.status(),
        cluster.version());
  }
}
