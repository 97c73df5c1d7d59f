package eu.eutlas.bootstrap;

import com.codahale.metrics.MetricRegistry;
import eu.eutlas.application.Eutlas;
import eu.eutlas.application.Ids;
import eu.eutlas.application.MillisecondClock;
import eu.eutlas.application.Node;
import eu.eutlas.application.PortFailure;
import eu.eutlas.application.Ports;
import eu.eutlas.application.Settings;
import eu.eutlas.application.cluster.Catalogue;
import eu.eutlas.bootstrap.config.Configuration;
import eu.eutlas.bootstrap.config.RegionConfiguration;
import eu.eutlas.embeddedmongo.EmbeddedMongo;
import eu.eutlas.mongo.MongoMetadata;
import eu.eutlas.tenant.DriverTenantDatabase;
import java.net.URI;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Optional;

/**
 * The running product. It starts from the inside out (ports, folder, keys, metadata, regions,
 * application, jobs, HTTP) and stops the other way round.
 */
final class Product implements AutoCloseable {
  private static final String OUTBOX = "outbox";

  private final Configuration configuration;
  private final Closing closing = new Closing();
  private final SecureRandom random = new SecureRandom();
  private final MillisecondClock clock = new MillisecondClock(Clock.systemUTC());
  private final Ids ids = new Ids(clock, random);
  private final MetricRegistry metrics = new MetricRegistry();
  private final HttpWiring http = new HttpWiring(metrics);
  private final Doors doors;
  private Optional<EmbeddedMongo> embedded = Optional.empty();

  private Product(Configuration configuration) {
    this.configuration = configuration;
    this.doors = closing.opened("the ports", Doors.open(configuration));
  }

  /**
   * Starts the product. What has started is stopped again when a later part cannot.
   *
   * @throws StartException with one sentence that says why not
   */
  static Product start(Configuration configuration) {
    var product = new Product(configuration);
    try {
      product.start();
      return product;
    } catch (RuntimeException e) {
      product.close();
      throw e;
    }
  }

  /** Where people reach it on this machine. */
  URI address() {
    return URI.create("http://localhost:" + Doors.portOf(doors.http()));
  }

  @Override
  public void close() {
    http.readiness().stop();
    closing.close();
  }

  private void start() {
    var folder = closing.opened("the data folder", DataFolder.take(configuration.data()));
    var security = SecurityWiring.open(configuration, folder);
    var uri = MetadataWiring.uri(configuration, folder, ids.password(), closing, this::checkDisk);
    var metadata = MetadataWiring.connect(uri, security::look, closing);
    security.check(metadata, folder);
    var jobs = JobsWiring.open(uri, closing);
    var node = new Node(folder.nodeId(random), ids.next());
    var outbox = folder.resolve(OUTBOX);
    if (configuration.smtpUrl().isEmpty()) {
      closing.opened("the outbox's sweep", OutboxSweep.start(outbox));
    }
    var ports = ports(node, metadata, security, folder, outbox, jobs);
    var eutlas = closing.opened("the application", Eutlas.with(ports).start());
    check(eutlas, metadata);
    metrics.gauge("eutlas.metadata.damaged", () -> metadata::damagedDocuments);
    jobs.serve(eutlas, node.id(), doors, configuration.jobs(), http.readiness(), closing);
    var control = control();
    var servlet =
        control.map(known ->
            new ControlServlet(
                known.token(),
                eutlas.identity().grantAdministration(),
                ids,
                new OwnBackup(uri, security.ports().sealer(), embedded)));
    closing.opened(
        "the HTTP server",
        http.start(eutlas, configuration, publicUrl(), outbox, clock, servlet, doors));
    control.ifPresent(folder::keepControl);
  }

  /** Commands go to the metadata themselves, unless this process alone has it open. */
  private Optional<Control> control() {
    return configuration.mongodbUri().isPresent()
        ? Optional.empty()
        : Optional.of(new Control(Doors.portOf(doors.admin()), ids.password()));
  }

  private Ports ports(
      Node node,
      MongoMetadata metadata,
      SecurityWiring security,
      DataFolder folder,
      Path outbox,
      JobsWiring jobs) {
    var regions =
        RegionWiring.open(configuration.regions(), metadata, folder, node.id(), clock, closing);
    return new Ports(
        node,
        settings(),
        catalogue(),
        metadata.stores(),
        security.ports(),
        regions.here(),
        regions.elsewhere(),
        closing.opened("the tenants' databases", new DriverTenantDatabase()),
        new BackupWiring(metadata, clock, random, closing)
            .open(configuration.backups(), folder, security.ports().sealer()),
        MailWiring.mailer(configuration, publicUrl(), outbox),
        jobs.port(),
        new Measurements(metrics, http.backups()),
        clock,
        random);
  }

  private URI publicUrl() {
    return configuration.publicUrl().orElseGet(this::address);
  }

  private Settings settings() {
    return new Settings(
        publicUrl(),
        configuration.signUp(),
        configuration.isLocal(),
        configuration.deadlines(),
        configuration.retries(),
        configuration.workers(),
        configuration.backups().longWork());
  }

  private Catalogue catalogue() {
    return new Catalogue(
        configuration.plans(),
        configuration.regions().stream().map(RegionConfiguration::region).toList(),
        configuration.releases());
  }

  /** The embedded server still greets when its disk is full, so greeting it is not enough. */
  private void checkDisk(EmbeddedMongo server) {
    embedded = Optional.of(server);
    http.readiness()
        .check(
            "disk",
            () ->
                server.isServing()
                    ? ""
                    : "The disk that holds the metadata is full or cannot be written.");
  }

  private void check(Eutlas eutlas, MongoMetadata metadata) {
    http.readiness()
        .check(
            "clock", () -> eutlas.isClockTrusted() ? "" : "This machine's clock is off; mend it.");
    http.readiness()
        .check(
            "metadata",
            () -> {
              try {
                metadata.stores().leases().storeTime();
                return "";
              } catch (PortFailure e) {
                return "The metadata cannot be reached.";
              }
            });
  }
}
