package eu.eutlas.application.cluster;

import eu.eutlas.application.Ids;
import eu.eutlas.application.Sealer;
import eu.eutlas.application.cluster.ClusterAccess.Address;
import eu.eutlas.domain.Outcome;
import eu.eutlas.domain.Revision;
import eu.eutlas.domain.cluster.Cluster;
import eu.eutlas.domain.cluster.OverlapMinutes;
import eu.eutlas.domain.cluster.UserChange;
import eu.eutlas.domain.identity.Actor;
import eu.eutlas.domain.operation.OperationType;
import eu.eutlas.domain.organization.Permission;
import java.util.Optional;

/**
 * Orders another login for the customer of a cluster, under another name and with another password.
 * The present one works on for a while, so that nobody who uses it is cut off.
 */
public final class RotateCredentials {
  private final ClusterOrders orders;
  private final Sealer sealer;
  private final Ids ids;

  public RotateCredentials(ClusterOrders orders, Sealer sealer, Ids ids) {
    this.orders = orders;
    this.sealer = sealer;
    this.ids = ids;
  }

  /**
   * What to change.
   *
   * @param ifMatch absent when any revision will do
   */
  public record Command(Address address, OverlapMinutes overlap, Optional<Revision> ifMatch) {}

  public Outcome<Cluster> handle(Actor actor, Command command) {
    var password = ids.password();
    return orders.take(
        actor,
        OperationType.ROTATE_CREDENTIALS,
        new ClusterOrders.Target(
            Permission.ROTATE_CREDENTIALS, command.address(), command.ifMatch()),
        (cluster, rotate, turn) -> {
          var username = cluster.spec().users().nextCustomerName();
          var sealed = sealer.seal(password, cluster.id().value(), username);
          return UserChange.rotate(cluster, sealed, command.overlap().duration(), rotate, turn);
        });
  }
}
