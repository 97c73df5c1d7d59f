package eu.eutlas.embeddedmongo;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.wire.OpCode;
import de.bwaldvogel.mongo.wire.bson.BsonEncoder;
import de.bwaldvogel.mongo.wire.message.ClientRequest;
import de.bwaldvogel.mongo.wire.message.MongoMessage;
import de.bwaldvogel.mongo.wire.message.MongoQuery;
import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Lock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One connection: its requests one after the other, on a worker, each answered in turn. */
final class ConnectionHandler extends SimpleChannelInboundHandler<ClientRequest> {

  private static final Logger log = LoggerFactory.getLogger(ConnectionHandler.class);

  /** Before OP_MSG was known to be understood, clients greet with an OP_QUERY. */
  private static final Set<String> GREETINGS = Set.of("hello", "ismaster", "isMaster");

  private static final int MOST_WAITING = 8;

  private final Connection connection;
  private final MessageDecoder decoder;
  private final Serving serving;
  private final ExecutorService workers;
  private final Lock atWork;

  private final Queue<ClientRequest> waiting = new ArrayDeque<>();
  private boolean working;

  ConnectionHandler(
      Connection connection,
      MessageDecoder decoder,
      Serving serving,
      ExecutorService workers,
      Lock atWork) {
    this.connection = connection;
    this.decoder = decoder;
    this.serving = serving;
    this.workers = workers;
    this.atWork = atWork;
  }

  @Override
  protected void channelRead0(ChannelHandlerContext context, ClientRequest request) {
    synchronized (waiting) {
      waiting.add(request);
      if (waiting.size() >= MOST_WAITING) {
        context.channel().config().setAutoRead(false);
      }
      if (working) {
        return;
      }
      working = true;
    }
    workers.execute(() -> work(context));
  }

  private void work(ChannelHandlerContext context) {
    while (true) {
      ClientRequest request;
      synchronized (waiting) {
        request = waiting.poll();
        if (request == null) {
          working = false;
          context.channel().config().setAutoRead(true);
          return;
        }
      }
      if (!mayStart()) {
        close(context);
        return;
      }
      try {
        answer(context, request);
      } catch (RuntimeException | Error e) {
        log.error("connection {} is closed: its request could not be answered", connection.id(), e);
        close(context);
      } finally {
        atWork.unlock();
      }
    }
  }

  /** Not any more once the server waits for the commands at work to end. */
  private boolean mayStart() {
    try {
      return atWork.tryLock(0, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private void answer(ChannelHandlerContext context, ClientRequest request) {
    int requestId = request.getHeader().getRequestID();
    switch (request) {
      case MongoMessage message -> {
        Document reply = serving.answer(connection, message.getDocument());
        if (!decoder.isUnanswered(requestId)) {
          send(context, message(context, reply, requestId));
        }
      }
      case MongoQuery query ->
          send(context, legacyReply(context, answerGreeting(query), requestId));
      default -> throw new IllegalStateException("not a request: " + request);
    }
  }

  private static void send(ChannelHandlerContext context, ByteBuf reply) {
    var unused = context.writeAndFlush(reply);
  }

  private static void close(ChannelHandlerContext context) {
    var unused = context.close();
  }

  private Document answerGreeting(MongoQuery query) {
    Document command =
        query.getQuery().get("$query") instanceof Document wrapped ? wrapped : query.getQuery();
    boolean greets =
        query.getCollectionName().equals("$cmd")
            && !command.isEmpty()
            && GREETINGS.contains(command.keySet().iterator().next());
    if (!greets) {
      return Replies.failure(Replies.notSupported("the legacy message OP_QUERY"));
    }
    return serving.answer(connection, command.clone().append("$db", query.getDatabaseName()));
  }

  private static ByteBuf message(ChannelHandlerContext context, Document reply, int requestId) {
    ByteBuf buffer = header(context, requestId, OpCode.OP_MSG);
    buffer.writeIntLE(0);
    buffer.writeByte(MongoMessage.SECTION_KIND_BODY);
    return finished(buffer, reply);
  }

  private static ByteBuf legacyReply(ChannelHandlerContext context, Document reply, int requestId) {
    ByteBuf buffer = header(context, requestId, OpCode.OP_REPLY);
    buffer.writeIntLE(0);
    buffer.writeLongLE(0);
    buffer.writeIntLE(0);
    buffer.writeIntLE(1);
    return finished(buffer, reply);
  }

  private static ByteBuf header(ChannelHandlerContext context, int requestId, OpCode opCode) {
    ByteBuf buffer = context.alloc().buffer();
    buffer.writeIntLE(0);
    buffer.writeIntLE(requestId);
    buffer.writeIntLE(requestId);
    buffer.writeIntLE(opCode.getId());
    return buffer;
  }

  private static ByteBuf finished(ByteBuf buffer, Document reply) {
    try {
      BsonEncoder.encodeDocument(reply, buffer);
      buffer.setIntLE(0, buffer.writerIndex());
      return buffer;
    } catch (RuntimeException e) {
      buffer.release();
      throw e;
    }
  }

  @Override
  public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
    log.debug("connection {} is closed", connection.id(), cause);
    close(context);
  }
}
