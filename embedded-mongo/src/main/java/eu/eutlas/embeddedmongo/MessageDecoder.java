package eu.eutlas.embeddedmongo;

import de.bwaldvogel.mongo.wire.MessageFlag;
import de.bwaldvogel.mongo.wire.MongoWireProtocolHandler;
import de.bwaldvogel.mongo.wire.OpCode;
import de.bwaldvogel.mongo.wire.message.ClientRequest;
import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Reads messages; also those that want no answer, which the library's own decoder refuses. */
final class MessageDecoder extends MongoWireProtocolHandler {

  private static final int REQUEST_ID = 4;
  private static final int OP_CODE = 12;
  private static final int FLAGS = 16;

  private final Set<Integer> unanswered = ConcurrentHashMap.newKeySet();

  @Override
  protected @Nullable ClientRequest decode(ChannelHandlerContext context, ByteBuf buffer)
      throws Exception {
    int start = buffer.readerIndex();
    boolean whole =
        buffer.readableBytes() >= FLAGS + 4 && buffer.readableBytes() >= buffer.getIntLE(start);
    if (!whole) {
      refuseTooLong(buffer);
      return null;
    }
    if (buffer.getIntLE(start + OP_CODE) == OpCode.OP_MSG.getId()) {
      int flags = buffer.getIntLE(start + FLAGS);
      if (MessageFlag.MORE_TO_COME.isSet(flags)) {
        flags = MessageFlag.MORE_TO_COME.removeFrom(flags);
        unanswered.add(buffer.getIntLE(start + REQUEST_ID));
      }
      if (MessageFlag.EXHAUST_ALLOWED.isSet(flags)) {
        flags = MessageFlag.EXHAUST_ALLOWED.removeFrom(flags);
      }
      buffer.setIntLE(start + FLAGS, flags);
    }
    return super.decode(context, buffer);
  }

  private static void refuseTooLong(ByteBuf buffer) {
    if (buffer.readableBytes() >= 4
        && Integer.compareUnsigned(buffer.getIntLE(buffer.readerIndex()), MAX_MESSAGE_SIZE_BYTES)
            > 0) {
      throw new IllegalArgumentException("a message is too long");
    }
  }

  /** Whether the request wants no answer; asked once. */
  boolean isUnanswered(int requestId) {
    return unanswered.remove(requestId);
  }
}
