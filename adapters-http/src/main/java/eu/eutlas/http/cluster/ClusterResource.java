package eu.eutlas.http.cluster;

import static eu.eutlas.http.problem.RefusedException.orThrow;

import eu.eutlas.application.cluster.Clusters;
import eu.eutlas.application.cluster.DeleteCluster;
import eu.eutlas.application.cluster.PauseCluster;
import eu.eutlas.application.cluster.ResizeCluster;
import eu.eutlas.application.cluster.ResumeCluster;
import eu.eutlas.application.cluster.RotateCredentials;
import eu.eutlas.application.cluster.UpdateCluster;
import eu.eutlas.application.cluster.UpgradeCluster;
import eu.eutlas.application.operation.ListOperations;
import eu.eutlas.domain.cluster.Cluster;
import eu.eutlas.domain.cluster.OverlapMinutes;
import eu.eutlas.http.answer.Answer;
import eu.eutlas.http.answer.Items;
import eu.eutlas.http.answer.PageQuery;
import eu.eutlas.http.answer.Status;
import eu.eutlas.http.json.Query;
import eu.eutlas.http.operation.OperationResponse;
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
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** One cluster. */
@Path("/v1/projects/{projectId}/clusters/{clusterId}")
@Produces(MediaType.APPLICATION_JSON)
public final class ClusterResource {
  private final Clusters clusters;
  private final ListOperations operations;

  public ClusterResource(Clusters clusters, ListOperations operations) {
    this.clusters = clusters;
    this.operations = operations;
  }

  @GET
  public Answer<ClusterResponse> readCluster(
      @Auth Visitor visitor, @BeanParam ClusterPath cluster) {
    return render(orThrow(clusters.read().handle(visitor.person(), cluster.address())));
  }

  @PATCH
  @Consumes({MediaType.APPLICATION_JSON, "application/merge-patch+json"})
  public Answer<ClusterResponse> updateCluster(
      @Auth Visitor visitor,
      @BeanParam ClusterPath cluster,
      @BeanParam IfMatch ifMatch,
      UpdateClusterRequest request) {
    var command =
        new UpdateCluster.Command(
            cluster.address(), request.labels(), request.deletionProtection(), ifMatch.revision());
    return render(orThrow(clusters.update().handle(visitor.person(), command)));
  }

  @POST
  @Path("/resize")
  @Consumes(MediaType.APPLICATION_JSON)
  @Status(202)
  public Answer<ClusterResponse> resizeCluster(
      @Auth Visitor visitor,
      @BeanParam ClusterPath cluster,
      @BeanParam IfMatch ifMatch,
      ResizeClusterRequest request) {
    var command = new ResizeCluster.Command(cluster.address(), request.plan(), ifMatch.revision());
    return accepted(orThrow(clusters.resize().handle(visitor.person(), command)));
  }

  @POST
  @Path("/upgrade")
  @Consumes(MediaType.APPLICATION_JSON)
  @Status(202)
  public Answer<ClusterResponse> upgradeCluster(
      @Auth Visitor visitor,
      @BeanParam ClusterPath cluster,
      @BeanParam IfMatch ifMatch,
      UpgradeClusterRequest request) {
    var command =
        new UpgradeCluster.Command(cluster.address(), request.mongoVersion(), ifMatch.revision());
    return accepted(orThrow(clusters.upgrade().handle(visitor.person(), command)));
  }

  @POST
  @Path("/credentials/rotate")
  @Consumes(MediaType.APPLICATION_JSON)
  @Status(202)
  public Answer<ClusterResponse> rotateCredentials(
      @Auth Visitor visitor,
      @BeanParam ClusterPath cluster,
      @BeanParam IfMatch ifMatch,
      RotateCredentialsRequest request) {
    var overlap = request.overlapMinutes().orElse(OverlapMinutes.USUAL);
    var command = new RotateCredentials.Command(cluster.address(), overlap, ifMatch.revision());
    return accepted(orThrow(clusters.rotate().handle(visitor.person(), command)));
  }

  @POST
  @Path("/pause")
  @Status(202)
  public Answer<ClusterResponse> pauseCluster(
      @Auth Visitor visitor, @BeanParam ClusterPath cluster, @BeanParam IfMatch ifMatch) {
    var command = new PauseCluster.Command(cluster.address(), ifMatch.revision());
    return accepted(orThrow(clusters.pause().handle(visitor.person(), command)));
  }

  @POST
  @Path("/resume")
  @Status(202)
  public Answer<ClusterResponse> resumeCluster(
      @Auth Visitor visitor, @BeanParam ClusterPath cluster, @BeanParam IfMatch ifMatch) {
    var command = new ResumeCluster.Command(cluster.address(), ifMatch.revision());
    return accepted(orThrow(clusters.resume().handle(visitor.person(), command)));
  }

  @DELETE
  @Status(202)
  public Answer<ClusterResponse> deleteCluster(
      @Auth Visitor visitor, @BeanParam ClusterPath cluster, @BeanParam IfMatch ifMatch) {
    var command = new DeleteCluster.Command(cluster.address(), ifMatch.revision());
    return accepted(orThrow(clusters.delete().handle(visitor.person(), command)));
  }

  @GET
  @Path("/credentials")
  public CredentialsResponse readCredentials(
      @Auth Visitor visitor, @BeanParam ClusterPath cluster) {
    return CredentialsResponse.of(
        orThrow(clusters.credentials().handle(visitor.person(), cluster.address())));
  }

  @POST
  @Path("/connection-test")
  public ConnectionTestResponse testConnection(
      @Auth Visitor visitor, @BeanParam ClusterPath cluster) {
    return ConnectionTestResponse.of(
        orThrow(clusters.testConnection().handle(visitor.person(), cluster.address())));
  }

  @GET
  @Path("/operations")
  public Items<OperationResponse> listOperations(
      @Auth Visitor visitor, @BeanParam ClusterPath cluster, @Query PageQuery query) {
    return Items.of(
        orThrow(operations.handle(visitor.person(), cluster.address(), query.page())),
        OperationResponse::of);
  }

  /** The cluster as it is now, with the place of the operation that changes it. */
  public static Answer<ClusterResponse> accepted(Cluster cluster) {
    var answer = render(cluster);
    return cluster
        .status()
        .operation()
        .map(operation -> answer.location("/operations/" + operation.id()))
        .orElse(answer);
  }

  /** The state changes without the revision, so the ETag only guards changes. */
  private static Answer<ClusterResponse> render(Cluster cluster) {
    return Answer.of(ClusterResponse.of(cluster)).etag(cluster.revision());
  }
}
