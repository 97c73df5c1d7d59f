package eu.eutlas.http.cluster;

import eu.eutlas.domain.cluster.DatabasePassword;
import eu.eutlas.domain.cluster.Username;
import eu.eutlas.http.json.JsonRequest;
import java.util.List;
import java.util.Optional;

/** The database user that is wanted; without a password one is made and shown once. */
record CreateDatabaseUserRequest(
    Username username, Optional<DatabasePassword> password, List<RoleGrantRequest> roles)
    implements JsonRequest {}
