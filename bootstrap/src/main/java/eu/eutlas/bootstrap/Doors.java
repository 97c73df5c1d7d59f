package eu.eutlas.bootstrap;

import eu.eutlas.bootstrap.config.Configuration;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.channels.ServerSocketChannel;

/**
 * The ports, taken before anything else is touched: a port that somebody else has is found out
 * while nothing has happened yet, and port 0 has become a real one before the first link is
 * written.
 */
record Doors(ServerSocketChannel http, ServerSocketChannel admin, ServerSocketChannel jobs)
    implements AutoCloseable {

  /**
   * Opens the three doors. The API is for this machine alone in local mode; the other two always
   * are.
   *
   * @throws StartException when one is taken
   */
  static Doors open(Configuration configuration) {
    var loopback = InetAddress.getLoopbackAddress();
    var http =
        open(
            configuration.isLocal() ? loopback : any(),
            configuration.httpPort(),
            "EUTLAS_HTTP_PORT");
    try {
      var admin = open(loopback, configuration.adminPort(), "EUTLAS_ADMIN_PORT");
      try {
        return new Doors(http, admin, open(loopback, configuration.jobsPort(), "EUTLAS_JOBS_PORT"));
      } catch (StartException e) {
        close(admin);
        throw e;
      }
    } catch (StartException e) {
      close(http);
      throw e;
    }
  }

  static int portOf(ServerSocketChannel door) {
    return door.socket().getLocalPort();
  }

  @Override
  public void close() {
    close(jobs);
    close(admin);
    close(http);
  }

  static void close(ServerSocketChannel door) {
    try {
      door.close();
    } catch (IOException e) {
      throw new IllegalStateException("A port cannot be given back.", e);
    }
  }

  private static InetAddress any() {
    return new InetSocketAddress(0).getAddress();
  }

  private static ServerSocketChannel open(InetAddress address, int port, String setting) {
    try {
      var door = ServerSocketChannel.open();
      // A restart need not wait for the connections of the last run to be forgotten.
      door.setOption(StandardSocketOptions.SO_REUSEADDR, true);
      door.bind(new InetSocketAddress(address, port));
      return door;
    } catch (IOException e) {
      throw new StartException(
          "Port "
              + port
              + " is taken by another program. Stop that one, or choose another port with "
              + setting
              + ".",
          e);
    }
  }
}
