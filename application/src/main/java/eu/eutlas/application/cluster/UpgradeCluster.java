package eu.eutlas.application.cluster;

import eu.eutlas.application.cluster.ClusterAccess.Address;
import eu.eutlas.domain.Outcome;
import eu.eutlas.domain.Refusal;
import eu.eutlas.domain.Revision;
import eu.eutlas.domain.cluster.Cluster;
import eu.eutlas.domain.cluster.ClusterChange;
import eu.eutlas.domain.cluster.MongoRelease;
import eu.eutlas.domain.cluster.MongoVersion;
import eu.eutlas.domain.identity.Actor;
import eu.eutlas.domain.operation.OperationType;
import eu.eutlas.domain.organization.Permission;
import java.util.Optional;

/** Orders a newer MongoDB version for a cluster, one major version at a time. Its data stays. */
public final class UpgradeCluster {
  private final ClusterOrders orders;
  private final Catalogue catalogue;

  public UpgradeCluster(ClusterOrders orders, Catalogue catalogue) {
    this.orders = orders;
    this.catalogue = catalogue;
  }

  /**
   * What to change.
   *
   * @param ifMatch absent when any revision will do
   */
  public record Command(Address address, MongoVersion mongoVersion, Optional<Revision> ifMatch) {}

  public Outcome<Cluster> handle(Actor actor, Command command) {
    return orders.take(
        actor,
        OperationType.UPGRADE,
        new ClusterOrders.Target(Permission.CHANGE_CLUSTER, command.address(), command.ifMatch()),
        (cluster, upgrade, turn) ->
            offered(command.mongoVersion())
                .flatMap(version -> ClusterChange.upgrade(cluster, version, upgrade, turn)));
  }

  private Outcome<MongoVersion> offered(MongoVersion version) {
    return catalogue
        .release(version)
        .map(MongoRelease::version)
        .map(Outcome::done)
        .orElseGet(
            () -> Outcome.refused(Refusal.invalid("mongoVersion", "This version is not offered.")));
  }
}
