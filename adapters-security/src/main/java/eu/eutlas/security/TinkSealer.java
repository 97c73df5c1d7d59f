package eu.eutlas.security;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.toMap;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.subtle.AesGcmJce;
import eu.eutlas.application.PortFailure;
import eu.eutlas.application.Sealer;
import eu.eutlas.domain.InvalidValue;
import eu.eutlas.domain.SealedSecret;
import eu.eutlas.domain.Secret;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Seals with AES-256-GCM by Tink. A sealed secret reads {@code v1.<key id>.<base64url>}; owner and
 * field are authenticated with it. Safe for threads.
 */
public final class TinkSealer implements Sealer {
  private static final String KEY_LABEL = "eutlas sealing v1";
  private static final Pattern SHAPE =
      Pattern.compile("v1\\.(?<key>[0-9a-f]{8})\\.(?<sealed>[A-Za-z0-9_-]+)");
  private static final String CHECK_OWNER = "installation";
  private static final String CHECK_FIELD = "check";

  private final String sealingKey;
  private final Aead sealing;
  private final Map<String, Aead> opening;

  public TinkSealer(KeyRing keys) {
    this.sealingKey = keys.first().id();
    this.sealing = cipher(keys.first());
    this.opening = keys.all().stream().collect(toMap(KeyRing.Key::id, TinkSealer::cipher));
  }

  /**
   * {@inheritDoc}
   *
   * @throws InvalidValue when the secret is not text, for half a character in it
   */
  @Override
  public SealedSecret seal(Secret secret, String ownerId, String field) {
    var sealed = encrypt(encode(secret), place(ownerId, field));
    return new SealedSecret(
        "v1." + sealingKey + "." + Base64.getUrlEncoder().withoutPadding().encodeToString(sealed));
  }

  /**
   * {@inheritDoc}
   *
   * <p>The codes are {@code SEALING_KEY_UNKNOWN}, and {@code SEALED_SECRET_INVALID} for anything
   * else.
   */
  @Override
  public Secret open(SealedSecret sealed, String ownerId, String field) {
    var parts = SHAPE.matcher(sealed.text());
    if (!parts.matches()) {
      throw invalid(null);
    }
    var cipher =
        Optional.ofNullable(opening.get(parts.group("key"))).orElseThrow(TinkSealer::unknownKey);
    try {
      var bytes = cipher.decrypt(decode(parts.group("sealed")), place(ownerId, field));
      return new Secret(new String(bytes, UTF_8));
    } catch (GeneralSecurityException e) {
      throw invalid(e);
    }
  }

  /**
   * A text to be stored when an installation begins. Later {@link #opensCheckValue} tells by it
   * whether the keys are still the ones that its secrets were sealed with.
   */
  public String checkValue() {
    return seal(new Secret(CHECK_OWNER), CHECK_OWNER, CHECK_FIELD).text();
  }

  /** Whether it was sealed by the first key of the ring, which seals now. */
  public boolean isOfFirst(SealedSecret sealed) {
    return sealed.text().startsWith("v1." + sealingKey + ".");
  }

  /** Whether the key that made this check value is in the ring. */
  public boolean opensCheckValue(String checkValue) {
    try {
      open(new SealedSecret(checkValue), CHECK_OWNER, CHECK_FIELD);
      return true;
    } catch (PortFailure.Rejected | InvalidValue e) {
      return false;
    }
  }

  private byte[] encrypt(byte[] secret, byte[] place) {
    try {
      return sealing.encrypt(secret, place);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("This Java cannot seal with AES-256-GCM.", e);
    }
  }

  private static byte[] encode(Secret secret) {
    try {
      var bytes = UTF_8.newEncoder().encode(CharBuffer.wrap(secret.reveal()));
      var exact = new byte[bytes.remaining()];
      bytes.get(exact);
      return exact;
    } catch (CharacterCodingException e) {
      throw new InvalidValue("A secret is text: it has no half characters.");
    }
  }

  /** Only the one text that encodes the bytes is accepted: nothing in it may change unseen. */
  private static byte[] decode(String text) {
    try {
      var bytes = Base64.getUrlDecoder().decode(text);
      if (Base64.getUrlEncoder().withoutPadding().encodeToString(bytes).equals(text)) {
        return bytes;
      }
    } catch (IllegalArgumentException e) {
      // Not base64: refused below like the rest.
    }
    throw invalid(null);
  }

  /** Each part with its length before it, so that no two places read alike. */
  private static byte[] place(String ownerId, String field) {
    var owner = ownerId.getBytes(UTF_8);
    var name = field.getBytes(UTF_8);
    return ByteBuffer.allocate(2 * Integer.BYTES + owner.length + name.length)
        .putInt(owner.length)
        .put(owner)
        .putInt(name.length)
        .put(name)
        .array();
  }

  private static Aead cipher(KeyRing.Key key) {
    try {
      return new AesGcmJce(key.derive(KEY_LABEL));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("This Java has no AES-256-GCM.", e);
    }
  }

  private static PortFailure.Rejected unknownKey() {
    return new PortFailure.Rejected(
        "SEALING_KEY_UNKNOWN",
        "A secret was sealed with a key that is not among the sealing keys.",
        null);
  }

  private static PortFailure.Rejected invalid(@Nullable GeneralSecurityException cause) {
    return new PortFailure.Rejected(
        "SEALED_SECRET_INVALID",
        "A sealed secret was changed, or stands in another place than it was sealed for.",
        cause);
  }
}
