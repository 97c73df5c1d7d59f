package eu.eutlas.storage;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import software.amazon.awssdk.core.sync.RequestBody;

/**
 * Bytes that wait to be sent. They are kept in chunks that are used again, so that a part that
 * grows is never copied; and kept until they have arrived, so that they can be sent again.
 */
final class S3Body {
  private static final int CHUNK = S3Parts.CHUNK;
  private static final int FIRST = 64 * 1024;

  private final List<byte[]> chunks = new ArrayList<>();
  private long size;

  long size() {
    return size;
  }

  /** Adds as many of the bytes as there is room for in so many chunks, and says how many. */
  int add(byte[] bytes, int from, int length, int mostChunks) {
    var at = (int) (size / CHUNK);
    if (at == mostChunks) {
      return 0;
    }
    var offset = (int) (size % CHUNK);
    var many = Math.min(length, CHUNK - offset);
    System.arraycopy(bytes, from, room(at, offset + many), offset, many);
    size += many;
    return many;
  }

  /** A small object gets a small chunk. */
  private byte[] room(int at, int needed) {
    if (at == chunks.size()) {
      chunks.add(new byte[at == 0 ? FIRST : CHUNK]);
    }
    var chunk = chunks.get(at);
    if (chunk.length < needed) {
      var larger = new byte[Math.min(CHUNK, Math.max(needed, 2 * chunk.length))];
      System.arraycopy(chunk, 0, larger, 0, chunk.length);
      chunks.set(at, larger);
      return larger;
    }
    return chunk;
  }

  void clear() {
    size = 0;
  }

  RequestBody body() {
    return RequestBody.fromContentProvider(this::open, size, "application/octet-stream");
  }

  /** What the store checks them by; the one digest that every S3 store knows. */
  String md5() {
    try {
      var digest = MessageDigest.getInstance("MD5");
      var left = size;
      for (var i = 0; left > 0; i++) {
        var many = (int) Math.min(left, CHUNK);
        digest.update(chunks.get(i), 0, many);
        left -= many;
      }
      return Base64.getEncoder().encodeToString(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("This Java has no MD5.", e);
    }
  }

  private InputStream open() {
    var parts = new ArrayList<InputStream>();
    var left = size;
    for (var i = 0; left > 0; i++) {
      var many = (int) Math.min(left, CHUNK);
      parts.add(new ByteArrayInputStream(chunks.get(i), 0, many));
      left -= many;
    }
    return parts.size() == 1
        ? parts.getFirst()
        : new SequenceInputStream(Collections.enumeration(parts));
  }
}
