package eu.eutlas.http.request;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/** A hash of a text that holds a secret (PBKDF2, RFC 8018). */
final class SlowHash {
  private static final int ROUNDS = 210_000;
  private static final int BITS = 256;

  private SlowHash() {}

  static String of(String text, String salt) {
    var spec =
        new PBEKeySpec(text.toCharArray(), salt.getBytes(StandardCharsets.UTF_8), ROUNDS, BITS);
    try {
      var hash = SecretKeyFactory.getInstance("PBKDF2WithHmacSHA512").generateSecret(spec);
      return HexFormat.of().formatHex(hash.getEncoded());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every JDK has PBKDF2.", e);
    } finally {
      spec.clearPassword();
    }
  }
}
