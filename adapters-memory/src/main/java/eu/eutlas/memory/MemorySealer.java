package eu.eutlas.memory;

import static java.nio.charset.StandardCharsets.UTF_8;

import eu.eutlas.application.PortFailure;
import eu.eutlas.application.Sealer;
import eu.eutlas.domain.SealedSecret;
import eu.eutlas.domain.Secret;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;

/**
 * A sealer for tests, trials and simulation: <strong>it hides nothing</strong>, anybody can read
 * what it has sealed. It only behaves like one, down to what it refuses to open.
 */
public final class MemorySealer implements Sealer {
  private static final Pattern SHAPE =
      Pattern.compile(
          "(?<signed>readable\\.(?<number>[0-9]+)\\.(?<secret>[A-Za-z0-9_-]*))"
              + "\\.(?<mark>[0-9a-f]{64})");

  private final KeyedHash hash;
  private final AtomicLong sealed = new AtomicLong();

  /** A sealer with the one key that a trial needs. */
  public MemorySealer() {
    this("trial");
  }

  /**
   * A sealer with a key.
   *
   * @param key what another sealer must share to open what this one sealed
   */
  public MemorySealer(String key) {
    this.hash = new KeyedHash(key);
  }

  @Override
  public SealedSecret seal(Secret secret, String ownerId, String field) {
    var readable =
        Base64.getUrlEncoder().withoutPadding().encodeToString(secret.reveal().getBytes(UTF_8));
    var signed = "readable." + sealed.incrementAndGet() + "." + readable;
    return new SealedSecret(signed + "." + hash.of(signed, ownerId, field));
  }

  @Override
  public Secret open(SealedSecret sealedSecret, String ownerId, String field) {
    var parts = SHAPE.matcher(sealedSecret.text());
    if (!parts.matches()
        || !isEqual(parts.group("mark"), hash.of(parts.group("signed"), ownerId, field))) {
      throw new PortFailure.Rejected(
          "SEALED_SECRET_INVALID",
          "The sealed secret is another's, was changed, or was sealed by a key that is not here.",
          null);
    }
    return new Secret(new String(Base64.getUrlDecoder().decode(parts.group("secret")), UTF_8));
  }

  private static boolean isEqual(String one, String other) {
    return MessageDigest.isEqual(one.getBytes(UTF_8), other.getBytes(UTF_8));
  }
}
