package eu.eutlas.tenant.archive;

import org.bson.BsonBinaryReader;
import org.bson.BsonBinaryWriter;
import org.bson.BsonDocument;
import org.bson.RawBsonDocument;
import org.bson.codecs.BsonDocumentCodec;
import org.bson.codecs.EncoderContext;
import org.bson.io.BasicOutputBuffer;

/** Figures of the archive form, version 0.1, as MongoDB's database tools have it. */
final class ArchiveFormat {
  static final int MAGIC = 0x8199e26d;
  static final int TERMINATOR = -1;
  static final String VERSION = "0.1";

  /** An empty document: its length and its end. */
  static final int SMALLEST_DOCUMENT = 5;

  /** What a server stores, and what it adds to it in an entry of its oplog. */
  static final int LARGEST_DOCUMENT = 16 * 1024 * 1024 + 16 * 1024;

  /** All descriptions of collections together: some hundred thousand collections. */
  static final long LARGEST_PRELUDE = 64L * 1024 * 1024;

  private ArchiveFormat() {}

  static byte[] bytes(BsonDocument document) {
    try (var buffer = new BasicOutputBuffer();
        var writer = new BsonBinaryWriter(buffer)) {
      new BsonDocumentCodec().encode(writer, document, EncoderContext.builder().build());
      return buffer.toByteArray();
    }
  }

  /**
   * Reads all of it, to its depths.
   *
   * @throws org.bson.BsonSerializationException and its like for what is no BSON
   */
  static BsonDocument document(byte[] bytes, int offset, int length) {
    return new RawBsonDocument(bytes, offset, length).decode(new BsonDocumentCodec());
  }

  /** The place in a buffer at which the value begins that a reader would read next. */
  static int position(BsonBinaryReader reader) {
    return reader.getBsonInput().getPosition();
  }

  static int int32(byte[] bytes, int at) {
    return (bytes[at] & 0xff)
        | (bytes[at + 1] & 0xff) << 8
        | (bytes[at + 2] & 0xff) << 16
        | (bytes[at + 3] & 0xff) << 24;
  }

  static byte[] int32(int value) {
    return new byte[] {
      (byte) value, (byte) (value >>> 8), (byte) (value >>> 16), (byte) (value >>> 24)
    };
  }
}
