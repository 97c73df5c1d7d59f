package eu.eutlas.application.cluster;

import eu.eutlas.application.Sealer;
import eu.eutlas.application.cluster.ClusterAccess.Address;
import eu.eutlas.domain.Outcome;
import eu.eutlas.domain.cluster.Cluster;
import eu.eutlas.domain.cluster.Endpoint;
import eu.eutlas.domain.cluster.LoginTrial;
import eu.eutlas.domain.identity.Actor;
import eu.eutlas.domain.organization.Permission;
import java.time.Duration;
import java.time.InstantSource;

/** Connects as the customer would, right now, and tells how it went. It changes nothing. */
public final class TestConnection {
  private final ClusterAccess access;
  private final TenantDatabase database;
  private final Sealer sealer;
  private final InstantSource clock;

  public TestConnection(
      ClusterAccess access, TenantDatabase database, Sealer sealer, InstantSource clock) {
    this.access = access;
    this.database = database;
    this.sealer = sealer;
    this.clock = clock;
  }

  /** How it went, in a sentence for people. */
  public record Result(boolean ok, Duration latency, String message) {}

  public Outcome<Result> handle(Actor actor, Address address) {
    return access
        .find(actor, Permission.TEST_CONNECTION, address)
        .flatMap(cluster -> cluster.openEndpoint().map(endpoint -> test(cluster, endpoint)));
  }

  private Result test(Cluster cluster, Endpoint endpoint) {
    var customer = cluster.spec().users().present();
    var password = sealer.open(customer.password(), cluster.id().value(), customer.username());
    var start = clock.instant();
    var trial =
        database.tryLogin(endpoint, new TenantDatabase.Login(customer.username(), password));
    var latency = Duration.between(start, clock.instant());
    return switch (trial) {
      case LoginTrial.Proved() ->
          new Result(true, latency, "Logged in, wrote a document and read it back.");
      case LoginTrial.Refused() ->
          new Result(false, latency, "The database refused the user name or the password.");
      case LoginTrial.NotYet(var detail) -> new Result(false, latency, detail);
    };
  }
}
