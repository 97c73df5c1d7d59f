package eu.eutlas.http.installation;

import static eu.eutlas.http.problem.RefusedException.orThrow;

import eu.eutlas.application.installation.InstallationCare;
import eu.eutlas.http.request.Visitor;
import io.dropwizard.auth.Auth;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** Whether the installation is paused, and its going on. */
@Path("/v1/admin/installation")
@Produces(MediaType.APPLICATION_JSON)
public final class InstallationResource {
  private final InstallationCare care;

  public InstallationResource(InstallationCare care) {
    this.care = care;
  }

  @GET
  public InstallationResponse readInstallation(@Auth Visitor visitor) {
    return InstallationResponse.of(orThrow(care.read().handle(visitor.person())));
  }

  @POST
  @Path("/resume")
  public InstallationResponse resumeInstallation(@Auth Visitor visitor) {
    return InstallationResponse.of(orThrow(care.resume().handle(visitor.person())));
  }
}
