package eu.eutlas.embeddedmongo;

import de.bwaldvogel.mongo.bson.BinData;
import de.bwaldvogel.mongo.bson.Document;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import javax.crypto.Mac;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * What a server keeps of a password for SCRAM-SHA-256 (RFC 5802 and 7677): enough to check a proof,
 * not enough to make one.
 */
final class ScramSecret {

  static final String MECHANISM = "SCRAM-SHA-256";
  static final int ITERATIONS = 15_000;
  static final int SALT_BYTES = 28;

  private static final int KEY_BITS = 256;
  private static final SecureRandom RANDOM = new SecureRandom();

  private final byte[] salt;
  private final int iterations;
  private final byte[] storedKey;
  private final byte[] serverKey;

  private ScramSecret(byte[] salt, int iterations, byte[] storedKey, byte[] serverKey) {
    this.salt = salt;
    this.iterations = iterations;
    this.storedKey = storedKey;
    this.serverKey = serverKey;
  }

  static ScramSecret ofPassword(String password) {
    return derive(password, randomBytes(SALT_BYTES), ITERATIONS);
  }

  static ScramSecret derive(String password, byte[] salt, int iterations) {
    byte[] salted = stretch(SaslPrep.prepare(password), salt, iterations);
    byte[] storedKey = sha256(hmac(salted, ascii("Client Key")));
    return new ScramSecret(salt, iterations, storedKey, hmac(salted, ascii("Server Key")));
  }

  /** For a name nobody has: always the same salt for it, and keys that fit no password. */
  static ScramSecret pretended(byte[] serverSecret, UserId nobody) {
    byte[] seed = hmac(serverSecret, nobody.text().getBytes(StandardCharsets.UTF_8));
    byte[] salt = Arrays.copyOf(seed, SALT_BYTES);
    return new ScramSecret(
        salt, ITERATIONS, hmac(seed, ascii("stored")), hmac(seed, ascii("server")));
  }

  static byte[] randomBytes(int count) {
    byte[] bytes = new byte[count];
    RANDOM.nextBytes(bytes);
    return bytes;
  }

  boolean fits(String password) {
    return MessageDigest.isEqual(derive(password, salt, iterations).storedKey, storedKey);
  }

  byte[] salt() {
    return salt.clone();
  }

  int iterations() {
    return iterations;
  }

  /** Whether the client's proof over this exchange shows that it knows the password. */
  boolean proves(byte[] proof, String exchange) {
    byte[] signature = hmac(storedKey, exchange.getBytes(StandardCharsets.UTF_8));
    byte[] clientKey = new byte[signature.length];
    for (int i = 0; i < signature.length; i++) {
      clientKey[i] = (byte) (signature[i] ^ (i < proof.length ? proof[i] : 0));
    }
    boolean fits = MessageDigest.isEqual(sha256(clientKey), storedKey);
    return fits && proof.length == signature.length;
  }

  /** Shows the client that the server knows it, too. */
  byte[] sign(String exchange) {
    return hmac(serverKey, exchange.getBytes(StandardCharsets.UTF_8));
  }

  Document document() {
    return new Document("salt", new BinData(salt))
        .append("iterations", iterations)
        .append("storedKey", new BinData(storedKey))
        .append("serverKey", new BinData(serverKey));
  }

  static ScramSecret of(Document document) {
    return new ScramSecret(
        bytes(document, "salt"),
        Fields.required(document, "iterations", Integer.class),
        bytes(document, "storedKey"),
        bytes(document, "serverKey"));
  }

  private static byte[] bytes(Document document, String field) {
    return Fields.required(document, field, BinData.class).getData();
  }

  private static byte[] stretch(String password, byte[] salt, int iterations) {
    var spec = new PBEKeySpec(password.toCharArray(), salt, iterations, KEY_BITS);
    try {
      return SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256").generateSecret(spec).getEncoded();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has PBKDF2 with SHA-256", e);
    } finally {
      spec.clearPassword();
    }
  }

  private static byte[] hmac(byte[] key, byte[] text) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
      return mac.doFinal(text);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has HMAC with SHA-256", e);
    }
  }

  private static byte[] sha256(byte[] text) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
