package eu.eutlas.http.cluster;

import eu.eutlas.application.cluster.ClusterSummary;
import eu.eutlas.domain.cluster.Cluster;
import eu.eutlas.domain.cluster.ClusterState;
import eu.eutlas.domain.cluster.Endpoint;
import eu.eutlas.http.operation.OperationResponse;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A cluster.
 *
 * @param stateMessage why it is in its state, where there is more to say than the state
 * @param endpoint null until there is one
 * @param operation the change under way, or the one that left the cluster FAILED
 */
public record ClusterResponse(
    String id,
    String projectId,
    String orgId,
    String name,
    String plan,
    String region,
    String mongoVersion,
    Map<String, String> labels,
    ClusterState.Name state,
    @Nullable String stateMessage,
    @Nullable EndpointResponse endpoint,
    boolean deletionProtection,
    @Nullable OperationResponse operation,
    Instant createdAt,
    Instant updatedAt) {

  /**
   * Where it is reached.
   *
   * @param host of its first member
   * @param port of its first member
   * @param members all of them, each as host:port
   * @param replicaSet null where it is one server that is spoken to directly
   */
  record EndpointResponse(
      String host, int port, List<String> members, @Nullable String replicaSet) {
    static EndpointResponse of(Endpoint endpoint) {
      return new EndpointResponse(
          endpoint.host(),
          endpoint.port(),
          endpoint.seeds().stream().map(Endpoint.Seed::toString).toList(),
          endpoint.replicaSet().orElse(null));
    }
  }

  static ClusterResponse of(Cluster cluster) {
    return of(ClusterSummary.of(cluster));
  }

  static ClusterResponse of(ClusterSummary cluster) {
    return new ClusterResponse(
        cluster.id().value(),
        cluster.projectId().value(),
        cluster.orgId().value(),
        cluster.name().value(),
        cluster.plan().value(),
        cluster.region().value(),
        cluster.mongoVersion().value(),
        cluster.settings().labels().pairs(),
        cluster.state(),
        cluster.message().orElse(null),
        cluster.endpoint().map(EndpointResponse::of).orElse(null),
        cluster.settings().deletionProtection(),
        cluster.operation().map(OperationResponse::of).orElse(null),
        cluster.createdAt(),
        cluster.updatedAt());
  }
}
