package eu.eutlas.http.cluster;

import static eu.eutlas.http.problem.RefusedException.orThrow;

import eu.eutlas.application.cluster.Clusters;
import eu.eutlas.domain.project.ProjectId;
import eu.eutlas.http.answer.Answer;
import eu.eutlas.http.answer.Items;
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

/** The clusters of a project. */
@Path("/v1/projects/{projectId}/clusters")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class ClustersResource {
  private final Clusters clusters;

  public ClustersResource(Clusters clusters) {
    this.clusters = clusters;
  }

  @POST
  @Status(202)
  public Answer<ClusterResponse> createCluster(
      @Auth Visitor visitor,
      @PathParam("projectId") ProjectId project,
      @BeanParam Idempotency idempotency,
      CreateClusterRequest request) {
    var command = request.command(project, idempotency.origin(visitor));
    var created = orThrow(clusters.create().handle(visitor.person(), command));
    return ClusterResource.accepted(created.value()).replayed(created.replayed());
  }

  @GET
  public Items<ClusterResponse> listClusters(
      @Auth Visitor visitor,
      @PathParam("projectId") ProjectId project,
      @Query ListClustersQuery query) {
    return Items.of(
        orThrow(clusters.list().ofProject(visitor.person(), project, query.query(), query.page())),
        ClusterResponse::of);
  }
}
