package eu.eutlas.http;

import com.codahale.metrics.MetricRegistry;
import com.codahale.metrics.health.HealthCheck;
import com.codahale.metrics.health.HealthCheckRegistry;
import eu.eutlas.application.Eutlas;
import eu.eutlas.http.console.ConsoleFiles;
import eu.eutlas.http.dev.OutboxView;
import io.dropwizard.core.server.DefaultServerFactory;
import io.dropwizard.core.setup.Environment;
import io.dropwizard.jackson.Jackson;
import io.dropwizard.jersey.validation.Validators;
import io.dropwizard.jetty.HttpConnectorFactory;
import io.dropwizard.request.logging.LogbackAccessRequestLogFactory;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.eclipse.jetty.server.ServerConnector;

/** A real server on a free port of this machine, as the product starts it. */
@SuppressWarnings("try") // Jetty declares no more than Exception
final class Server implements AutoCloseable {
  private final EutlasHttp http;
  private final org.eclipse.jetty.server.Server jetty;

  private Server(EutlasHttp http, org.eclipse.jetty.server.Server jetty) {
    this.http = http;
    this.jetty = jetty;
  }

  static Server start(World world, HttpSettings settings, Optional<OutboxView> outbox)
      throws Exception {
    return start(world, settings, outbox, Optional.empty());
  }

  /** One more node of a world. */
  static Server start(World world, Eutlas node, HttpSettings settings) throws Exception {
    return start(new EutlasHttp(node, settings, Optional.empty(), world.clock()));
  }

  static Server start(
      World world,
      HttpSettings settings,
      Optional<OutboxView> outbox,
      Optional<ConsoleFiles> console)
      throws Exception {
    return start(new EutlasHttp(world.eutlas(), settings, outbox, world.clock(), console));
  }

  private static Server start(EutlasHttp http) throws Exception {
    var environment =
        new Environment(
            "eutlas",
            Jackson.newObjectMapper(),
            Validators.newValidatorFactory(),
            new MetricRegistry(),
            Server.class.getClassLoader(),
            new HealthCheckRegistry(),
            new io.dropwizard.core.Configuration());
    http.register(environment);
    environment.healthChecks().register("none", new AlwaysHealthy());
    var factory = new DefaultServerFactory();
    factory.setApplicationConnectors(List.of(connector()));
    factory.setAdminConnectors(List.of(connector()));
    factory.setEnableVirtualThreads(true);
    factory.getGzipFilterFactory().setCompressedMimeTypes(EutlasHttp.COMPRESSED);
    factory.setRegisterDefaultExceptionMappers(false);
    var noRequestLog = new LogbackAccessRequestLogFactory();
    noRequestLog.setAppenders(List.of());
    factory.setRequestLogFactory(noRequestLog);
    var jetty = factory.build(environment);
    jetty.start();
    return new Server(http, jetty);
  }

  int waitingRequests() {
    return http.waitingRequests();
  }

  URI address() {
    var connector = (ServerConnector) jetty.getConnectors()[0];
    return URI.create("http://localhost:" + connector.getLocalPort());
  }

  @Override
  public void close() throws Exception {
    jetty.stop();
  }

  private static HttpConnectorFactory connector() {
    var factory = new HttpConnectorFactory();
    factory.setPort(0);
    factory.setBindHost("127.0.0.1");
    return factory;
  }

  private static final class AlwaysHealthy extends HealthCheck {
    @Override
    protected Result check() {
      return Result.healthy();
    }
  }
}
