package eu.eutlas.application.cluster;

import eu.eutlas.application.Access;
import eu.eutlas.application.Changes;
import eu.eutlas.application.Revisions;
import eu.eutlas.application.Settings;
import eu.eutlas.application.cluster.ClusterAccess.Address;
import eu.eutlas.domain.Outcome;
import eu.eutlas.domain.Revision;
import eu.eutlas.domain.cluster.Cluster;
import eu.eutlas.domain.identity.Actor;
import eu.eutlas.domain.operation.OperationType;
import eu.eutlas.domain.organization.Permission;
import java.util.Optional;

/** Orders the end of a cluster, whatever it is doing, unless it is protected. */
public final class DeleteCluster {
  private final ClusterAccess access;
  private final ClusterRepository clusters;
  private final OperationOrder orders;
  private final Settings settings;

  public DeleteCluster(
      ClusterAccess access, ClusterRepository clusters, OperationOrder orders, Settings settings) {
    this.access = access;
    this.clusters = clusters;
    this.orders = orders;
    this.settings = settings;
  }

  /**
   * What to delete.
   *
   * @param ifMatch absent when any revision will do
   */
  public record Command(Address address, Optional<Revision> ifMatch) {}

  public Outcome<Cluster> handle(Actor actor, Command command) {
    return access
        .admitted(actor, admitted -> delete(admitted, command))
        .map(saved -> {
          orders.hint(saved);
          return saved;
        });
  }

  private Outcome<Cluster> delete(Access admitted, Command command) {
    return Changes.apply(
        () ->
            access
                .load(admitted, Permission.DELETE_CLUSTER, command.address())
                .flatMap(
                    cluster -> Revisions.check(cluster, cluster.revision(), command.ifMatch())),
        cluster ->
            cluster.delete(
                orders.draw(
                    OperationType.DELETE,
                    cluster.orgId(),
                    cluster.projectId(),
                    cluster.id(),
                    admitted.actor(),
                    settings.deleteWithin()),
                orders.turn()),
        clusters::save);
  }
}
