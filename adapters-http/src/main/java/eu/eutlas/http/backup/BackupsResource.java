package eu.eutlas.http.backup;

import static eu.eutlas.http.problem.RefusedException.orThrow;

import eu.eutlas.application.backup.BackupPolicies;
import eu.eutlas.application.backup.Backups;
import eu.eutlas.application.backup.OrderBackup;
import eu.eutlas.application.backup.OrderProof;
import eu.eutlas.domain.backup.Backup;
import eu.eutlas.domain.cluster.Cluster;
import eu.eutlas.http.answer.Answer;
import eu.eutlas.http.answer.Items;
import eu.eutlas.http.answer.PageQuery;
import eu.eutlas.http.answer.Status;
import eu.eutlas.http.cluster.ClusterPath;
import eu.eutlas.http.cluster.ClusterResource;
import eu.eutlas.http.cluster.ClusterResponse;
import eu.eutlas.http.json.Query;
import eu.eutlas.http.request.Idempotency;
import eu.eutlas.http.request.IfMatch;
import eu.eutlas.http.request.Visitor;
import io.dropwizard.auth.Auth;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.StreamingOutput;
import org.jspecify.annotations.Nullable;

/** The backups of a cluster, and the policy by which they are taken. */
@Path("/v1/projects/{projectId}/clusters/{clusterId}")
@Produces(MediaType.APPLICATION_JSON)
public final class BackupsResource {
  private final Backups backups;

  public BackupsResource(Backups backups) {
    this.backups = backups;
  }

  @POST
  @Path("/backups")
  @Status(202)
  public Answer<BackupResponse> takeBackup(
      @Auth Visitor visitor, @BeanParam ClusterPath cluster, @BeanParam Idempotency idempotency) {
    var command = new OrderBackup.Command(cluster.address(), idempotency.origin(visitor));
    var created = orThrow(backups.order().handle(visitor.person(), command));
    var order = created.value().order();
    return render(created.value())
        .location(
            "/projects/%s/clusters/%s/backups/%s"
                .formatted(order.projectId(), order.clusterId(), created.value().id()))
        .replayed(created.replayed());
  }

  @GET
  @Path("/backups")
  public Items<BackupResponse> listBackups(
      @Auth Visitor visitor, @BeanParam ClusterPath cluster, @Query PageQuery query) {
    return Items.of(
        orThrow(backups.read().list(visitor.person(), cluster.address(), query.page())),
        BackupResponse::of);
  }

  @GET
  @Path("/backups/{backupId}")
  public Answer<BackupResponse> readBackup(@Auth Visitor visitor, @BeanParam BackupPath backup) {
    return render(orThrow(backups.read().find(visitor.person(), backup.address())));
  }

  @DELETE
  @Path("/backups/{backupId}")
  @Status(202)
  public Answer<BackupResponse> deleteBackup(@Auth Visitor visitor, @BeanParam BackupPath backup) {
    return render(orThrow(backups.keep().delete(visitor.person(), backup.address())));
  }

  @POST
  @Path("/backups/{backupId}/restore")
  @Consumes(MediaType.APPLICATION_JSON)
  @Status(202)
  public Answer<ClusterResponse> restoreBackup(
      @Auth Visitor visitor,
      @BeanParam BackupPath backup,
      @BeanParam Idempotency idempotency,
      RestoreRequest request) {
    var source = backup.address();
    return orThrow(
        request.choose(
            target ->
                backups
                    .restore()
                    .into(visitor.person(), request.into(source, target))
                    .map(ClusterResource::accepted),
            wanted ->
                backups
                    .restore()
                    .intoNew(
                        visitor.person(),
                        request.intoNew(source, wanted, idempotency.origin(visitor)))
                    .map(created ->
                        ClusterResource.accepted(created.value()).replayed(created.replayed()))));
  }

  @PUT
  @Path("/backups/{backupId}/hold")
  @Consumes(MediaType.APPLICATION_JSON)
  public Answer<BackupResponse> holdBackup(
      @Auth Visitor visitor, @BeanParam BackupPath backup, HoldBackupRequest request) {
    return render(
        orThrow(backups.keep().hold(visitor.person(), backup.address(), request.begun())));
  }

  @POST
  @Path("/backups/{backupId}/prove")
  @Status(202)
  public Answer<BackupResponse> proveBackup(
      @Auth Visitor visitor, @BeanParam BackupPath backup, @BeanParam Idempotency idempotency) {
    var command = new OrderProof.Command(backup.address(), idempotency.origin(visitor));
    var wished = orThrow(backups.prove().handle(visitor.person(), command));
    return render(wished.value()).replayed(wished.replayed());
  }

  @GET
  @Path("/backups/{backupId}/download")
  @Produces("application/gzip")
  public Answer<StreamingOutput> downloadBackup(
      @Auth Visitor visitor,
      @BeanParam BackupPath backup,
      @HeaderParam("Range") @Nullable String range,
      @HeaderParam("If-Range") @Nullable String ifRange) {
    var archive = orThrow(backups.download().handle(visitor.person(), backup.address()));
    return new Download(archive).answer(range, ifRange);
  }

  @GET
  @Path("/backup-policy")
  public Answer<BackupPolicyResponse> readBackupPolicy(
      @Auth Visitor visitor, @BeanParam ClusterPath cluster) {
    return policy(orThrow(backups.policies().read(visitor.person(), cluster.address())));
  }

  @PUT
  @Path("/backup-policy")
  @Consumes(MediaType.APPLICATION_JSON)
  public Answer<BackupPolicyResponse> changeBackupPolicy(
      @Auth Visitor visitor,
      @BeanParam ClusterPath cluster,
      @BeanParam IfMatch ifMatch,
      BackupPolicyRequest request) {
    var command =
        new BackupPolicies.Change(cluster.address(), request.policy(), ifMatch.revision());
    return policy(orThrow(backups.policies().change(visitor.person(), command)));
  }

  private static Answer<BackupResponse> render(Backup backup) {
    return Answer.of(BackupResponse.of(backup)).etag(backup.revision());
  }

  /** The policy is one of the cluster's settings, so its ETag is the cluster's. */
  private static Answer<BackupPolicyResponse> policy(Cluster cluster) {
    return Answer.of(BackupPolicyResponse.of(cluster)).etag(cluster.revision());
  }
}
