package eu.eutlas.jobs;

import com.sun.net.httpserver.BasicAuthenticator;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import eu.eutlas.domain.Secret;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jobrunr.dashboard.JobRunrApiHandler;
import org.jobrunr.dashboard.JobRunrSseHandler;
import org.jobrunr.dashboard.JobRunrStaticFileHandler;
import org.jobrunr.dashboard.server.HttpExchangeHandler;

/**
 * JobRunr's dashboard on a server of ours: JobRunr's own binds all interfaces, hides its port and
 * lets any page that is open in the browser change jobs. Nothing is sent to JobRunr's makers.
 */
public final class JobsDashboard implements AutoCloseable {
  private static final boolean TELEMETRY = false;
  private static final int BACKLOG = 0;

  private final HttpServer server;
  private final List<HttpExchangeHandler> handlers;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

  private JobsDashboard(
      JobRunrStorage storage, HttpServer server, Optional<DashboardCredentials> credentials) {
    this.server = server;
    this.handlers =
        List.of(
            new JobRunrStaticFileHandler(),
            new JobRunrApiHandler(storage.provider(), storage.json(), TELEMETRY),
            new JobRunrSseHandler(storage.provider(), storage.json()));
    server.setExecutor(threads);
    handlers.forEach(handler -> mount(handler.getContextPath(), handler, credentials));
    mount("/", JobsDashboard::redirect, credentials);
  }

  /**
   * Shows the dashboard on 127.0.0.1, to whoever is on this machine.
   *
   * @param port 0 for any that is free; see {@link #port()}
   * @throws PortInUseException when the port is taken
   */
  public static JobsDashboard start(JobRunrStorage storage, int port) {
    var address = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
    return start(storage, address, Optional.empty());
  }

  /**
   * Shows the dashboard on an address, to whoever has the credentials. They travel in the clear:
   * put something in front that speaks TLS.
   *
   * @param credentials may be absent on a loopback address only
   * @throws IllegalArgumentException when others could reach it without credentials
   * @throws PortInUseException when the port is taken
   */
  public static JobsDashboard start(
      JobRunrStorage storage,
      InetSocketAddress address,
      Optional<DashboardCredentials> credentials) {
    if (credentials.isEmpty() && !address.getAddress().isLoopbackAddress()) {
      throw new IllegalArgumentException("A dashboard that others can reach wants credentials.");
    }
    try {
      var dashboard = new JobsDashboard(storage, HttpServer.create(address, BACKLOG), credentials);
      dashboard.server.start();
      return dashboard;
    } catch (BindException taken) {
      throw new PortInUseException(address.getPort(), taken);
    } catch (IOException failure) {
      throw new UncheckedIOException("The dashboard cannot listen on " + address, failure);
    }
  }

  /** Where it listens; the real port, also where any was asked for. */
  public int port() {
    return server.getAddress().getPort();
  }

  /** Ends the streams and frees the port. Repeatable. */
  @Override
  public void close() {
    handlers.forEach(HttpExchangeHandler::close);
    server.stop(0);
    threads.shutdownNow();
  }

  private void mount(String path, HttpHandler handler, Optional<DashboardCredentials> credentials) {
    var context = server.createContext(path, handler);
    context
        .getFilters()
        .add(new DashboardGuard(server.getAddress().getAddress().isLoopbackAddress()));
    credentials.ifPresent(wanted -> context.setAuthenticator(new Login(wanted)));
  }

  private static void redirect(HttpExchange exchange) throws IOException {
    if (exchange.getRequestURI().getPath().equals("/")) {
      exchange.getResponseHeaders().add("Location", "/dashboard");
      exchange.sendResponseHeaders(HttpURLConnection.HTTP_MOVED_TEMP, -1);
    } else {
      exchange.sendResponseHeaders(HttpURLConnection.HTTP_NOT_FOUND, -1);
    }
    exchange.close();
  }

  private static final class Login extends BasicAuthenticator {
    private final DashboardCredentials wanted;

    Login(DashboardCredentials wanted) {
      super("EUTLAS jobs");
      this.wanted = wanted;
    }

    @Override
    public boolean checkCredentials(String username, String password) {
      // Both are compared, and in constant time, so that the time tells nothing.
      var isUser = new Secret(username).equals(new Secret(wanted.username()));
      var isPassword = new Secret(password).equals(wanted.password());
      return isUser && isPassword;
    }
  }
}
