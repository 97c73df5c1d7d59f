package eu.eutlas.tenant.archive;

import eu.eutlas.domain.backup.Sha256;
import java.nio.ByteBuffer;
import java.security.DigestException;
import java.security.MessageDigest;

/**
 * How many documents a collection has, how long they are, and the sum modulo 2^256 of the SHA-256
 * of each: the same in whatever order they come.
 */
final class CollectionHash {
  private static final int BYTES = 32;

  private final MessageDigest digest = Digests.sha256();
  private final byte[] one = new byte[BYTES];
  private final ByteBuffer words = ByteBuffer.wrap(one);

  /** The sum, most significant word first. */
  private final long[] sum = new long[BYTES / Long.BYTES];

  private long documents;
  private long bytes;

  void add(byte[] document, int offset, int length) {
    digest.update(document, offset, length);
    try {
      digest.digest(one, 0, BYTES);
    } catch (DigestException e) {
      throw new IllegalStateException("A SHA-256 has 32 bytes.", e);
    }
    addToSum();
    documents++;
    bytes += length;
  }

  private void addToSum() {
    long carry = 0;
    for (var i = sum.length - 1; i >= 0; i--) {
      var before = sum[i];
      var withCarry = before + carry;
      carry = Long.compareUnsigned(withCarry, before) < 0 ? 1 : 0;
      sum[i] = withCarry + words.getLong(i * Long.BYTES);
      carry += Long.compareUnsigned(sum[i], withCarry) < 0 ? 1 : 0;
    }
  }

  long documents() {
    return documents;
  }

  long bytes() {
    return bytes;
  }

  Sha256 value() {
    var buffer = ByteBuffer.allocate(BYTES);
    for (var word : sum) {
      buffer.putLong(word);
    }
    return Sha256.of(buffer.array());
  }
}
