package eu.eutlas.application.internal;

import eu.eutlas.application.PortFailure;
import eu.eutlas.application.Sealer;
import eu.eutlas.application.cluster.TenantDatabase;
import eu.eutlas.application.cluster.TenantDatabase.Login;
import eu.eutlas.application.cluster.TenantDatabase.User;
import eu.eutlas.domain.cluster.Action;
import eu.eutlas.domain.cluster.Cluster;
import eu.eutlas.domain.cluster.ClusterId;
import eu.eutlas.domain.cluster.ClusterRestore;
import eu.eutlas.domain.cluster.ClusterUsers;
import eu.eutlas.domain.cluster.DatabaseLogin;
import eu.eutlas.domain.cluster.Endpoint;
import eu.eutlas.domain.cluster.LoginTrial;
import eu.eutlas.domain.cluster.UsersTrial;
import eu.eutlas.domain.operation.OperationType;
import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** Tries the users of clusters, and brings them to what is wanted. */
final class UserTrials {
  private final TenantDatabase database;
  private final Sealer sealer;

  UserTrials(TenantDatabase database, Sealer sealer) {
    this.database = database;
    this.sealer = sealer;
  }

  /**
   * Tries as little as proves all: the customer's login writes and reads, the login that has ended
   * is refused, and the list of users is the one that is wanted. Of the others whoever was changed
   * last logs in where an operation changes something, and everybody where nobody asked for it.
   *
   * @throws PortFailure.Unavailable when the list cannot be seen now
   */
  UsersTrial of(Cluster cluster, Endpoint endpoint, Instant now) {
    return new Trial(cluster, endpoint, now).outcome();
  }

  void perform(Action.EnsureUsers action, Instant now) {
    var spec = action.spec();
    var id = action.cluster();
    var wanted =
        spec.users().wanted(now).stream()
            .filter(user -> action.difference().wrong().contains(user.username()))
            .map(user -> new User(open(id, user.login()), user.roles()))
            .toList();
    database.ensureUsers(
        action.endpoint(), open(id, spec.admin()), wanted, action.difference().superfluous());
  }

  Login open(ClusterId owner, DatabaseLogin login) {
    return new Login(
        login.username(), sealer.open(login.password(), owner.value(), login.username()));
  }

  /** One trial: what was found wrong so far, and whether somebody could not be tried. */
  private final class Trial {
    private final Cluster cluster;
    private final Endpoint endpoint;
    private final Instant now;
    private final Set<String> wrong = new HashSet<>();
    private final Set<String> superfluous = new HashSet<>();
    private Optional<LoginTrial.NotYet> notYet = Optional.empty();

    Trial(Cluster cluster, Endpoint endpoint, Instant now) {
      this.cluster = cluster;
      this.endpoint = endpoint;
      this.now = now;
    }

    UsersTrial outcome() {
      return ClusterRestore.isLocked(cluster) ? nobody() : everybody();
    }

    /** Nobody but EUTLAS itself is to get in. */
    private UsersTrial nobody() {
      var admin = cluster.spec().admin();
      var differs = ClusterUsers.compareToNobody(admin, database.users(endpoint, login(admin)));
      return differs.isNothing() ? new UsersTrial.Proved(Optional.empty()) : differs;
    }

    private UsersTrial everybody() {
      var users = cluster.spec().users();
      expectLetIn(users.customer(), database.tryLogin(endpoint, login(users.customer())));
      if (notYet.isEmpty()) {
        compare();
        var others = isChangeOfUsers() ? users.unproved() : users.others();
        others.forEach(user -> expectLetIn(user, authenticate(user)));
        users.ended(now).ifPresent(this::expectRefused);
      }
      var differs = new UsersTrial.Differs(wrong, superfluous);
      if (notYet.isPresent()) {
        return new UsersTrial.NotYet(notYet.get().detail());
      }
      return differs.isNothing()
          ? new UsersTrial.Proved(users.ended(now).map(DatabaseLogin::username))
          : differs;
    }

    /** After a restore all of them are made anew. */
    private boolean isChangeOfUsers() {
      return cluster
          .running()
          .filter(operation -> operation.type() != OperationType.RESTORE)
          .isPresent();
    }

    private void compare() {
      var admin = cluster.spec().admin();
      var there = database.users(endpoint, login(admin));
      var differs = cluster.spec().users().compare(admin, there, now);
      wrong.addAll(differs.wrong());
      superfluous.addAll(differs.superfluous());
    }

    private void expectLetIn(DatabaseLogin login, LoginTrial trial) {
      switch (trial) {
        case LoginTrial.Proved() -> {
          // As it should be.
        }
        case LoginTrial.Refused() -> wrong.add(login.username());
        case LoginTrial.NotYet late -> notYet = Optional.of(late);
      }
    }

    private void expectRefused(DatabaseLogin login) {
      switch (authenticate(login)) {
        case LoginTrial.Proved() -> superfluous.add(login.username());
        case LoginTrial.Refused() -> {
          // As it should be.
        }
        case LoginTrial.NotYet late -> notYet = Optional.of(late);
      }
    }

    private LoginTrial authenticate(DatabaseLogin login) {
      return database.authenticate(endpoint, login(login));
    }

    private Login login(DatabaseLogin login) {
      return open(cluster.id(), login);
    }
  }
}
