package eu.eutlas.domain.cluster;

import eu.eutlas.domain.InvalidValue;
import java.util.Set;

/** A role in a database. */
public record RoleGrant(DatabaseRole role, DatabaseName database) {
  private static final Set<String> SYSTEM = Set.of("admin", "local", "config");

  public RoleGrant {
    require(role, database);
  }

  /** Refuses a role where it cannot be given. */
  public static void require(DatabaseRole role, DatabaseName database) {
    InvalidValue.unless(
        role.isEverywhere() == database.equals(DatabaseName.ADMIN),
        role.isEverywhere()
            ? "The role %s holds in all databases and is given in admin.".formatted(role.word())
            : "The role %s is given in a database of your own, not in admin."
                .formatted(role.word()));
    InvalidValue.unless(
        role.isEverywhere() || !SYSTEM.contains(database.value()),
        "The databases admin, local and config belong to the server.");
  }

  /** A role that holds everywhere. */
  static RoleGrant everywhere(DatabaseRole role) {
    return new RoleGrant(role, DatabaseName.ADMIN);
  }

  /** {@code readWrite@shop}, as what is seen of users is written. */
  @Override
  public String toString() {
    return role.word() + "@" + database;
  }
}
