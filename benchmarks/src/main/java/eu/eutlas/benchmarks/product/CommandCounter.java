package eu.eutlas.benchmarks.product;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/**
 * Stands before a MongoDB server and counts the commands that go through, by the first name in each
 * message (OP_MSG, MongoDB wire protocol).
 */
final class CommandCounter implements AutoCloseable {
  private static final int HEADER = 16;
  private static final int OP_MSG = 2013;
  private static final Set<String> WRITES = Set.of("insert", "update", "delete", "findAndModify");

  private final ServerSocket door;
  private final int server;
  private final Map<String, LongAdder> counts = new ConcurrentHashMap<>();

  private CommandCounter(ServerSocket door, int server) {
    this.door = door;
    this.server = server;
  }

  static CommandCounter before(int port) throws IOException {
    var door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    var counter = new CommandCounter(door, port);
    Thread.ofVirtual().start(counter::accept);
    return counter;
  }

  int port() {
    return door.getLocalPort();
  }

  void reset() {
    counts.clear();
  }

  long commands() {
    return counts.values().stream().mapToLong(LongAdder::sum).sum();
  }

  long writes() {
    return counts.entrySet().stream()
        .filter(count -> WRITES.contains(count.getKey()))
        .mapToLong(count -> count.getValue().sum())
        .sum();
  }

  Map<String, LongAdder> byName() {
    return new TreeMap<>(counts);
  }

  @Override
  public void close() throws IOException {
    door.close();
  }

  private void accept() {
    try {
      while (true) {
        var client = door.accept();
        var upstream = new Socket(InetAddress.getLoopbackAddress(), server);
        Thread.ofVirtual().start(() -> requests(client, upstream));
        Thread.ofVirtual().start(() -> answers(upstream, client));
      }
    } catch (IOException e) {
      // The door was closed: the benchmark is over.
      return;
    }
  }

  private void requests(Socket client, Socket upstream) {
    try (client;
        upstream) {
      var in = new DataInputStream(client.getInputStream());
      OutputStream out = upstream.getOutputStream();
      while (true) {
        var header = in.readNBytes(HEADER);
        if (header.length < HEADER) {
          return;
        }
        var fields = ByteBuffer.wrap(header).order(ByteOrder.LITTLE_ENDIAN);
        var body = in.readNBytes(fields.getInt(0) - HEADER);
        if (fields.getInt(12) == OP_MSG) {
          counts.computeIfAbsent(command(body), name -> new LongAdder()).increment();
        }
        out.write(header);
        out.write(body);
        out.flush();
      }
    } catch (IOException e) {
      // One of the two has gone.
      return;
    }
  }

  private static void answers(Socket upstream, Socket client) {
    try (InputStream in = upstream.getInputStream()) {
      in.transferTo(client.getOutputStream());
    } catch (IOException e) {
      // One of the two has gone.
      return;
    }
  }

  /**
   * Behind flags (4 bytes), section kind (1), document length (4) and element type (1) stands the
   * command's name, ended by zero.
   */
  private static String command(byte[] body) {
    var begin = 10;
    var end = begin;
    while (body[end] != 0) {
      end++;
    }
    return new String(body, begin, end - begin, UTF_8);
  }
}
