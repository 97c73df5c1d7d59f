package eu.eutlas.application.cluster;

import eu.eutlas.application.Changes;
import eu.eutlas.application.Sealer;
import eu.eutlas.application.cluster.ClusterAccess.Address;
import eu.eutlas.domain.Outcome;
import eu.eutlas.domain.Secret;
import eu.eutlas.domain.cluster.Cluster;
import eu.eutlas.domain.cluster.Endpoint;
import eu.eutlas.domain.identity.Actor;
import eu.eutlas.domain.organization.Permission;
import java.time.Instant;
import java.util.Optional;

/**
 * Shows how to connect, password included. Each look is an event, saved before the password is
 * shown.
 */
public final class ReadCredentials {
  private final ClusterAccess access;
  private final ClusterRepository clusters;
  private final Sealer sealer;
  private final OperationOrder orders;

  public ReadCredentials(
      ClusterAccess access, ClusterRepository clusters, Sealer sealer, OperationOrder orders) {
    this.access = access;
    this.clusters = clusters;
    this.sealer = sealer;
    this.orders = orders;
  }

  /**
   * What a client needs.
   *
   * @param former the login of before the last rotation, while it still works
   */
  public record Credentials(
      Endpoint endpoint, String username, Secret password, Optional<Former> former) {
    public Secret connectionString() {
      return endpoint.connectionString(username, password);
    }
  }

  /** A login that works until then. */
  public record Former(String username, Instant until) {}

  public Outcome<Credentials> handle(Actor actor, Address address) {
    return access.admitted(
        actor,
        admitted ->
            Changes.apply(
                    () -> access.load(admitted, Permission.READ_CREDENTIALS, address),
                    cluster ->
                        cluster
                            .openEndpoint()
                            .map(open -> cluster.credentialsRead(actor, orders.turn())),
                    clusters::save)
                .flatMap(this::show));
  }

  private Outcome<Credentials> show(Cluster cluster) {
    orders.told(cluster);
    return cluster.openEndpoint().map(endpoint -> credentials(cluster, endpoint));
  }

  private Credentials credentials(Cluster cluster, Endpoint endpoint) {
    var users = cluster.spec().users();
    var login = users.present();
    var password = sealer.open(login.password(), cluster.id().value(), login.username());
    var former =
        users
            .outgoing()
            .flatMap(outgoing ->
                outgoing.until().map(end -> new Former(outgoing.login().username(), end)));
    return new Credentials(endpoint, login.username(), password, former);
  }
}
