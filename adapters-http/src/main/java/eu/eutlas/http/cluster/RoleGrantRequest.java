package eu.eutlas.http.cluster;

import eu.eutlas.domain.cluster.DatabaseName;
import eu.eutlas.domain.cluster.DatabaseRole;
import eu.eutlas.domain.cluster.RoleGrant;
import eu.eutlas.http.json.JsonRequest;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** A role of MongoDB in a database; a role for all databases is given in {@code admin}. */
record RoleGrantRequest(DatabaseRole role, DatabaseName database) implements JsonRequest {
  /** Refuses a role where it cannot be given, as a fault of its list. */
  RoleGrantRequest {
    RoleGrant.require(role, database);
  }

  static Set<RoleGrant> grants(List<RoleGrantRequest> roles) {
    return roles.stream()
        .map(each -> new RoleGrant(each.role(), each.database()))
        .collect(Collectors.toSet());
  }
}
