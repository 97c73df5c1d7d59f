package eu.eutlas.application.operation;

import eu.eutlas.application.Authorizer;
import eu.eutlas.application.Page;
import eu.eutlas.application.PageRequest;
import eu.eutlas.application.cluster.ClusterAccess.Address;
import eu.eutlas.application.cluster.ClusterRepository;
import eu.eutlas.domain.Outcome;
import eu.eutlas.domain.cluster.Cluster;
import eu.eutlas.domain.identity.Actor;
import eu.eutlas.domain.operation.Operation;
import eu.eutlas.domain.organization.Permission;
import java.util.Optional;
import java.util.stream.Stream;

/** Lists a cluster's operations, newest first: the one under way, then those that have ended. */
public final class ListOperations {
  private final Authorizer authorizer;
  private final ClusterRepository clusters;
  private final OperationRepository operations;

  public ListOperations(
      Authorizer authorizer, ClusterRepository clusters, OperationRepository operations) {
    this.authorizer = authorizer;
    this.clusters = clusters;
    this.operations = operations;
  }

  public Outcome<Page<Operation>> handle(Actor actor, Address address, PageRequest page) {
    return authorizer
        .admit(actor)
        .flatMap(access ->
            access
                .allow(
                    Permission.READ_CLUSTER,
                    clusters
                        .find(access.scope(), address.cluster())
                        .filter(cluster -> cluster.projectId().equals(address.project()))
                        .filter(cluster -> !cluster.isDeleted()),
                    Cluster::orgId,
                    "cluster")
                .map(cluster ->
                    withRunning(
                        cluster.running(),
                        operations.list(access.scope(), cluster.id(), page),
                        page)));
  }

  /** The one under way leads the first page, in addition to what was asked for. */
  private static Page<Operation> withRunning(
      Optional<Operation> running, Page<Operation> ended, PageRequest page) {
    return page.after().isPresent()
        ? ended
        : new Page<>(
            Stream.concat(running.stream(), ended.items().stream()).toList(), ended.next());
  }
}
