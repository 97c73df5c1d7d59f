package eu.eutlas.bootstrap;

import com.codahale.metrics.MetricRegistry;
import eu.eutlas.application.Eutlas;
import eu.eutlas.application.Ids;
import eu.eutlas.application.MillisecondClock;
import eu.eutlas.application.Node;
import eu.eutlas.application.Ports;
import eu.eutlas.application.Settings;
import eu.eutlas.application.cluster.Catalogue;
import eu.eutlas.bootstrap.config.Configuration;
import eu.eutlas.bootstrap.config.RegionConfiguration;
import eu.eutlas.tenant.DriverTenantDatabase;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Clock;

/**
 * The running product. It starts from the inside out: doors, folder, keys, metadata, regions, application, jobs, HTTP; and stops the
 * other way round.
 */
final class Product implements AutoCloseable {
  private static final String OUTBOX = "outbox";

  private final Closing closing;
  private final Readiness readiness;
  private final URI address;

  private Product(Closing closing, Readiness readiness, URI address) {
    this.closing = closing;
    this.readiness = readiness;
    this.address = address;
  }

  /**
   * Starts the product. What has started is stopped again when a later part cannot.
   *
   * @throws StartException with one sentence that says why not
   */
  static Product start(Configuration configuration) {
    var closing = new Closing();
    try {
      return start(configuration, closing);
    } catch (RuntimeException e) {
      closing.close();
      throw e;
    }
  }

  private static Product start(Configuration configuration, Closing closing) {
    var random = new SecureRandom();
    var clock = new MillisecondClock(Clock.systemUTC());
    var doors = closing.opened("the ports", Doors.open(configuration));
    var folder = closing.opened("the data folder", DataFolder.take(configuration.data()));
    var security = SecurityWiring.open(configuration, folder);
    var password = new Ids(clock, random).password();
    var uri = MetadataWiring.uri(configuration, folder, password, closing);
    var metadata = MetadataWiring.connect(uri, closing);
    security.check(metadata, folder);
    var node = new Node(folder.nodeId(random), new Ids(clock, random).next());
    var address = URI.create("http://localhost:" + Doors.portOf(doors.http()));
    var publicUrl = configuration.publicUrl().orElse(address);
    var metrics = new MetricRegistry();
    var jobs = JobsWiring.open(uri, closing);
    var outbox = folder.resolve(OUTBOX);
    var ports =
        new Ports(
            node,
            settings(configuration, publicUrl),
            catalogue(configuration),
            MetadataWiring.stores(metadata),
            security.ports(),
            RegionWiring.open(configuration, folder, metadata.installation().id(), closing),
            closing.opened("the tenants' databases", new DriverTenantDatabase()),
            MailWiring.mailer(configuration, publicUrl, outbox),
            jobs.port(),
            new Measurements(metrics),
            clock,
            random);
    var eutlas = closing.opened("the application", Eutlas.with(ports).start());
    var http = new HttpWiring(configuration, publicUrl, outbox, metrics);
    var readiness = http.readiness(eutlas, metadata);
    jobs.serve(eutlas, node.id(), doors, readiness, closing);
    closing.opened("the HTTP server", http.start(eutlas, doors));
    return new Product(closing, readiness, address);
  }

  private static Settings settings(Configuration configuration, URI publicUrl) {
    return new Settings(
        publicUrl,
        configuration.signUp(),
        configuration.isLocal(),
        configuration.createWithin(),
        configuration.deleteWithin(),
        configuration.workers());
  }

  private static Catalogue catalogue(Configuration configuration) {
    return new Catalogue(
        configuration.plans(),
        configuration.regions().stream().map(RegionConfiguration::region).toList(),
        configuration.releases());
  }

  /** Where people reach it on this machine. */
  URI address() {
    return address;
  }

  @Override
  public void close() {
    readiness.stop();
    closing.close();
  }
}
