package eu.eutlas.embeddedmongo;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;

/** The built-in roles that are had here, under the names that MongoDB gives them. */
enum Role {
  READ("read", false, Right.READ),
  READ_WRITE("readWrite", false, Right.READ, Right.WRITE, Right.SHAPE),
  DB_ADMIN("dbAdmin", false, Right.SHAPE, Right.INSPECT, Right.DROP_DATABASE),
  READ_ANY("readAnyDatabase", true, Right.READ),
  READ_WRITE_ANY("readWriteAnyDatabase", true, Right.READ, Right.WRITE, Right.SHAPE),
  DB_ADMIN_ANY("dbAdminAnyDatabase", true, Right.SHAPE, Right.INSPECT, Right.DROP_DATABASE),
  USER_ADMIN_ANY("userAdminAnyDatabase", true, Right.USERS),
  ROOT("root", true, Right.values());

  /** Only in this database can a role for all databases be given. */
  static final String ADMIN_DATABASE = "admin";

  private final String text;
  private final boolean everywhere;

  @SuppressWarnings("ImmutableEnumChecker") // Set.of cannot be changed.
  private final Set<Right> rights;

  Role(String text, boolean everywhere, Right... rights) {
    this.text = text;
    this.everywhere = everywhere;
    this.rights = Set.of(rights);
  }

  static Optional<Role> named(String text) {
    return Arrays.stream(values()).filter(role -> role.text.equals(text)).findFirst();
  }

  String text() {
    return text;
  }

  boolean allows(Right right) {
    return rights.contains(right);
  }

  boolean everywhere() {
    return everywhere;
  }
}
