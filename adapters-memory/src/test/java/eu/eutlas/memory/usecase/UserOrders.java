package eu.eutlas.memory.usecase;

import eu.eutlas.application.cluster.DatabaseUsers;
import eu.eutlas.domain.OriginKey;
import eu.eutlas.domain.Outcome;
import eu.eutlas.domain.Secret;
import eu.eutlas.domain.cluster.Cluster;
import eu.eutlas.domain.cluster.DatabaseName;
import eu.eutlas.domain.cluster.DatabasePassword;
import eu.eutlas.domain.cluster.DatabaseRole;
import eu.eutlas.domain.cluster.RoleGrant;
import eu.eutlas.domain.cluster.Username;
import eu.eutlas.domain.identity.Actor;
import java.util.Optional;
import java.util.Set;

/** Orders of database users that read and write the database shop. */
final class UserOrders {
  static final DatabasePassword PASSWORD =
      new DatabasePassword(new Secret("a-lamp-in-every-window"));
  static final Set<RoleGrant> READS_AND_WRITES =
      Set.of(new RoleGrant(DatabaseRole.READ_WRITE, new DatabaseName("shop")));

  private UserOrders() {}

  static Outcome<DatabaseUsers.Ordered> create(
      Trial trial, Actor actor, Cluster cluster, String username) {
    return create(trial, actor, cluster, username, Optional.empty());
  }

  static Outcome<DatabaseUsers.Ordered> create(
      Trial trial, Actor actor, Cluster cluster, String username, Optional<OriginKey> origin) {
    return trial
        .eutlas()
        .clusters()
        .databaseUsers()
        .create(
            actor,
            new DatabaseUsers.Create(
                Trial.address(cluster),
                new Username(username),
                Optional.of(PASSWORD),
                READS_AND_WRITES,
                origin));
  }
}
