package eu.eutlas.security;

import com.google.crypto.tink.subtle.Hkdf;
import com.google.crypto.tink.subtle.Random;
import eu.eutlas.domain.InvalidValue;
import eu.eutlas.domain.Secret;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * The sealing keys of an installation, as its operator gives them: the first seals and signs, all
 * open and verify. So a new key is put in front, and an old one is taken away when nothing needs it
 * any more. No key is ever used as it is: each purpose derives its own (HKDF, RFC 5869).
 */
public final class KeyRing {
  private static final int KEY_BYTES = 32;
  private static final int ID_DIGITS = 8;
  private static final String ID_LABEL = "eutlas key id v1";
  private static final String HOW = " Make one with: openssl rand -base64 32";

  private final List<Key> keys;

  private KeyRing(List<Key> keys) {
    this.keys = List.copyOf(keys);
  }

  /**
   * Reads keys of 32 bytes each in base64 (of either alphabet, padded or not), separated by commas,
   * spaces or line breaks.
   *
   * @throws InvalidValue with a sentence that says which key is wrong and how, and shows nothing of
   *     it
   */
  public static KeyRing parse(Secret text) {
    var words = Arrays.stream(text.reveal().split("[,\\s]+")).filter(w -> !w.isEmpty()).toList();
    InvalidValue.unless(!words.isEmpty(), "There is no sealing key." + HOW);
    var keys = new ArrayList<Key>();
    for (var word : words) {
      var key = Key.parse(word, "Sealing key " + (keys.size() + 1));
      InvalidValue.unless(
          keys.stream().noneMatch(k -> k.id.equals(key.id)),
          "Sealing key " + (keys.size() + 1) + " stands there twice.");
      keys.add(key);
    }
    return new KeyRing(keys);
  }

  /** A new key as text that {@link #parse} reads: for an installation that makes its own. */
  public static Secret generate() {
    return new Secret(Base64.getEncoder().encodeToString(Random.randBytes(KEY_BYTES)));
  }

  /** The key that seals and signs. */
  Key first() {
    return keys.getFirst();
  }

  List<Key> all() {
    return keys;
  }

  Optional<Key> find(String id) {
    return keys.stream().filter(k -> k.id.equals(id)).findFirst();
  }

  /** Names the keys by their ids, which tell nothing of them. */
  @Override
  public String toString() {
    return "KeyRing" + keys;
  }

  /** One key of the ring; it shows its id and nothing else. */
  static final class Key {
    private final String id;
    private final byte[] bytes;

    private Key(byte[] bytes) {
      this.id = idOf(bytes);
      this.bytes = bytes;
    }

    static Key parse(String word, String what) {
      var bytes = decode(word, what);
      InvalidValue.unless(
          bytes.length == KEY_BYTES,
          what + " has " + bytes.length + " bytes, but takes " + KEY_BYTES + "." + HOW);
      InvalidValue.unless(
          !Arrays.equals(bytes, 1, KEY_BYTES, bytes, 0, KEY_BYTES - 1),
          what + " is one byte repeated." + HOW);
      return new Key(bytes);
    }

    String id() {
      return id;
    }

    /** The key for one purpose: 32 bytes. Another label gives an unrelated key. */
    byte[] derive(String label) {
      try {
        return Hkdf.computeHkdf(
            "HMACSHA256", bytes, new byte[0], label.getBytes(StandardCharsets.UTF_8), KEY_BYTES);
      } catch (GeneralSecurityException e) {
        throw new IllegalStateException("This Java has no HMAC-SHA-256.", e);
      }
    }

    @Override
    public String toString() {
      return id;
    }

    private static byte[] decode(String word, String what) {
      var standard = word.replace('-', '+').replace('_', '/');
      try {
        return Base64.getDecoder().decode(standard);
      } catch (IllegalArgumentException e) {
        // The cause would show a character of the key.
        throw new InvalidValue(what + " is not base64." + HOW);
      }
    }

    private static String idOf(byte[] bytes) {
      var digest = Digests.sha256();
      digest.update(ID_LABEL.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest.digest(bytes)).substring(0, ID_DIGITS);
    }
  }
}
