package eu.eutlas.tenant.archive;

import eu.eutlas.domain.cluster.Endpoint;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.bson.BsonArray;
import org.bson.BsonBoolean;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.bson.BsonInt64;
import org.bson.BsonString;
import org.jspecify.annotations.Nullable;

/**
 * Stands before an embedded server and says that it is the primary of a replica set. What a test
 * wants otherwise it answers itself, or changes in the answer; all else goes through, the login
 * too.
 */
final class ReplicaSetInFront implements AutoCloseable {
  private static final String NAME = "rs0";
  private static final int OP_REPLY = 1;
  private static final int OP_MSG = 2013;
  private static final int HEADER = 16;
  private static final int OF_A_REPLY = 20;
  private static final int OF_A_MESSAGE = 5;

  /** Instead of an answer: the connection breaks. */
  static final BsonDocument BREAK = new BsonDocument("break", BsonBoolean.TRUE);

  private final ServerSocket server;
  private final Endpoint behind;
  private final List<Socket> sockets = new CopyOnWriteArrayList<>();
  private final List<BsonDocument> commands = new CopyOnWriteArrayList<>();
  private volatile Function<BsonDocument, Optional<BsonDocument>> answers =
      command -> Optional.empty();
  private volatile BiFunction<BsonDocument, BsonDocument, BsonDocument> changes =
      (command, reply) -> reply;

  ReplicaSetInFront(Endpoint behind) throws IOException {
    this.behind = behind;
    this.server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    Thread.ofVirtual().start(this::accept);
  }

  Endpoint endpoint() {
    var seed = new Endpoint.Seed("127.0.0.1", server.getLocalPort());
    return new Endpoint(List.of(seed), Optional.of(NAME));
  }

  /** What is answered here; absent for what goes through. */
  void answers(Function<BsonDocument, Optional<BsonDocument>> answer) {
    answers = answer;
  }

  /** What becomes of the answer to a command that went through. */
  void changes(BiFunction<BsonDocument, BsonDocument, BsonDocument> change) {
    changes = change;
  }

  /** All commands of a name, in the order in which they came. */
  List<BsonDocument> commands(String name) {
    return commands.stream().filter(command -> command.getFirstKey().equals(name)).toList();
  }

  void forget() {
    commands.clear();
  }

  static BsonDocument failure(int code) {
    return new BsonDocument("ok", new BsonInt32(0))
        .append("code", new BsonInt32(code))
        .append("errmsg", new BsonString("as the test wants it"));
  }

  static BsonDocument cursor(String namespace, List<BsonDocument> documents) {
    var cursor =
        new BsonDocument("firstBatch", new BsonArray(documents))
            .append("id", new BsonInt64(0))
            .append("ns", new BsonString(namespace));
    return new BsonDocument("cursor", cursor).append("ok", new BsonInt32(1));
  }

  private void accept() {
    try {
      while (true) {
        var client = server.accept();
        sockets.add(client);
        Thread.ofVirtual().start(() -> serve(client));
      }
    } catch (IOException e) {
      // The socket was closed: this is how it ends.
    }
  }

  private void serve(Socket client) {
    try (client;
        var through = new Socket(InetAddress.getLoopbackAddress(), behind.port())) {
      sockets.add(through);
      var in = new DataInputStream(client.getInputStream());
      var back = new DataInputStream(through.getInputStream());
      while (exchange(read(in), client.getOutputStream(), through.getOutputStream(), back)) {
        // Until one side leaves.
      }
    } catch (IOException e) {
      // One side has left.
    }
  }

  private boolean exchange(
      byte[] message, OutputStream out, OutputStream through, DataInputStream back)
      throws IOException {
    var command = body(message);
    if (command == null) {
      through.write(message);
      out.write(changed(new BsonDocument("hello", new BsonInt32(1)), read(back)));
      return true;
    }
    commands.add(command);
    var answer = answers.apply(command);
    if (answer.filter(BREAK::equals).isPresent()) {
      return false;
    }
    if (answer.isPresent()) {
      out.write(message(int32(message, 4), answer.get()));
    } else {
      through.write(message);
      out.write(changed(command, read(back)));
    }
    return true;
  }

  private byte[] changed(BsonDocument command, byte[] reply) {
    var isReply = int32(reply, 12) == OP_REPLY;
    var start = HEADER + (isReply ? OF_A_REPLY : OF_A_MESSAGE);
    var document = ArchiveFormat.document(reply, start, int32(reply, start));
    var name = command.getFirstKey();
    if (name.equals("hello") || name.equalsIgnoreCase("ismaster")) {
      asAPrimary(document);
    }
    var bytes = ArchiveFormat.bytes(changes.apply(command, document));
    var changed =
        ByteBuffer.allocate(start + bytes.length)
            .order(ByteOrder.LITTLE_ENDIAN)
            .put(reply, 0, start)
            .put(bytes)
            .putInt(0, start + bytes.length);
    return changed.array();
  }

  private void asAPrimary(BsonDocument hello) {
    var me = new BsonString("127.0.0.1:" + server.getLocalPort());
    hello.put("isWritablePrimary", BsonBoolean.TRUE);
    hello.put("ismaster", BsonBoolean.TRUE);
    hello.put("setName", new BsonString(NAME));
    hello.put("hosts", new BsonArray(List.of(me)));
    hello.put("me", me);
    hello.put("primary", me);
    hello.put("logicalSessionTimeoutMinutes", new BsonInt32(30));
  }

  /** Null for the first hello, which comes in an older form. */
  private static @Nullable BsonDocument body(byte[] message) {
    return int32(message, 12) == OP_MSG
        ? ArchiveFormat.document(
            message, HEADER + OF_A_MESSAGE, int32(message, HEADER + OF_A_MESSAGE))
        : null;
  }

  private static byte[] message(int request, BsonDocument reply) {
    var document = ArchiveFormat.bytes(reply);
    var length = HEADER + OF_A_MESSAGE + document.length;
    return ByteBuffer.allocate(length)
        .order(ByteOrder.LITTLE_ENDIAN)
        .putInt(length)
        .putInt(0)
        .putInt(request)
        .putInt(OP_MSG)
        .putInt(0)
        .put((byte) 0)
        .put(document)
        .array();
  }

  private static byte[] read(DataInputStream in) throws IOException {
    var length = Integer.reverseBytes(in.readInt());
    var message = new byte[length];
    System.arraycopy(ArchiveFormat.int32(length), 0, message, 0, Integer.BYTES);
    in.readFully(message, Integer.BYTES, length - Integer.BYTES);
    return message;
  }

  private static int int32(byte[] bytes, int at) {
    return ArchiveFormat.int32(bytes, at);
  }

  @Override
  public void close() {
    try {
      server.close();
      for (var socket : new ArrayList<>(sockets)) {
        socket.close();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
