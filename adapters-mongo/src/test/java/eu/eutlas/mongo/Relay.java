package eu.eutlas.mongo;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** A way to a server that can lose the server's answers. */
final class Relay implements AutoCloseable {
  private final int server;
  private final ServerSocket listener;
  private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
  private volatile boolean losing;

  Relay(int server) throws IOException {
    this.server = server;
    this.listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    Thread.ofVirtual().start(this::accept);
  }

  int port() {
    return listener.getLocalPort();
  }

  /** From now on requests arrive and answers do not: the connection ends instead. */
  void loseAnswers(boolean lose) {
    losing = lose;
  }

  private void accept() {
    try {
      while (true) {
        var client = listener.accept();
        var there = new Socket(InetAddress.getLoopbackAddress(), server);
        sockets.add(client);
        sockets.add(there);
        Thread.ofVirtual().start(() -> copy(client, there, false));
        Thread.ofVirtual().start(() -> copy(there, client, true));
      }
    } catch (IOException closed) {
      close();
    }
  }

  private void copy(Socket from, Socket to, boolean answers) {
    try (from;
        to) {
      pump(from.getInputStream(), to.getOutputStream(), answers);
    } catch (IOException ended) {
      // One side is gone, and so is the other.
      sockets.remove(from);
    }
  }

  private void pump(InputStream from, OutputStream to, boolean answers) throws IOException {
    var bytes = new byte[64 * 1024];
    for (var read = from.read(bytes); read >= 0; read = from.read(bytes)) {
      if (answers && losing) {
        return;
      }
      to.write(bytes, 0, read);
      to.flush();
    }
  }

  @Override
  public void close() {
    try {
      listener.close();
      for (var socket : sockets) {
        socket.close();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
