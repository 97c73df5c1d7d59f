package eu.eutlas.application.cluster;

import eu.eutlas.application.cluster.ClusterAccess.Address;
import eu.eutlas.domain.Outcome;
import eu.eutlas.domain.Refusal;
import eu.eutlas.domain.Revision;
import eu.eutlas.domain.cluster.Cluster;
import eu.eutlas.domain.cluster.ClusterChange;
import eu.eutlas.domain.cluster.Plan;
import eu.eutlas.domain.cluster.PlanId;
import eu.eutlas.domain.identity.Actor;
import eu.eutlas.domain.operation.OperationType;
import eu.eutlas.domain.organization.Permission;
import java.util.Optional;

/** Orders another plan for a cluster. Its data stays; its servers may be replaced one by one. */
public final class ResizeCluster {
  private final ClusterOrders orders;
  private final Catalogue catalogue;

  public ResizeCluster(ClusterOrders orders, Catalogue catalogue) {
    this.orders = orders;
    this.catalogue = catalogue;
  }

  /**
   * What to change.
   *
   * @param ifMatch absent when any revision will do
   */
  public record Command(Address address, PlanId plan, Optional<Revision> ifMatch) {}

  public Outcome<Cluster> handle(Actor actor, Command command) {
    return orders.take(
        actor,
        OperationType.RESIZE,
        new ClusterOrders.Target(Permission.CHANGE_CLUSTER, command.address(), command.ifMatch()),
        (cluster, resize, turn) ->
            offered(command.plan())
                .flatMap(plan -> ClusterChange.resize(cluster, plan, resize, turn)));
  }

  private Outcome<Plan> offered(PlanId id) {
    return catalogue
        .plan(id)
        .map(Outcome::done)
        .orElseGet(() -> Outcome.refused(Refusal.invalid("plan", "There is no such plan.")));
  }
}
