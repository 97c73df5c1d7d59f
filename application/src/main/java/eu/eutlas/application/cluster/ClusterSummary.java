package eu.eutlas.application.cluster;

import eu.eutlas.domain.cluster.Cluster;
import eu.eutlas.domain.cluster.ClusterId;
import eu.eutlas.domain.cluster.ClusterName;
import eu.eutlas.domain.cluster.ClusterSettings;
import eu.eutlas.domain.cluster.ClusterState;
import eu.eutlas.domain.cluster.Endpoint;
import eu.eutlas.domain.cluster.MongoVersion;
import eu.eutlas.domain.cluster.PlanId;
import eu.eutlas.domain.cluster.RegionId;
import eu.eutlas.domain.operation.Operation;
import eu.eutlas.domain.operation.OperationState;
import eu.eutlas.domain.organization.OrgId;
import eu.eutlas.domain.project.ProjectId;
import java.time.Instant;
import java.util.Optional;

/**
 * What people see of a cluster: a list reads no more than this of each, and no secret, sealed or
 * not.
 *
 * @param reason why it is DEGRADED or FAILED; absent otherwise
 * @param endpoint absent until there is one
 * @param operation the change under way, or the one that left the cluster FAILED
 */
public record ClusterSummary(
    ClusterId id,
    OrgId orgId,
    ProjectId projectId,
    ClusterName name,
    PlanId plan,
    RegionId region,
    MongoVersion mongoVersion,
    ClusterSettings settings,
    ClusterState.Name state,
    Optional<String> reason,
    Optional<Endpoint> endpoint,
    Optional<Operation> operation,
    Instant createdAt,
    Instant updatedAt) {

  public static ClusterSummary of(Cluster cluster) {
    var spec = cluster.spec();
    var status = cluster.status();
    return new ClusterSummary(
        cluster.id(),
        cluster.orgId(),
        cluster.projectId(),
        cluster.name(),
        spec.plan(),
        spec.region(),
        spec.mongoVersion(),
        cluster.settings(),
        status.state().name(),
        reason(status.state()),
        status.endpoint(),
        status.operation(),
        cluster.createdAt(),
        cluster.updatedAt());
  }

  /** Why it is in its state, where there is more to say than the state. */
  public Optional<String> message() {
    return reason.or(() ->
        operation
            .filter(found -> found.state() == OperationState.RUNNING)
            .map(running -> running.step().words()));
  }

  private static Optional<String> reason(ClusterState state) {
    return switch (state) {
      case ClusterState.Degraded(var since, var reason) -> Optional.of(reason);
      case ClusterState.Failed(var since, var reason, var during) -> Optional.of(reason);
      case ClusterState.Creating() -> Optional.empty();
      case ClusterState.Ready(var proof) -> Optional.empty();
      case ClusterState.Updating(var before) -> Optional.empty();
      case ClusterState.Pausing() -> Optional.empty();
      case ClusterState.Paused(var since, var drift) -> drift;
      case ClusterState.Resuming() -> Optional.empty();
      case ClusterState.Restoring() -> Optional.empty();
      case ClusterState.Deleting() -> Optional.empty();
      case ClusterState.Deleted(var at) -> Optional.empty();
    };
  }
}
