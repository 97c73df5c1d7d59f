package eu.eutlas.domain.cluster;

import eu.eutlas.domain.Outcome;
import eu.eutlas.domain.Refusal;
import eu.eutlas.domain.RefusalCode;
import eu.eutlas.domain.SealedSecret;
import eu.eutlas.domain.event.EventType;
import eu.eutlas.domain.operation.Operation;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What people ask of the users of a cluster's database. The servers run on meanwhile. */
public final class UserChange {
  private UserChange() {}

  /**
   * Another login for the customer, under the other one of its two names. The present one works on
   * for the overlap, counted from when the new one is proved.
   */
  public static Outcome<Cluster> rotate(
      Cluster cluster, SealedSecret password, Duration overlap, Operation rotate, Turn turn) {
    return ClusterCommand.ROTATE_CREDENTIALS
        .admit(cluster)
        .flatMap(admitted -> unlessOverlapping(admitted))
        .map(admitted -> {
          var users = admitted.spec().users();
          var next = new DatabaseLogin(users.nextCustomerName(), password, users.nextVersion());
          return ClusterChange.update(
              admitted,
              admitted.spec().with(users.rotated(next, overlap)),
              rotate,
              EventType.CLUSTER_ROTATION_REQUESTED,
              "Cluster %s is to have another login.".formatted(cluster.name()),
              turn);
        });
  }

  private static Outcome<Cluster> unlessOverlapping(Cluster cluster) {
    return cluster
        .spec()
        .users()
        .outgoing()
        .map(former ->
            UserChange.<Cluster>refused(
                RefusalCode.ROTATION_NOT_OVER,
                "The former login %s works until %s. Rotate again after that."
                    .formatted(
                        former.login().username(),
                        former.until().map(Instant::toString).orElse("the new one is proved"))))
        .orElseGet(() -> Outcome.done(cluster));
  }

  /**
   * The user that is wanted.
   *
   * @param creation what orders it, where the same request may come again
   * @param since creations of before this moment are forgotten
   */
  public record NewUser(
      Username username,
      SealedSecret password,
      Set<RoleGrant> roles,
      Optional<UserCreation> creation,
      Instant since) {}

  public static Outcome<Cluster> create(
      Cluster cluster, NewUser wanted, Operation create, Turn turn) {
    var username = wanted.username();
    if (username.isReserved()) {
      return Outcome.refused(reserved(username));
    }
    return ClusterCommand.DATABASE_USERS
        .admit(cluster)
        .flatMap(admitted -> hasRoomFor(admitted, username))
        .map(admitted -> {
          var users = admitted.spec().users();
          var added = users.with(user(users, username, wanted.password(), wanted.roles()));
          var remembered =
              wanted
                  .creation()
                  .map(creation -> added.remember(creation, wanted.since()))
                  .orElse(added);
          return ClusterChange.update(
              admitted,
              admitted.spec().with(remembered),
              create,
              EventType.CLUSTER_USER_CREATION_REQUESTED,
              "Database user %s of cluster %s was ordered.".formatted(username, cluster.name()),
              turn);
        });
  }

  /**
   * Another password, other roles, or both.
   *
   * @param password absent to leave it
   * @param roles absent to leave them
   */
  public static Outcome<Cluster> update(
      Cluster cluster,
      Username username,
      Optional<SealedSecret> password,
      Optional<Set<RoleGrant>> roles,
      Operation update,
      Turn turn) {
    return ClusterCommand.DATABASE_USERS
        .admit(cluster)
        .flatMap(admitted ->
            find(admitted, username)
                .flatMap(user -> unlessUnchanged(user, password, roles))
                .map(user -> {
                  var users = admitted.spec().users();
                  var next =
                      user(
                          users,
                          username,
                          password.orElse(user.login().password()),
                          roles.orElse(user.roles()));
                  return ClusterChange.update(
                      admitted,
                      admitted.spec().with(users.with(next)),
                      update,
                      EventType.CLUSTER_USER_UPDATE_REQUESTED,
                      "Database user %s of cluster %s is to be changed."
                          .formatted(username, cluster.name()),
                      turn);
                }));
  }

  public static Outcome<Cluster> delete(
      Cluster cluster, Username username, Operation delete, Turn turn) {
    return ClusterCommand.DATABASE_USERS
        .admit(cluster)
        .flatMap(admitted ->
            find(admitted, username)
                .map(user ->
                    ClusterChange.update(
                        admitted,
                        admitted.spec().with(admitted.spec().users().without(username)),
                        delete,
                        EventType.CLUSTER_USER_DELETION_REQUESTED,
                        "The deletion of database user %s of cluster %s was ordered."
                            .formatted(username, cluster.name()),
                        turn)));
  }

  /** The user, or that there is none. */
  public static Outcome<DatabaseUser> find(Cluster cluster, Username username) {
    return cluster
        .spec()
        .users()
        .find(username)
        .map(Outcome::done)
        .orElseGet(() -> Outcome.refused(Refusal.notFound("database user")));
  }

  private static DatabaseUser user(
      ClusterUsers users, Username username, SealedSecret password, Set<RoleGrant> roles) {
    return new DatabaseUser(
        new DatabaseLogin(username.value(), password, users.nextVersion()), roles);
  }

  private static Outcome<Cluster> hasRoomFor(Cluster cluster, Username username) {
    var users = cluster.spec().users();
    if (users.find(username).isPresent()) {
      return refused(
          RefusalCode.DATABASE_USER_EXISTS,
          "The cluster has a database user %s already.".formatted(username));
    }
    return users.ordered().size() < ClusterUsers.MOST
        ? Outcome.done(cluster)
        : refused(
            RefusalCode.DATABASE_USER_LIMIT_REACHED,
            "The cluster has %d database users, and no more are possible. Delete one first."
                .formatted(ClusterUsers.MOST));
  }

  private static Outcome<DatabaseUser> unlessUnchanged(
      DatabaseUser user, Optional<SealedSecret> password, Optional<Set<RoleGrant>> roles) {
    return password.isEmpty() && roles.map(user.roles()::equals).orElse(true)
        ? refused(
            RefusalCode.DATABASE_USER_UNCHANGED,
            "The database user has these roles already, and no other password was given.")
        : Outcome.done(user);
  }

  private static Refusal reserved(Username username) {
    var message =
        "The name %s is kept for MongoDB or for EUTLAS. Choose another.".formatted(username);
    return new Refusal.Invalid(
        RefusalCode.RESERVED_USERNAME, message, List.of(new Refusal.Fault("username", message)));
  }

  private static <T> Outcome<T> refused(RefusalCode code, String message) {
    return Outcome.refused(Refusal.conflict(code, message));
  }
}
