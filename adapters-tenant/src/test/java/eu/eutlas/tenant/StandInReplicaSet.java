package eu.eutlas.tenant;

import eu.eutlas.domain.cluster.Endpoint;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.bson.BsonArray;
import org.bson.BsonBinaryReader;
import org.bson.BsonBinaryWriter;
import org.bson.BsonBoolean;
import org.bson.BsonDocument;
import org.bson.BsonDouble;
import org.bson.BsonInt32;
import org.bson.BsonString;
import org.bson.codecs.BsonDocumentCodec;
import org.bson.codecs.DecoderContext;
import org.bson.codecs.EncoderContext;
import org.bson.io.BasicOutputBuffer;

/**
 * Three servers that say they are a replica set whose last member is the primary, and refuse every
 * login. They speak as much of the wire protocol as a driver needs to find the primary: the first
 * hello as OP_QUERY, all else as OP_MSG.
 */
final class StandInReplicaSet implements AutoCloseable {
  static final String NAME = "rs0";
  private static final int MEMBERS = 3;
  private static final int PRIMARY = 2;

  private static final int OP_REPLY = 1;
  private static final int OP_QUERY = 2004;
  private static final int OP_MSG = 2013;
  private static final int HEADER = 16;
  private static final int WIRE_VERSION = 21;
  private static final int AUTHENTICATION_FAILED = 18;

  private final List<ServerSocket> servers = new ArrayList<>();
  private final List<Socket> connections = new ArrayList<>();
  private final Map<Integer, Integer> logins = new ConcurrentHashMap<>();

  StandInReplicaSet() throws IOException {
    for (var member = 0; member < MEMBERS; member++) {
      servers.add(new ServerSocket(0, MEMBERS, InetAddress.getLoopbackAddress()));
    }
    for (var member = 0; member < MEMBERS; member++) {
      var index = member;
      Thread.ofVirtual().start(() -> accept(index));
    }
  }

  Endpoint endpoint(int... members) {
    var seeds = new ArrayList<Endpoint.Seed>();
    for (var member : members) {
      seeds.add(new Endpoint.Seed("127.0.0.1", servers.get(member).getLocalPort()));
    }
    return new Endpoint(seeds, Optional.of(NAME));
  }

  /** How many logins were tried at which member. */
  Map<Integer, Integer> logins() {
    return Map.copyOf(logins);
  }

  private void accept(int member) {
    try {
      while (true) {
        var connection = servers.get(member).accept();
        synchronized (connections) {
          connections.add(connection);
        }
        Thread.ofVirtual().start(() -> serve(member, connection));
      }
    } catch (SocketException closed) {
      // This is how it ends.
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void serve(int member, Socket connection) {
    try (connection) {
      var in = new DataInputStream(connection.getInputStream());
      while (true) {
        answer(member, in, connection.getOutputStream());
      }
    } catch (EOFException | SocketException gone) {
      // The client has left.
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void answer(int member, DataInputStream in, OutputStream out) throws IOException {
    var length = Integer.reverseBytes(in.readInt());
    var message = ByteBuffer.allocate(length - Integer.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    in.readFully(message.array());
    var request = message.getInt();
    message.getInt();
    var operation = message.getInt();
    var reply = reply(member, command(operation, message));
    out.write(operation == OP_QUERY ? opReply(request, reply) : opMessage(request, reply));
  }

  private static BsonDocument command(int operation, ByteBuffer message) {
    message.getInt();
    if (operation == OP_MSG) {
      message.get();
    } else {
      while (message.get() != 0) {
        // The name of the collection is of no interest.
      }
      message.getLong();
    }
    return new BsonDocumentCodec()
        .decode(new BsonBinaryReader(message.slice()), DecoderContext.builder().build());
  }

  private BsonDocument reply(int member, BsonDocument command) {
    return switch (command.getFirstKey()) {
      case "hello", "isMaster", "ismaster" -> hello(member);
      case "saslStart" -> {
        logins.merge(member, 1, Integer::sum);
        yield new BsonDocument("ok", new BsonDouble(0))
            .append("code", new BsonInt32(AUTHENTICATION_FAILED))
            .append("errmsg", new BsonString("Authentication failed."));
      }
      default -> new BsonDocument("ok", new BsonDouble(1));
    };
  }

  private BsonDocument hello(int member) {
    var hosts = new BsonArray();
    servers.forEach(server -> hosts.add(new BsonString("127.0.0.1:" + server.getLocalPort())));
    return new BsonDocument("helloOk", BsonBoolean.TRUE)
        .append("setName", new BsonString(NAME))
        .append("hosts", hosts)
        .append("me", hosts.get(member))
        .append("primary", hosts.get(PRIMARY))
        .append("isWritablePrimary", BsonBoolean.valueOf(member == PRIMARY))
        .append("ismaster", BsonBoolean.valueOf(member == PRIMARY))
        .append("secondary", BsonBoolean.valueOf(member != PRIMARY))
        .append("minWireVersion", new BsonInt32(0))
        .append("maxWireVersion", new BsonInt32(WIRE_VERSION))
        .append("ok", new BsonDouble(1));
  }

  private static byte[] opReply(int request, BsonDocument reply) {
    var document = bytes(reply);
    return header(HEADER + 20 + document.length, request, OP_REPLY)
        .putInt(0)
        .putLong(0)
        .putInt(0)
        .putInt(1)
        .put(document)
        .array();
  }

  private static byte[] opMessage(int request, BsonDocument reply) {
    var document = bytes(reply);
    return header(HEADER + 5 + document.length, request, OP_MSG)
        .putInt(0)
        .put((byte) 0)
        .put(document)
        .array();
  }

  private static ByteBuffer header(int length, int request, int operation) {
    return ByteBuffer.allocate(length)
        .order(ByteOrder.LITTLE_ENDIAN)
        .putInt(length)
        .putInt(0)
        .putInt(request)
        .putInt(operation);
  }

  private static byte[] bytes(BsonDocument document) {
    try (var buffer = new BasicOutputBuffer();
        var writer = new BsonBinaryWriter(buffer)) {
      new BsonDocumentCodec().encode(writer, document, EncoderContext.builder().build());
      return buffer.toByteArray();
    }
  }

  @Override
  public void close() throws IOException {
    for (var server : servers) {
      server.close();
    }
    synchronized (connections) {
      for (var connection : connections) {
        connection.close();
      }
    }
  }
}
