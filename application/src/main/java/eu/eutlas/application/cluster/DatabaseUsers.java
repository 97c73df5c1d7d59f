package eu.eutlas.application.cluster;

import eu.eutlas.application.Ids;
import eu.eutlas.application.Origins;
import eu.eutlas.application.Sealer;
import eu.eutlas.application.cluster.ClusterAccess.Address;
import eu.eutlas.domain.OriginKey;
import eu.eutlas.domain.Outcome;
import eu.eutlas.domain.Refusal;
import eu.eutlas.domain.RefusalCode;
import eu.eutlas.domain.Revision;
import eu.eutlas.domain.SealedSecret;
import eu.eutlas.domain.Secret;
import eu.eutlas.domain.cluster.Cluster;
import eu.eutlas.domain.cluster.DatabasePassword;
import eu.eutlas.domain.cluster.DatabaseUser;
import eu.eutlas.domain.cluster.RoleGrant;
import eu.eutlas.domain.cluster.UserChange;
import eu.eutlas.domain.cluster.UserCreation;
import eu.eutlas.domain.cluster.Username;
import eu.eutlas.domain.identity.Actor;
import eu.eutlas.domain.operation.Operation;
import eu.eutlas.domain.operation.OperationType;
import eu.eutlas.domain.organization.Permission;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The users that people order for a cluster's database. A change of one is an operation of the
 * cluster, which is done when a login proves it. Passwords are never shown again.
 */
public final class DatabaseUsers {
  private final ClusterAccess access;
  private final ClusterOrders orders;
  private final Sealer sealer;
  private final Ids ids;

  public DatabaseUsers(ClusterAccess access, ClusterOrders orders, Sealer sealer, Ids ids) {
    this.access = access;
    this.orders = orders;
    this.sealer = sealer;
    this.ids = ids;
  }

  /** A user with the operation that is about it, while there is one. */
  public record View(DatabaseUser user, Optional<Operation> operation) {}

  /**
   * What an order comes to.
   *
   * @param user as it is wanted, or was
   * @param operation absent when the order was replayed and is done
   * @param generated the password, where EUTLAS made it; shown this once
   */
  public record Ordered(
      DatabaseUser user,
      Optional<Operation> operation,
      Optional<Secret> generated,
      boolean replayed) {}

  /**
   * The user that is wanted.
   *
   * @param password absent to have one made
   */
  public record Create(
      Address address,
      Username username,
      Optional<DatabasePassword> password,
      Set<RoleGrant> roles,
      Optional<OriginKey> origin) {}

  /**
   * What to change; absent is what stays.
   *
   * @param ifMatch the cluster's revision; absent when any will do
   */
  public record Update(
      Address address,
      Username username,
      Optional<DatabasePassword> password,
      Optional<Set<RoleGrant>> roles,
      Optional<Revision> ifMatch) {}

  /**
   * Whom to delete.
   *
   * @param ifMatch the cluster's revision; absent when any will do
   */
  public record Delete(Address address, Username username, Optional<Revision> ifMatch) {}

  /** All users, by name. */
  public Outcome<List<View>> list(Actor actor, Address address) {
    return access
        .find(actor, Permission.READ_CLUSTER, address)
        .map(cluster ->
            cluster.spec().users().ordered().stream().map(user -> view(cluster, user)).toList());
  }

  public Outcome<View> read(Actor actor, Address address, Username username) {
    return access
        .find(actor, Permission.READ_CLUSTER, address)
        .flatMap(cluster -> UserChange.find(cluster, username).map(user -> view(cluster, user)));
  }

  /**
   * Orders a user. The same request, come again, gives the user as it is now; a password that was
   * made for it is not shown again.
   */
  public Outcome<Ordered> create(Actor actor, Create command) {
    return access
        .find(actor, Permission.CHANGE_DATABASE_USERS, command.address())
        .flatMap(cluster -> replay(cluster, command).orElseGet(() -> order(actor, command)));
  }

