package eu.eutlas.tenant.archive;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.bson.BSONException;
import org.bson.BsonDocument;
import org.bson.BsonInvalidOperationException;

/**
 * Reads an archive in its plain form, no longer compressed, and believes nothing: lengths before
 * memory is taken for them, what each place is called, that each is ended once, and its check
 * value. One document is held at a time. For one thread.
 */
final class ArchiveReader {
  private static final int FIRST_BUFFER = 64 * 1024;

  private final InputStream in;
  private final byte[] word = new byte[Integer.BYTES];
  private final Map<Place, Crc64> open = new HashMap<>();
  private byte[] buffer = new byte[FIRST_BUFFER];

  ArchiveReader(InputStream in) {
    this.in = in;
  }

  /** What an archive's documents are told to; the bytes are good for the call only. */
  interface Receiver {
    void document(Place place, byte[] bytes, int length) throws IOException;

    void end(Place place) throws IOException;
  }

  /** What comes first. */
  Prelude prelude() throws IOException {
    if (word() != ArchiveFormat.MAGIC) {
      throw new DamagedArchive("It does not begin as an archive does.");
    }
    var header = decoded(document(word()));
    if (!ArchiveFormat.VERSION.equals(text(header, "version"))) {
      throw new DamagedArchive("The archive is of a version that is not known.");
    }
    var collections = new ArrayList<CollectionDescription>();
    long read = 0;
    for (var length = word(); length != ArchiveFormat.TERMINATOR; length = word()) {
      read += document(length);
      if (read > ArchiveFormat.LARGEST_PRELUDE) {
        throw new DamagedArchive("The archive describes more collections than it can have.");
      }
      collections.add(CollectionDescription.read(decoded(length)));
    }
    var prelude =
        new Prelude(
            number(header, "concurrent_collections"),
            new ServerVersion(text(header, "server_version")),
            text(header, "tool_version"),
            collections);
    for (var collection : collections) {
      if (open.put(collection.data(prelude.server()), new Crc64()) != null) {
        throw new DamagedArchive("The archive describes " + collection.place() + " twice.");
      }
    }
    return prelude;
  }

  /** Everything after the prelude, to the end. */
  void read(Receiver receiver) throws IOException {
    while (true) {
      var first = in.read();
      if (first < 0) {
        break;
      }
      word[0] = (byte) first;
      fill(word, 1, Integer.BYTES - 1);
      block(ArchiveFormat.int32(word, 0), receiver);
    }
    if (!open.isEmpty()) {
      throw new DamagedArchive(
          "The archive ends before " + open.keySet().iterator().next() + " is complete.");
    }
  }

  private void block(int headerLength, Receiver receiver) throws IOException {
    var header = decoded(document(headerLength));
    var place = new Place(text(header, "db"), text(header, "collection"));
    var crc = open.get(place);
    if (crc == null) {
      throw new DamagedArchive("The archive has documents of " + place + " where none may be.");
    }
    var isEnd = isEnd(header);
    for (var length = word(); length != ArchiveFormat.TERMINATOR; length = word()) {
      if (isEnd) {
        throw new DamagedArchive("The archive has documents of " + place + " after its end.");
      }
      document(length);
      crc.add(buffer, 0, length);
      receiver.document(place, buffer, length);
    }
    if (isEnd) {
      end(place, crc, header, receiver);
    }
  }

  private void end(Place place, Crc64 crc, BsonDocument header, Receiver receiver)
      throws IOException {
    if (crc.value() != checkValue(header)) {
      throw new DamagedArchive("The documents of " + place + " are not those that were archived.");
    }
    open.remove(place);
    receiver.end(place);
  }

  // ---- bytes ----

  private int word() throws IOException {
    fill(word, 0, Integer.BYTES);
    return ArchiveFormat.int32(word, 0);
  }

  /** Reads the document whose length was just read into the buffer; gives the length again. */
  private int document(int length) throws IOException {
    if (length < ArchiveFormat.SMALLEST_DOCUMENT || length > ArchiveFormat.LARGEST_DOCUMENT) {
      throw new DamagedArchive("The archive has a document of an impossible length.");
    }
    if (buffer.length < length) {
      buffer =
          new byte[Math.min(ArchiveFormat.LARGEST_DOCUMENT, Math.max(length, 2 * buffer.length))];
    }
    System.arraycopy(ArchiveFormat.int32(length), 0, buffer, 0, Integer.BYTES);
    fill(buffer, Integer.BYTES, length - Integer.BYTES);
    if (buffer[length - 1] != 0) {
      throw new DamagedArchive("The archive has a document that does not end as documents do.");
    }
    return length;
  }

  private void fill(byte[] into, int offset, int length) throws IOException {
    if (in.readNBytes(into, offset, length) != length) {
      throw new DamagedArchive("The archive ends too early.", new EOFException());
    }
  }

  // ---- fields ----

  private BsonDocument decoded(int length) throws DamagedArchive {
    try {
      return ArchiveFormat.document(Arrays.copyOf(buffer, length), 0, length);
    } catch (BSONException e) {
      throw new DamagedArchive("The archive has a document that is none.", e);
    }
  }

  private static String text(BsonDocument document, String field) throws DamagedArchive {
    try {
      return document.getString(field).getValue();
    } catch (BsonInvalidOperationException e) {
      throw unknown(e);
    }
  }

  private static int number(BsonDocument document, String field) throws DamagedArchive {
    try {
      return document.getInt32(field).getValue();
    } catch (BsonInvalidOperationException e) {
      throw unknown(e);
    }
  }

  private static boolean isEnd(BsonDocument header) throws DamagedArchive {
    try {
      return header.getBoolean("EOF").getValue();
    } catch (BsonInvalidOperationException e) {
      throw unknown(e);
    }
  }

  private static long checkValue(BsonDocument header) throws DamagedArchive {
    try {
      return header.getInt64("CRC").getValue();
    } catch (BsonInvalidOperationException e) {
      throw unknown(e);
    }
  }

  private static DamagedArchive unknown(BsonInvalidOperationException cause) {
    return new DamagedArchive("The archive says something in a way that is not known.", cause);
  }
}
