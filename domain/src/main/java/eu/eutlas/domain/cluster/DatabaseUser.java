package eu.eutlas.domain.cluster;

import eu.eutlas.domain.InvalidValue;
import java.util.Set;
import java.util.stream.Collectors;

/** A user of a cluster's database, and what it may do there. */
public record DatabaseUser(DatabaseLogin login, Set<RoleGrant> roles) {
  private static final int MOST_ROLES = 20;
  private static final Set<RoleGrant> CUSTOMER =
      Set.of(
          RoleGrant.everywhere(DatabaseRole.READ_WRITE_ANY_DATABASE),
          RoleGrant.everywhere(DatabaseRole.DB_ADMIN_ANY_DATABASE));

  public DatabaseUser {
    roles = Set.copyOf(roles);
    InvalidValue.unless(
        !roles.isEmpty() && roles.size() <= MOST_ROLES, "A database user has 1 to 20 roles.");
  }

  /** The customer's own login, which reads, writes and administers every database. */
  static DatabaseUser customer(DatabaseLogin login) {
    return new DatabaseUser(login, CUSTOMER);
  }

  public String username() {
    return login.username();
  }

  boolean isAsSeen(UserSeen seen) {
    return seen.roles().equals(roles.stream().map(RoleGrant::toString).collect(Collectors.toSet()));
  }
}
