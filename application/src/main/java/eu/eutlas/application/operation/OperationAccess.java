package eu.eutlas.application.operation;

import eu.eutlas.application.Access;
import eu.eutlas.application.Authorizer;
import eu.eutlas.application.cluster.ClusterAccess.Address;
import eu.eutlas.application.cluster.ClusterOrders.Target;
import eu.eutlas.application.cluster.ClusterRepository;
import eu.eutlas.domain.Outcome;
import eu.eutlas.domain.cluster.Cluster;
import eu.eutlas.domain.identity.Actor;
import eu.eutlas.domain.operation.Operation;
import eu.eutlas.domain.operation.OperationId;
import eu.eutlas.domain.organization.Permission;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds the operation that somebody means, if they may do what they want with it. */
public final class OperationAccess {
  private final Authorizer authorizer;
  private final ClusterRepository clusters;
  private final OperationRepository operations;

  public OperationAccess(
      Authorizer authorizer, ClusterRepository clusters, OperationRepository operations) {
    this.authorizer = authorizer;
    this.clusters = clusters;
    this.operations = operations;
  }

  /** Loads the operation as it is now, under way or ended. */
  Outcome<Operation> find(Actor actor, Permission permission, OperationId id) {
    return authorizer.admit(actor).flatMap(access -> find(access, permission, id));
  }

  /** The cluster of an operation, for whoever may change it. */
  static Target clusterOf(Operation operation) {
    return new Target(
        Permission.CHANGE_CLUSTER,
        new Address(operation.projectId(), operation.clusterId()),
        Optional.empty());
  }

  /** The operations that a cluster's document holds: under way, failed, or to be copied. */
  static Stream<Operation> held(Cluster cluster) {
    return Stream.concat(
        cluster.status().operation().stream(), cluster.outbox().operations().stream());
  }

  /**
   * An operation moves from its cluster to the ended ones; in between it stands in both, so it is
   * looked for in this order and again.
   */
  private Outcome<Operation> find(Access access, Permission permission, OperationId id) {
    var found =
        inCluster(access, id)
            .or(() -> operations.find(access.scope(), id))
            .or(() -> inCluster(access, id));
    return access.allow(permission, found, Operation::orgId, "operation");
  }

  private Optional<Operation> inCluster(Access access, OperationId id) {
    return clusters
        .findByOperation(access.scope(), id)
        .flatMap(cluster -> held(cluster).filter(held -> held.id().equals(id)).findFirst());
  }
}
