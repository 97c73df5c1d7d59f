package eu.eutlas.http.identity;

import static eu.eutlas.http.problem.RefusedException.orThrow;

import eu.eutlas.application.identity.Identity;
import eu.eutlas.http.request.Visitor;
import io.dropwizard.auth.Auth;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** One's own account. */
@Path("/v1/users/me")
@Produces(MediaType.APPLICATION_JSON)
public final class MeResource {
  private final Identity identity;

  public MeResource(Identity identity) {
    this.identity = identity;
  }

  @GET
  public UserResponse readMe(@Auth Visitor visitor) {
    return UserResponse.of(orThrow(identity.readProfile().handle(visitor.person())));
  }
}
