package eu.eutlas.simulation;

import eu.eutlas.application.cluster.TenantDatabase.Login;
import eu.eutlas.domain.Secret;
import eu.eutlas.domain.cluster.Cluster;
import eu.eutlas.domain.cluster.ClusterObservation;
import eu.eutlas.domain.cluster.DatabaseLogin;
import eu.eutlas.domain.cluster.Endpoint;
import eu.eutlas.domain.cluster.LoginTrial;
import eu.eutlas.domain.cluster.UserSeen;
import eu.eutlas.memory.cluster.MemoryTenantDatabase;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;

/**
 * Tries from outside who is let into a cluster's database, as everybody can who has a name and a
 * password, and whether stopped servers are stopped.
 */
final class Door {
  /** What a user who only reads and writes is seen with: the customer's own login. */
  private static final Set<String> CUSTOMER =
      Set.of("readWriteAnyDatabase@admin", "dbAdminAnyDatabase@admin");

  private final World world;
  private final MemoryTenantDatabase databases;
  private final BiFunction<Cluster, DatabaseLogin, Secret> opened;
  private final Map<String, Set<String>> once = new HashMap<>();

  /**
   * A door of each cluster.
   *
   * @param opened the password of a login
   */
  Door(
      World world,
      MemoryTenantDatabase databases,
      BiFunction<Cluster, DatabaseLogin, Secret> opened) {
    this.world = world;
    this.databases = databases;
    this.opened = opened;
  }

  /**
   * Something that is not as it is wanted.
   *
   * @param isClosed nobody can be tried: that is no lie while something is wrong with the servers
   */
  record Complaint(Invariant invariant, String words, boolean isClosed) {
    private static Optional<Complaint> about(Invariant invariant, String words) {
      return Optional.of(new Complaint(invariant, words, false));
    }

    private static Optional<Complaint> closed(String words) {
      return Optional.of(new Complaint(Invariant.RESOURCES_HAVE_A_CLUSTER, words, true));
    }
  }

  /** These users are wanted of a cluster, or were once. */
  void wanted(Cluster cluster) {
    var names = once.computeIfAbsent(cluster.id().value(), any -> new HashSet<>());
    cluster.spec().users().ordered().forEach(user -> names.add(user.username()));
  }

  /** Whether the servers of a cluster are stopped, and have its data. */
  Optional<Complaint> whereItIsPaused(Cluster cluster) {
    var there = world.territory(cluster).truth(cluster.id());
    if (there instanceof ClusterObservation.Absent) {
      return Complaint.closed("Its servers are gone.");
    }
    return there instanceof ClusterObservation.Stopped(var generation)
            && generation == cluster.spec().generation()
        ? kept(cluster)
        : Complaint.about(Invariant.PAUSED_IS_STOPPED, "A paused cluster has servers that run.");
  }

  /** Whether exactly those are let in who are wanted, with the roles that are wanted. */
  Optional<Complaint> whereItServes(Cluster cluster) {
    var there = world.territory(cluster).truth(cluster.id());
    if (!(there instanceof ClusterObservation.Running running)
        || running.generation() != cluster.spec().generation()) {
      return Complaint.closed("Its servers are not those that are wanted.");
    }
    return kept(cluster)
        .or(() -> customer(cluster, running.endpoint()))
        .or(() -> former(cluster, running.endpoint()))
        .or(() -> ordered(cluster, running.endpoint()))
        .or(() -> strangers(cluster, running.endpoint()));
  }

  private Optional<Complaint> kept(Cluster cluster) {
    return world.territory(cluster).keepsData(cluster.id())
        ? Optional.empty()
        : Complaint.about(Invariant.PAUSED_IS_STOPPED, "The data of a cluster is lost.");
  }

  private Optional<Complaint> customer(Cluster cluster, Endpoint endpoint) {
    return mustEnter(
        cluster,
        endpoint,
        cluster.spec().users().customer(),
        CUSTOMER,
        Invariant.USERS_ARE_AS_ASKED_FOR);
  }

  /** Both logins of a rotation, and the former one no longer. */
  private Optional<Complaint> former(Cluster cluster, Endpoint endpoint) {
    var outgoing = cluster.spec().users().outgoing();
    if (outgoing.isEmpty()) {
      return Optional.empty();
    }
    var former = outgoing.get();
    var now = world.clockwork().millis();
    var end = former.until().map(until -> until.toEpochMilli()).orElse(Long.MAX_VALUE);
    if (now < end - Rotations.OFF.toMillis()) {
      return mustEnter(
          cluster, endpoint, former.login(), CUSTOMER, Invariant.ROTATIONS_OVERLAP_AND_END);
    }
    return now > end && enters(cluster, endpoint, former.login()) instanceof LoginTrial.Proved
        ? Complaint.about(
            Invariant.ROTATIONS_OVERLAP_AND_END, "A former login works after its end.")
        : Optional.empty();
  }

  private Optional<Complaint> ordered(Cluster cluster, Endpoint endpoint) {
    for (var user : cluster.spec().users().ordered()) {
      var roles = new HashSet<String>();
      user.roles().forEach(role -> roles.add(role.toString()));
      var complaint =
          mustEnter(cluster, endpoint, user.login(), roles, Invariant.USERS_ARE_AS_ASKED_FOR);
      if (complaint.isPresent()) {
        return complaint;
      }
    }
    return Optional.empty();
  }

  private Optional<Complaint> mustEnter(
      Cluster cluster,
      Endpoint endpoint,
      DatabaseLogin login,
      Set<String> roles,
      Invariant invariant) {
    return switch (enters(cluster, endpoint, login)) {
      case LoginTrial.NotYet(var detail) -> Complaint.closed(detail);
      case LoginTrial.Refused() ->
          Complaint.about(invariant, "The login %s is refused.".formatted(login.username()));
      case LoginTrial.Proved() ->
          databases.seen(endpoint).contains(new UserSeen(login.username(), roles))
              ? Optional.empty()
              : Complaint.about(
                  invariant, "The user %s has other roles.".formatted(login.username()));
    };
  }

  private LoginTrial enters(Cluster cluster, Endpoint endpoint, DatabaseLogin login) {
    return databases.authenticate(
        endpoint, new Login(login.username(), opened.apply(cluster, login)));
  }

  /** Nobody else is there: neither whom somebody deleted, nor whom nobody ever asked for. */
  private Optional<Complaint> strangers(Cluster cluster, Endpoint endpoint) {
    var users = cluster.spec().users();
    for (var seen : databases.seen(endpoint)) {
      var name = seen.username();
      var known =
          name.equals(cluster.spec().admin().username())
              || name.equals(Territory.KEEPER)
              || name.equals(users.customer().username())
              || users.outgoing().filter(out -> out.login().username().equals(name)).isPresent()
              || users.ordered().stream().anyMatch(user -> user.username().equals(name));
      if (!known) {
        return once.getOrDefault(cluster.id().value(), Set.of()).contains(name)
            ? Complaint.about(
                Invariant.USERS_ARE_AS_ASKED_FOR, "The user " + name + " was deleted and is there.")
            : Complaint.about(
                Invariant.NO_USER_IS_A_STRANGER, "Nobody asked for the user " + name + ".");
      }
    }
    return Optional.empty();
  }
}
