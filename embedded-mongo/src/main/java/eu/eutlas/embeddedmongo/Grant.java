package eu.eutlas.embeddedmongo;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerError;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A role given to a user, for one database or (given in {@code admin}) for all. */
record Grant(Role role, String database) {

  Grant {
    if (role.everywhere() && !database.equals(Role.ADMIN_DATABASE)) {
      throw noSuchRole(role.text(), database);
    }
  }

  private static MongoServerError noSuchRole(String role, String database) {
    return new MongoServerError(
        31, "RoleNotFound", "Could not find role: " + role + "@" + database);
  }

  boolean allows(Right right, String wanted) {
    boolean here = role.everywhere() || database.equals(wanted);
    return here && (role.allows(right) || (right == Right.INSPECT && role.allows(Right.READ)));
  }

  Document document() {
    return new Document("role", role.text()).append("db", database);
  }

  /** A client's list of roles: names for the current database, or documents that say which. */
  static List<Grant> list(@Nullable Object roles, String currentDatabase) {
    if (!(roles instanceof Collection<?> list)) {
      throw Replies.badValue("roles must be an array");
    }
    var grants = new ArrayList<Grant>();
    for (Object entry : list) {
      boolean full = entry instanceof Document;
      Object name = full ? ((Document) entry).get("role") : entry;
      Object database = full ? ((Document) entry).get("db") : currentDatabase;
      grants.add(grant(String.valueOf(name), String.valueOf(database)));
    }
    return List.copyOf(grants);
  }

  private static Grant grant(String name, String database) {
    Role role = Role.named(name).orElseThrow(() -> noSuchRole(name, database));
    return new Grant(role, database);
  }
}
