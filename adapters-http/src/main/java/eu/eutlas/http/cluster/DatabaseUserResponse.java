package eu.eutlas.http.cluster;

import eu.eutlas.application.cluster.DatabaseUsers;
import eu.eutlas.domain.cluster.DatabaseUser;
import eu.eutlas.domain.cluster.RoleGrant;
import eu.eutlas.domain.operation.Operation;
import eu.eutlas.http.operation.OperationResponse;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A database user.
 *
 * @param password null but in the one answer that shows a password that was made
 * @param operation the change under way
 */
record DatabaseUserResponse(
    String username,
    List<RoleGrantResponse> roles,
    @Nullable String password,
    @Nullable OperationResponse operation) {

  /** A role in a database. */
  record RoleGrantResponse(String role, String database) {
    static RoleGrantResponse of(RoleGrant grant) {
      return new RoleGrantResponse(grant.role().word(), grant.database().value());
    }
  }

  static DatabaseUserResponse of(DatabaseUsers.View view) {
    return of(view.user(), null, view.operation());
  }

  static DatabaseUserResponse of(DatabaseUsers.Ordered ordered) {
    var shown = ordered.generated().map(secret -> secret.reveal()).orElse(null);
    return of(ordered.user(), shown, ordered.operation());
  }

  private static DatabaseUserResponse of(
      DatabaseUser user, @Nullable String password, Optional<Operation> operation) {
    var roles =
        user.roles().stream()
            .sorted(Comparator.comparing(RoleGrant::toString))
            .map(RoleGrantResponse::of)
            .toList();
    return new DatabaseUserResponse(
        user.username(), roles, password, operation.map(OperationResponse::of).orElse(null));
  }

  /** Without the secret. */
  @Override
  public String toString() {
    return "DatabaseUserResponse[" + username + "]";
  }
}
