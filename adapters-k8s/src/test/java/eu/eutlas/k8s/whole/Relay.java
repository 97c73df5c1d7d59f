package eu.eutlas.k8s.whole;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/** A way to an API server that can be cut, and mended at the same address. */
final class Relay implements AutoCloseable {
  private static final Pattern SERVER = Pattern.compile("127\\.0\\.0\\.1:(\\d+)");

  private final int target;
  private final int port;
  private final String kubeconfig;
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();
  private ServerSocket door;

  /** Leads to where a kubeconfig does. */
  Relay(Path kubeconfig) {
    try {
      var text = Files.readString(kubeconfig);
      var found = SERVER.matcher(text);
      if (!found.find()) {
        throw new IllegalStateException("The API server is not one of this machine.");
      }
      this.target = Integer.parseInt(found.group(1));
      this.door = listen(0);
      this.port = door.getLocalPort();
      this.kubeconfig = found.replaceAll("127.0.0.1:" + port);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The kubeconfig of those who go this way, written into a folder. */
  Path kubeconfig(Path folder) {
    try {
      return Files.writeString(folder.resolve("relayed"), kubeconfig);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** From now on nobody gets through, and who was under way is cut off. */
  synchronized void cut() {
    shut(door);
    open.forEach(Relay::shut);
    open.clear();
  }

  synchronized void mend() {
    try {
      door = listen(port);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private ServerSocket listen(int at) throws IOException {
    var opened = new ServerSocket(at, 0, InetAddress.getLoopbackAddress());
    Thread.ofPlatform().name("relay").daemon().start(() -> serve(opened));
    return opened;
  }

  private void serve(ServerSocket from) {
    while (!from.isClosed()) {
      try {
        var near = from.accept();
        connect(from, near);
      } catch (IOException cut) {
        // Nobody new is to get through.
      }
    }
  }

  private synchronized void connect(ServerSocket from, Socket near) throws IOException {
    var far = new Socket(InetAddress.getLoopbackAddress(), target);
    if (from.isClosed()) {
      shut(near);
      shut(far);
      return;
    }
    open.add(near);
    open.add(far);
    pass(near, far);
    pass(far, near);
  }

  private void pass(Socket from, Socket to) {
    Thread.ofPlatform()
        .name("relay")
        .daemon()
        .start(() -> {
          try {
            from.getInputStream().transferTo(to.getOutputStream());
          } catch (IOException cut) {
            // One end has gone, and takes the other with it.
          }
          shut(from);
          shut(to);
          open.remove(from);
          open.remove(to);
        });
  }

  private static void shut(Closeable connection) {
    try {
      connection.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    cut();
  }
}
