package eu.eutlas.security;

import eu.eutlas.domain.identity.PasswordHash;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * An Argon2id hash with what it was made with, as text in the PHC string format. Ours and not the
 * library's, whose text depends on the machine's language (in Turkish, {@code ID} becomes {@code
 * ıd}).
 */
final class Argon2Hash {
  private static final Pattern SHAPE =
      Pattern.compile(
          "\\$argon2id\\$v=19\\$m=([1-9][0-9]{0,6}),t=([1-9][0-9]?),p=([1-9])"
              + "\\$([A-Za-z0-9+/]{11,86})\\$([A-Za-z0-9+/]{22,86})");

  private final Cost cost;
  private final byte[] salt;
  private final byte[] hash;

  Argon2Hash(Cost cost, byte[] salt, byte[] hash) {
    this.cost = cost;
    this.salt = salt;
    this.hash = hash;
  }

  /** Reads a hash; absent when the text is none, or asks for more than any of ours. */
  static Optional<Argon2Hash> parse(String text) {
    var parts = SHAPE.matcher(text);
    if (!parts.matches()) {
      return Optional.empty();
    }
    var cost = cost(parts.toMatchResult());
    return cost.isBearable()
        ? Optional.of(new Argon2Hash(cost, decode(parts.group(4)), decode(parts.group(5))))
        : Optional.empty();
  }

  PasswordHash encode() {
    return new PasswordHash(
        "$argon2id$v=19$m=%d,t=%d,p=%d$%s$%s"
            .formatted(cost.kibibytes, cost.passes, cost.lanes, encode(salt), encode(hash)));
  }

  Cost cost() {
    return cost;
  }

  byte[] salt() {
    return salt;
  }

  byte[] hash() {
    return hash;
  }

  private static Cost cost(MatchResult parts) {
    return new Cost(
        Integer.parseInt(parts.group(1)),
        Integer.parseInt(parts.group(2)),
        Integer.parseInt(parts.group(3)));
  }

  private static String encode(byte[] bytes) {
    return Base64.getEncoder().withoutPadding().encodeToString(bytes);
  }

  private static byte[] decode(String text) {
    return Base64.getDecoder().decode(text);
  }

  /** What a hash costs to make: memory, passes over it, and lanes. */
  record Cost(int kibibytes, int passes, int lanes) {
    private static final int MAX_KIBIBYTES = 262_144;

    /** A stored hash shall not be able to take the memory of the process. */
    boolean isBearable() {
      return kibibytes <= MAX_KIBIBYTES && kibibytes >= 8 * lanes;
    }
  }
}
