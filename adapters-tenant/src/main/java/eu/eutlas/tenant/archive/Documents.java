package eu.eutlas.tenant.archive;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.bson.BsonDocument;

/** Documents as bytes, somewhere in one array and never decoded. */
final class Documents {
  private static final int FIRST_CAPACITY = 64;

  private final byte[] bytes;
  private int[] offsets = new int[FIRST_CAPACITY];
  private int count;
  private long length;

  Documents(byte[] bytes) {
    this.bytes = bytes;
  }

  /** These, one after the other in an array of their own. */
  static Documents of(List<byte[]> documents) {
    var buffer = new byte[documents.stream().mapToInt(document -> document.length).sum()];
    var gathered = new Documents(buffer);
    var at = 0;
    for (var document : documents) {
      System.arraycopy(document, 0, buffer, at, document.length);
      gathered.add(at);
      at += document.length;
    }
    return gathered;
  }

  /** What is done with each. */
  @FunctionalInterface
  interface Each {
    void document(byte[] bytes, int offset, int length);
  }

  /** One more, where the array has its length. */
  void add(int offset) {
    if (count == offsets.length) {
      offsets = Arrays.copyOf(offsets, 2 * count);
    }
    offsets[count] = offset;
    count++;
    length += ArchiveFormat.int32(bytes, offset);
  }

  int count() {
    return count;
  }

  /** Of the documents alone. */
  long length() {
    return length;
  }

  /** Of what is held in memory for them. */
  int held() {
    return bytes.length;
  }

  /** Decoded; for what is small. */
  Optional<BsonDocument> first() {
    return count == 0
        ? Optional.empty()
        : Optional.of(
            ArchiveFormat.document(bytes, offsets[0], ArchiveFormat.int32(bytes, offsets[0])));
  }

  void each(Each each) {
    for (var i = 0; i < count; i++) {
      each.document(bytes, offsets[i], ArchiveFormat.int32(bytes, offsets[i]));
    }
  }

  void writeTo(OutputStream out) throws IOException {
    for (var i = 0; i < count; i++) {
      out.write(bytes, offsets[i], ArchiveFormat.int32(bytes, offsets[i]));
    }
  }
}
