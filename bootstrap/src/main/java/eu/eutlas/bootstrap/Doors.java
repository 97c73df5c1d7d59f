package eu.eutlas.bootstrap;

import eu.eutlas.bootstrap.config.Configuration;
import eu.eutlas.bootstrap.config.DoorConfiguration;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
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
   * Opens the three doors. The API is for this machine alone in local mode; the other two are where
   * they were configured, which is loopback unless told otherwise.
   *
   * @throws StartException when one is taken, or its address is another machine's
   */
  static Doors open(Configuration configuration) {
    var loopback = InetAddress.getLoopbackAddress();
    var http =
        open(
            configuration.isLocal() ? loopback : any(),
            configuration.httpPort(),
            "EUTLAS_HTTP_PORT");
    try {
      var admin = open(configuration.admin(), "EUTLAS_ADMIN");
      try {
        return new Doors(http, admin, open(configuration.jobs(), "EUTLAS_JOBS"));
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

  private static ServerSocketChannel open(DoorConfiguration door, String settings) {
    if (!isOurs(door.address())) {
      throw new StartException(
          "This machine has no address %s. Give one of its own in %s_ADDRESS."
              .formatted(door.address().getHostAddress(), settings));
    }
    return open(door.address(), door.port(), settings + "_PORT");
  }

  private static boolean isOurs(InetAddress address) {
    try {
      return address.isLoopbackAddress()
          || address.isAnyLocalAddress()
          || NetworkInterface.getByInetAddress(address) != null;
    } catch (SocketException e) {
      // Nothing is known; binding will tell.
      return true;
    }
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
