package eu.eutlas.memory;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * A fast hash of texts under a key; each text counts with its length, so none runs into another.
 */
public final class KeyedHash {
  private final String key;

  public KeyedHash(String key) {
    this.key = key;
  }

  /** 64 hexadecimal digits. */
  public String of(String... texts) {
    var digest = sha256();
    add(digest, key);
    for (var text : texts) {
      add(digest, text);
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  private static void add(MessageDigest digest, String text) {
    var bytes = text.getBytes(UTF_8);
    digest.update((bytes.length + ":").getBytes(UTF_8));
    digest.update(bytes);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException missing) {
      throw new IllegalStateException("Every Java platform has SHA-256.", missing);
    }
  }
}