  private Outcome<Ordered> order(Actor actor, Create command) {
    var generated =
        command.password().isPresent() ? Optional.<Secret>empty() : Optional.of(ids.password());
    var secret = command.password().map(DatabasePassword::secret).or(() -> generated).orElseThrow();
    var creation =
        command
            .origin()
            .map(origin ->
                new UserCreation(command.username().value(), origin, generated.isPresent()));
    return orders
        .take(
            actor,
            OperationType.CREATE_DATABASE_USER,
            target(command.address(), Optional.empty()),
            (cluster, create, turn) ->
                UserChange.create(
                    cluster,
                    new UserChange.NewUser(
                        command.username(),
                        seal(cluster, command.username(), secret),
                        command.roles(),
                        creation,
                        turn.now().minus(Origins.REMEMBERED)),
                    create,
                    turn))
        .flatMap(cluster ->
            UserChange.find(cluster, command.username())
                .map(user -> new Ordered(user, cluster.running(), generated, false)));
  }

  private static Optional<Outcome<Ordered>> replay(Cluster cluster, Create command) {
    var found =
        command.origin().flatMap(origin -> cluster.spec().users().creation(origin.keyHash()));
    return Origins.replay(command.origin(), found, found.map(UserCreation::origin))
        .map(same -> same.flatMap(created -> asItIsNow(cluster, created.value())));
  }

  private static Outcome<Ordered> asItIsNow(Cluster cluster, UserCreation creation) {
    return UserChange.find(cluster, new Username(creation.username()))
        .flatMap(user ->
            creation.generated()
                ? Outcome.refused(
                    Refusal.conflict(
                        RefusalCode.ALREADY_CREATED,
                        "The database user was ordered by this request before. Its password was shown then; give it another one if you have lost it."))
                : Outcome.done(
                    new Ordered(user, view(cluster, user).operation(), Optional.empty(), true)));
  }

  public Outcome<Ordered> update(Actor actor, Update command) {
    return orders
        .take(
            actor,
            OperationType.UPDATE_DATABASE_USER,
            target(command.address(), command.ifMatch()),
            (cluster, update, turn) ->
                UserChange.update(
                    cluster,
                    command.username(),
                    command
                        .password()
                        .map(password -> seal(cluster, command.username(), password.secret())),
                    command.roles(),
                    update,
                    turn))
        .flatMap(cluster ->
            UserChange.find(cluster, command.username())
                .map(user -> new Ordered(user, cluster.running(), Optional.empty(), false)));
  }

  /** Orders the end of a user, who is shown once more as it was. */
  public Outcome<Ordered> delete(Actor actor, Delete command) {
    return access
        .find(actor, Permission.CHANGE_DATABASE_USERS, command.address())
        .flatMap(cluster -> UserChange.find(cluster, command.username()))
        .flatMap(user ->
            orders
                .take(
                    actor,
                    OperationType.DELETE_DATABASE_USER,
                    target(command.address(), command.ifMatch()),
                    (cluster, delete, turn) ->
                        UserChange.delete(cluster, command.username(), delete, turn))
                .map(cluster -> new Ordered(user, cluster.running(), Optional.empty(), false)));
  }

  private static ClusterOrders.Target target(Address address, Optional<Revision> ifMatch) {
    return new ClusterOrders.Target(Permission.CHANGE_DATABASE_USERS, address, ifMatch);
  }

  private SealedSecret seal(Cluster cluster, Username username, Secret secret) {
    return sealer.seal(secret, cluster.id().value(), username.value());
  }

  /** An operation is about the user that was changed last. */
  private static View view(Cluster cluster, DatabaseUser user) {
    return new View(
        user,
        cluster
            .running()
            .filter(running ->
                running.type() == OperationType.CREATE_DATABASE_USER
                    || running.type() == OperationType.UPDATE_DATABASE_USER)
            .filter(running -> cluster.spec().users().unproved().contains(user.login())));
  }
}
