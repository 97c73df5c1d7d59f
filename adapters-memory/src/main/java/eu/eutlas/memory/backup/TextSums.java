package eu.eutlas.memory.backup;

import static java.nio.charset.StandardCharsets.UTF_8;

import eu.eutlas.domain.backup.CollectionSum;
import eu.eutlas.domain.backup.Namespace;
import eu.eutlas.domain.backup.Sha256;
import java.math.BigInteger;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;

/** What a collection of texts holds, in figures. */
final class TextSums {
  private static final int BITS = 256;
  private static final Sha256 PLAIN = checksum("collection".getBytes(UTF_8));

  private TextSums() {}

  static CollectionSum of(Namespace namespace, List<String> documents) {
    var sum = BigInteger.ZERO;
    long bytes = 0;
    for (var document : documents) {
      var text = document.getBytes(UTF_8);
      sum = sum.add(new BigInteger(checksum(text).hex(), 16));
      bytes += text.length;
    }
    var hash = new Sha256("%064x".formatted(sum.mod(BigInteger.TWO.pow(BITS))));
    return new CollectionSum(
        namespace, CollectionSum.Kind.COLLECTION, documents.size(), bytes, hash, PLAIN);
  }

  static Sha256 checksum(byte[] bytes) {
    try {
      return Sha256.of(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256.", e);
    }
  }
}
