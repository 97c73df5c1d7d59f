package eu.eutlas.tenant.archive;

import org.bson.BsonBinaryReader;
import org.bson.BsonReader;
import org.bson.BsonWriter;
import org.bson.codecs.Codec;
import org.bson.codecs.DecoderContext;
import org.bson.codecs.EncoderContext;

/**
 * A server's answer as it came, copied once. What the driver has for this copies a large answer
 * four times, and takes up to four times its memory.
 */
final class RawReply {
  private final byte[] bytes;

  private RawReply(byte[] bytes) {
    this.bytes = bytes;
  }

  byte[] bytes() {
    return bytes;
  }

  /** Takes the whole answer, which the driver then does not look at again. */
  static final Codec<RawReply> CODEC =
      new Codec<>() {
        @Override
        public RawReply decode(BsonReader reader, DecoderContext context) {
          var in = ((BsonBinaryReader) reader).getBsonInput();
          var length = in.readInt32();
          var bytes = new byte[length];
          System.arraycopy(ArchiveFormat.int32(length), 0, bytes, 0, Integer.BYTES);
          in.readBytes(bytes, Integer.BYTES, length - Integer.BYTES);
          return new RawReply(bytes);
        }

        @Override
        public void encode(BsonWriter writer, RawReply value, EncoderContext context) {
          throw new UnsupportedOperationException("Answers are read only.");
        }

        @Override
        public Class<RawReply> getEncoderClass() {
          return RawReply.class;
        }
      };
}
