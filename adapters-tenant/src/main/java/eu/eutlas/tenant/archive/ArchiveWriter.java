package eu.eutlas.tenant.archive;

import eu.eutlas.application.PortFailure;
import java.io.IOException;
import java.io.OutputStream;
import org.bson.BsonBoolean;
import org.bson.BsonDocument;
import org.bson.BsonInt64;
import org.bson.BsonString;

/** Writes an archive in its plain form, not yet compressed. For one thread. */
final class ArchiveWriter {
  private static final byte[] TERMINATOR = ArchiveFormat.int32(ArchiveFormat.TERMINATOR);

  private final OutputStream out;

  ArchiveWriter(OutputStream out) {
    this.out = out;
  }

  void begin(Prelude prelude) throws IOException {
    out.write(ArchiveFormat.int32(ArchiveFormat.MAGIC));
    out.write(ArchiveFormat.bytes(prelude.header()));
    long written = 0;
    for (var collection : prelude.collections()) {
      var entry = ArchiveFormat.bytes(collection.entry());
      written += entry.length;
      if (entry.length > ArchiveFormat.LARGEST_DOCUMENT
          || written > ArchiveFormat.LARGEST_PRELUDE) {
        throw new PortFailure.Rejected(
            "TOO_MANY_COLLECTIONS", "It has more collections than one backup can describe.", null);
      }
      out.write(entry);
    }
    out.write(TERMINATOR);
  }

  /** The next documents of a place. */
  void write(Place place, Documents documents) throws IOException {
    out.write(header(place, false, 0));
    documents.writeTo(out);
    out.write(TERMINATOR);
  }

  /** A place has no more documents; these were all, by their check value. */
  void end(Place place, long crc) throws IOException {
    out.write(header(place, true, crc));
    out.write(TERMINATOR);
  }

  private static byte[] header(Place place, boolean isEnd, long crc) {
    return ArchiveFormat.bytes(
        new BsonDocument("db", new BsonString(place.database()))
            .append("collection", new BsonString(place.collection()))
            .append("EOF", BsonBoolean.valueOf(isEnd))
            .append("CRC", new BsonInt64(crc)));
  }
}
