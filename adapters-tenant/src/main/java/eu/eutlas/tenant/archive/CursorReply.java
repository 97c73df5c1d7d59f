package eu.eutlas.tenant.archive;

import java.nio.ByteBuffer;
import org.bson.BsonBinaryReader;
import org.bson.BsonTimestamp;
import org.bson.BsonType;
import org.bson.ByteBufNIO;
import org.bson.io.ByteBufferBsonInput;
import org.jspecify.annotations.Nullable;

/**
 * What a find or getMore was answered.
 *
 * @param id of the cursor; 0 when there is no more
 * @param atClusterTime as of when it reads, where it was asked to read at one time
 */
record CursorReply(Documents documents, long id, @Nullable BsonTimestamp atClusterTime) {

  static CursorReply read(RawReply reply) {
    var input = new ByteBufferBsonInput(new ByteBufNIO(ByteBuffer.wrap(reply.bytes())));
    try (var reader = new BsonBinaryReader(input)) {
      reader.readStartDocument();
      while (reader.readBsonType() != BsonType.END_OF_DOCUMENT) {
        if (reader.readName().equals("cursor")) {
          return cursor(reader, reply.bytes());
        }
        reader.skipValue();
      }
    }
    throw new IllegalStateException("An answer to a find has a cursor.");
  }

  private static CursorReply cursor(BsonBinaryReader reader, byte[] bytes) {
    var documents = new Documents(bytes);
    long id = 0;
    BsonTimestamp time = null;
    reader.readStartDocument();
    while (reader.readBsonType() != BsonType.END_OF_DOCUMENT) {
      switch (reader.readName()) {
        case "firstBatch", "nextBatch" -> {
          collect(documents, bytes, ArchiveFormat.position(reader));
          reader.skipValue();
        }
        case "id" -> id = reader.readInt64();
        case "atClusterTime" -> time = reader.readTimestamp();
        default -> reader.skipValue();
      }
    }
    return new CursorReply(documents, id, time);
  }

  /** An array is a document: of each element its type, its number as a text, and itself. */
  private static void collect(Documents documents, byte[] bytes, int array) {
    var at = array + Integer.BYTES;
    while (bytes[at] == BsonType.DOCUMENT.getValue()) {
      at++;
      while (bytes[at] != 0) {
        at++;
      }
      at++;
      documents.add(at);
      at += ArchiveFormat.int32(bytes, at);
    }
  }
}
