package eu.eutlas.http.organization;

import static eu.eutlas.http.problem.RefusedException.orThrow;

import eu.eutlas.application.organization.CreateOrganization;
import eu.eutlas.application.organization.Organizations;
import eu.eutlas.domain.organization.OrgId;
import eu.eutlas.domain.organization.Organization;
import eu.eutlas.http.answer.Answer;
import eu.eutlas.http.answer.Items;
import eu.eutlas.http.answer.PageQuery;
import eu.eutlas.http.answer.Status;
import eu.eutlas.http.json.Query;
import eu.eutlas.http.request.Idempotency;
import eu.eutlas.http.request.Visitor;
import io.dropwizard.auth.Auth;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** The organizations that one belongs to. */
@Path("/v1/orgs")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class OrganizationResource {
  private final Organizations organizations;

  public OrganizationResource(Organizations organizations) {
    this.organizations = organizations;
  }

  @POST
  @Status(201)
  public Answer<OrganizationResponse> createOrganization(
      @Auth Visitor visitor,
      @BeanParam Idempotency idempotency,
      CreateOrganizationRequest request) {
    var command = new CreateOrganization.Command(request.name(), idempotency.origin(visitor));
    var created = orThrow(organizations.create().handle(visitor.person(), command));
    return render(created.value(), visitor)
        .location("/orgs/" + created.value().id())
        .replayed(created.replayed());
  }

  @GET
  public Items<OrganizationResponse> listOrganizations(
      @Auth Visitor visitor, @Query PageQuery query) {
    var page = orThrow(organizations.list().handle(visitor.person(), query.page()));
    return Items.of(
        page, organization -> OrganizationResponse.of(organization, visitor.person().id()));
  }

  @GET
  @Path("/{orgId}")
  public Answer<OrganizationResponse> readOrganization(
      @Auth Visitor visitor, @PathParam("orgId") OrgId org) {
    return render(orThrow(organizations.read().handle(visitor.person(), org)), visitor);
  }

  private static Answer<OrganizationResponse> render(Organization organization, Visitor visitor) {
    return Answer.of(OrganizationResponse.of(organization, visitor.person().id()))
        .validator(organization.revision());
  }
}
