package eu.eutlas.benchmarks.archive;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.bson.BsonInt64;
import org.bson.BsonString;
import org.bson.RawBsonDocument;
import org.jspecify.annotations.Nullable;

/**
 * A server with more documents than a disk has room for: those of {@code big} are made as they are
 * read, and what is inserted there is forgotten. All else goes through to an embedded server.
 */
final class Synthetic implements AutoCloseable {
  private static final int OP_MSG = 2013;
  private static final int HEADER = 16;
  private static final int BODY = HEADER + 5;

  private final ServerSocket server;
  private final int behind;
  private final long bytesOfEach;
  private final BsonArray documents;
  private final int documentBytes;
  private final Map<Long, Long> left = new ConcurrentHashMap<>();

  /**
   * @param behind the embedded server's port
   * @param bytesOfEach of each collection that is read
   */
  Synthetic(int behind, long bytesOfEach, BsonArray documents, int documentBytes)
      throws IOException {
    this.behind = behind;
    this.bytesOfEach = bytesOfEach;
    this.documents = documents;
    this.documentBytes = documentBytes;
    this.server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    Thread.ofVirtual().start(this::accept);
  }

  int port() {
    return server.getLocalPort();
  }

  private void accept() {
    try {
      while (true) {
        var client = server.accept();
        Thread.ofPlatform().daemon().start(() -> serve(client));
      }
    } catch (IOException closed) {
      // This is how it ends.
    }
  }

  private void serve(Socket client) {
    try (client;
        var through = new Socket(InetAddress.getLoopbackAddress(), behind)) {
      var in = new DataInputStream(new BufferedInputStream(client.getInputStream(), 1 << 16));
      var back = new DataInputStream(through.getInputStream());
      while (true) {
        var message = read(in);
        var reply = reply(message);
        if (reply == null) {
          through.getOutputStream().write(message);
          client.getOutputStream().write(read(back));
        } else {
          write(client.getOutputStream(), int32(message, 4), reply);
        }
      }
    } catch (IOException gone) {
      // The client has left.
    }
  }

  private @Nullable BsonDocument reply(byte[] message) {
    if (int32(message, 12) != OP_MSG) {
      return null;
    }
    var command = new RawBsonDocument(message, BODY, int32(message, BODY));
    if (!command.getString("$db").getValue().equals("big")) {
      return null;
    }
    return switch (command.getFirstKey()) {
      case "find" -> {
        long cursor = left.size() + 1L;
        left.put(cursor, bytesOfEach);
        yield next("firstBatch", cursor, command.getInt32("batchSize").getValue());
      }
      case "getMore" ->
          next(
              "nextBatch",
              command.getInt64("getMore").getValue(),
              command.getInt32("batchSize").getValue());
      case "insert" -> new BsonDocument("n", new BsonInt32(1)).append("ok", new BsonInt32(1));
      default -> null;
    };
  }

  private BsonDocument next(String field, long cursor, int batchSize) {
    var count = Math.min(batchSize, documents.size());
    long rest = left.merge(cursor, -(long) count * documentBytes, Long::sum);
    var reply =
        new BsonDocument(field, new BsonArray(documents.subList(0, count)))
            .append("id", new BsonInt64(rest > 0 ? cursor : 0))
            .append("ns", new BsonString("big.any"));
    return new BsonDocument("cursor", reply).append("ok", new BsonInt32(1));
  }

  private static void write(OutputStream out, int request, BsonDocument reply) throws IOException {
    var document = Orders.bytes(reply);
    out.write(
        ByteBuffer.allocate(BODY + document.length)
            .order(ByteOrder.LITTLE_ENDIAN)
            .putInt(BODY + document.length)
            .putInt(0)
            .putInt(request)
            .putInt(OP_MSG)
            .putInt(0)
            .put((byte) 0)
            .put(document)
            .array());
  }

  private static byte[] read(DataInputStream in) throws IOException {
    var length = Integer.reverseBytes(in.readInt());
    var message = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN).putInt(length);
    in.readFully(message.array(), Integer.BYTES, length - Integer.BYTES);
    return message.array();
  }

  private static int int32(byte[] bytes, int at) {
    return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).getInt(at);
  }

  @Override
  public void close() {
    try {
      server.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
