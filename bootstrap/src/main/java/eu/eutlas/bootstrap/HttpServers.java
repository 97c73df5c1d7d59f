package eu.eutlas.bootstrap;

import eu.eutlas.http.EutlasHttp;
import io.dropwizard.core.server.DefaultServerFactory;
import io.dropwizard.core.setup.Environment;
import io.dropwizard.jetty.HttpConnectorFactory;
import io.dropwizard.request.logging.LogbackAccessRequestLogFactory;
import java.nio.channels.ServerSocketChannel;
import java.util.List;
import org.eclipse.jetty.server.NetworkConnector;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;

/** The API's server and the operations port, on doors that are open already. */
final class HttpServers implements AutoCloseable {
  private final Server server;

  private HttpServers(Server server) {
    this.server = server;
  }

  /** Starts both servers. From now on requests are answered. */
  static HttpServers start(Environment environment, Doors doors) {
    var factory = new DefaultServerFactory();
    factory.setApplicationConnectors(List.of(connector(doors.http())));
    factory.setAdminConnectors(List.of(connector(doors.admin())));
    factory.setEnableVirtualThreads(true);
    factory.getGzipFilterFactory().setCompressedMimeTypes(EutlasHttp.COMPRESSED);
    factory.setRegisterDefaultExceptionMappers(false);
    var noRequestLog = new LogbackAccessRequestLogFactory();
    noRequestLog.setAppenders(List.of());
    factory.setRequestLogFactory(noRequestLog);
    var server = factory.build(environment);
    // We stop it ourselves, in our order.
    server.setStopAtShutdown(false);
    try {
      for (var connector : server.getConnectors()) {
        if (connector instanceof ServerConnector network) {
          network.open(doorOf(network, doors));
        }
      }
      server.start();
    } catch (Exception e) {
      // Jetty declares no more than this.
      throw new StartException("The HTTP server cannot start.", e);
    }
    return new HttpServers(server);
  }

  @Override
  public void close() {
    try {
      server.stop();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (Exception e) {
      // Jetty declares no more than this.
      throw new IllegalStateException("The HTTP server did not stop in order.", e);
    }
  }

  private static ServerSocketChannel doorOf(NetworkConnector connector, Doors doors) {
    return connector.getPort() == Doors.portOf(doors.http()) ? doors.http() : doors.admin();
  }

  private static HttpConnectorFactory connector(ServerSocketChannel door) {
    var factory = new HttpConnectorFactory();
    factory.setPort(Doors.portOf(door));
    return factory;
  }
}
