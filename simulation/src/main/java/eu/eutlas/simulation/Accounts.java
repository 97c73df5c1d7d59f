package eu.eutlas.simulation;

import eu.eutlas.application.cluster.ClusterAccess.Address;
import eu.eutlas.application.cluster.DatabaseUsers;
import eu.eutlas.application.cluster.RotateCredentials;
import eu.eutlas.domain.Outcome;
import eu.eutlas.domain.Secret;
import eu.eutlas.domain.cluster.Cluster;
import eu.eutlas.domain.cluster.DatabaseName;
import eu.eutlas.domain.cluster.DatabasePassword;
import eu.eutlas.domain.cluster.DatabaseRole;
import eu.eutlas.domain.cluster.OverlapMinutes;
import eu.eutlas.domain.cluster.RoleGrant;
import eu.eutlas.domain.cluster.Username;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What people do about who may use a cluster's database. */
final class Accounts {
  private static final double NONSENSE = 0.05;
  private static final List<String> NAMES = List.of("reports", "shop", "Shop", "batch-2");
  private static final List<Integer> OVERLAPS = List.of(0, 1, 10, 60, 600);
  private static final List<Set<RoleGrant>> ROLES =
      List.of(
          Set.of(new RoleGrant(DatabaseRole.READ, new DatabaseName("shop"))),
          Set.of(new RoleGrant(DatabaseRole.READ_WRITE, new DatabaseName("shop"))),
          Set.of(
              new RoleGrant(DatabaseRole.READ_WRITE, new DatabaseName("shop")),
              new RoleGrant(DatabaseRole.DB_ADMIN, new DatabaseName("reports"))),
          Set.of(new RoleGrant(DatabaseRole.READ_ANY_DATABASE, new DatabaseName("admin"))));

  private Accounts() {}

  /** Another login for the customer, with an overlap of none up to hours. */
  static void rotate(Visit visit) {
    visit
        .someReadyCluster()
        .ifPresent(address -> {
          var overlap = new OverlapMinutes(visit.luck().one(OVERLAPS));
          var command = new RotateCredentials.Command(address, overlap, Deeds.maybeRevision(visit));
          var outcome = visit.eutlas().clusters().rotate().handle(visit.actor(), command);
          if (outcome instanceof Outcome.Done<Cluster>(var rotated)) {
            visit.world().ledger().doors().answered(rotated, overlap.duration());
          }
          Changes.changed(visit, "rotate credentials", outcome);
        });
  }

  /** A user, whose name may be taken or kept for others. */
  static void create(Visit visit) {
    visit
        .someReadyCluster()
        .ifPresent(address -> {
          var name = visit.luck().of(NONSENSE) ? "admin2" : visit.luck().one(NAMES);
          var origin = Deeds.maybeOrigin(visit, "users/" + address.cluster(), name);
          var command =
              new DatabaseUsers.Create(
                  address,
                  new Username(name),
                  maybePassword(visit),
                  visit.luck().one(ROLES),
                  origin);
          Deeds.twice(
              visit,
              origin,
              again ->
                  answered(
                      again,
                      "create database user",
                      address,
                      command.password(),
                      users(again).create(again.actor(), command)));
        });
  }

  /** Other roles, another password, both, or nothing else. */
  static void update(Visit visit) {
    visit
        .someClusterWithUsers()
        .ifPresent(address -> {
          var roles =
              visit.luck().of(0.5)
                  ? Optional.of(visit.luck().one(ROLES))
                  : Optional.<Set<RoleGrant>>empty();
          var command =
              new DatabaseUsers.Update(
                  address,
                  someUser(visit, address),
                  maybePassword(visit),
                  roles,
                  Deeds.maybeRevision(visit));
          answered(
              visit,
              "update database user",
              address,
              command.password(),
              users(visit).update(visit.actor(), command));
        });
  }

  static void delete(Visit visit) {
    visit
        .someClusterWithUsers()
        .ifPresent(address -> {
          var command =
              new DatabaseUsers.Delete(
                  address, someUser(visit, address), Deeds.maybeRevision(visit));
          answered(
              visit,
              "delete database user",
              address,
              Optional.empty(),
              users(visit).delete(visit.actor(), command));
        });
  }

  private static DatabaseUsers users(Visit visit) {
    return visit.eutlas().clusters().databaseUsers();
  }

  private static Optional<DatabasePassword> maybePassword(Visit visit) {
    return visit.luck().of(0.5)
        ? Optional.of(new DatabasePassword(new Secret("a-lamp-for-" + visit.person().newKey())))
        : Optional.empty();
  }

  /** Mostly one that is there. */
  private static Username someUser(Visit visit, Address address) {
    var there =
        visit.cluster(address).map(cluster -> cluster.spec().users().ordered()).orElseGet(List::of);
    var name =
        there.isEmpty() || visit.luck().of(NONSENSE)
            ? visit.luck().one(NAMES)
            : visit.luck().one(there).username();
    return new Username(name);
  }

  private static void answered(
      Visit visit,
      String what,
      Address address,
      Optional<DatabasePassword> password,
      Outcome<DatabaseUsers.Ordered> outcome) {
    visit
        .cluster(address)
        .map(Cluster::orgId)
        .flatMap(org -> visit.answered(what, outcome, any -> org))
        .ifPresent(ordered -> {
          ordered.operation().ifPresent(visit::accepted);
          visit
              .world()
              .ledger()
              .doors()
              .answered(address.cluster(), ordered, password.map(DatabasePassword::secret));
          Changes.maybeThinkBetter(visit, ordered.operation());
        });
  }
}
