package eu.eutlas.http.cluster;

import eu.eutlas.domain.cluster.DatabasePassword;
import eu.eutlas.http.json.MergePatch;
import java.util.List;
import java.util.Optional;

/** Another password, other roles, or both. */
record UpdateDatabaseUserRequest(
    Optional<DatabasePassword> password, Optional<List<RoleGrantRequest>> roles)
    implements MergePatch {}
