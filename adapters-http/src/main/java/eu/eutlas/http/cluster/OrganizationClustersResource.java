package eu.eutlas.http.cluster;

import static eu.eutlas.http.problem.RefusedException.orThrow;

import eu.eutlas.application.cluster.ListClusters;
import eu.eutlas.domain.organization.OrgId;
import eu.eutlas.http.answer.Items;
import eu.eutlas.http.json.Query;
import eu.eutlas.http.request.Visitor;
import io.dropwizard.auth.Auth;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** The clusters of all projects of an organization. */
@Path("/v1/orgs/{orgId}/clusters")
@Produces(MediaType.APPLICATION_JSON)
public final class OrganizationClustersResource {
  private final ListClusters clusters;

  public OrganizationClustersResource(ListClusters clusters) {
    this.clusters = clusters;
  }

  @GET
  public Items<ClusterResponse> listOrganizationClusters(
      @Auth Visitor visitor, @PathParam("orgId") OrgId org, @Query ListClustersQuery query) {
    return Items.of(
        orThrow(clusters.ofOrganization(visitor.person(), org, query.query(), query.page())),
        ClusterResponse::of);
  }
}
