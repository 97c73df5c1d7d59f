package eu.eutlas.http.cluster;

import static eu.eutlas.http.problem.RefusedException.orThrow;

import eu.eutlas.application.cluster.DatabaseUsers;
import eu.eutlas.domain.cluster.Username;
import eu.eutlas.http.answer.Answer;
import eu.eutlas.http.answer.Items;
import eu.eutlas.http.answer.Status;
import eu.eutlas.http.request.Idempotency;
import eu.eutlas.http.request.IfMatch;
import eu.eutlas.http.request.Visitor;
import io.dropwizard.auth.Auth;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** The database users of a cluster. */
@Path("/v1/projects/{projectId}/clusters/{clusterId}/database-users")
@Produces(MediaType.APPLICATION_JSON)
public final class DatabaseUsersResource {
  private final DatabaseUsers users;

  public DatabaseUsersResource(DatabaseUsers users) {
    this.users = users;
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Status(202)
  public Answer<DatabaseUserResponse> createDatabaseUser(
      @Auth Visitor visitor,
      @BeanParam ClusterPath cluster,
      @BeanParam Idempotency idempotency,
      CreateDatabaseUserRequest request) {
    var origin =
        request.password().isPresent()
            ? idempotency.originOfSecret(visitor.getName())
            : idempotency.origin(visitor);
    var command =
        new DatabaseUsers.Create(
            cluster.address(),
            request.username(),
            request.password(),
            RoleGrantRequest.grants(request.roles()),
            origin);
    var ordered = orThrow(users.create(visitor.person(), command));
    return accepted(ordered).replayed(ordered.replayed());
  }

  @GET
  public Items<DatabaseUserResponse> listDatabaseUsers(
      @Auth Visitor visitor, @BeanParam ClusterPath cluster) {
    return Items.all(
        orThrow(users.list(visitor.person(), cluster.address())), DatabaseUserResponse::of);
  }

  @GET
  @Path("/{username}")
  public DatabaseUserResponse readDatabaseUser(
      @Auth Visitor visitor,
      @BeanParam ClusterPath cluster,
      @PathParam("username") Username username) {
    return DatabaseUserResponse.of(
        orThrow(users.read(visitor.person(), cluster.address(), username)));
  }

  @PATCH
  @Path("/{username}")
  @Consumes({MediaType.APPLICATION_JSON, "application/merge-patch+json"})
  @Status(202)
  public Answer<DatabaseUserResponse> updateDatabaseUser(
      @Auth Visitor visitor,
      @BeanParam ClusterPath cluster,
      @PathParam("username") Username username,
      @BeanParam IfMatch ifMatch,
      UpdateDatabaseUserRequest request) {
    var command =
        new DatabaseUsers.Update(
            cluster.address(),
            username,
            request.password(),
            request.roles().map(RoleGrantRequest::grants),
            ifMatch.revision());
    return accepted(orThrow(users.update(visitor.person(), command)));
  }

  @DELETE
  @Path("/{username}")
  @Status(202)
  public Answer<DatabaseUserResponse> deleteDatabaseUser(
      @Auth Visitor visitor,
      @BeanParam ClusterPath cluster,
      @PathParam("username") Username username,
      @BeanParam IfMatch ifMatch) {
    var command = new DatabaseUsers.Delete(cluster.address(), username, ifMatch.revision());
    return accepted(orThrow(users.delete(visitor.person(), command)));
  }

  private static Answer<DatabaseUserResponse> accepted(DatabaseUsers.Ordered ordered) {
    var answer = Answer.of(DatabaseUserResponse.of(ordered));
    return ordered
        .operation()
        .map(operation -> answer.location("/operations/" + operation.id()))
        .orElse(answer);
  }
}
