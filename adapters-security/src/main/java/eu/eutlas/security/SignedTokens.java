package eu.eutlas.security;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.crypto.tink.subtle.Random;
import eu.eutlas.application.identity.Tokens;
import eu.eutlas.domain.Secret;
import eu.eutlas.domain.identity.SessionId;
import eu.eutlas.domain.identity.TokenHash;
import eu.eutlas.domain.identity.UserId;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Tokens signed by keys derived from the ring: made with the first key, read with any. Nothing is
 * stored. Safe for threads.
 *
 * <ul>
 *   <li>Access tokens are JWTs; times in them are whole seconds, rounded down.
 *   <li>Refresh tokens read {@code r1.<session>.<generation>.<HMAC-SHA-256>}.
 *   <li>One-time tokens are 32 random bytes, kept under their SHA-256.
 * </ul>
 */
public final class SignedTokens implements Tokens {
  private static final String REFRESH_LABEL = "eutlas refresh token v1";
  private static final String ALGORITHM = "HmacSHA256";
  private static final int RANDOM_BYTES = 32;
  private static final Pattern REFRESH_TOKEN =
      Pattern.compile(
          "(?<signed>r1\\.(?<session>[0-9a-f]{24})\\.(?<generation>0|[1-9][0-9]{0,17}))"
              + "\\.(?<mac>[A-Za-z0-9_-]{43})");

  private final AccessTokens accessTokens;
  private final List<SecretKeySpec> refreshKeys;

  public SignedTokens(KeyRing keys) {
    this.accessTokens = new AccessTokens(keys);
    this.refreshKeys =
        keys.all().stream()
            .map(key -> new SecretKeySpec(key.derive(REFRESH_LABEL), ALGORITHM))
            .toList();
  }

  @Override
  public Secret accessToken(UserId user, SessionId session, Instant issuedAt, Instant expiresAt) {
    return accessTokens.issue(user, session, issuedAt, expiresAt);
  }

  @Override
  public Optional<SessionId> readAccessToken(Secret token, Instant now) {
    return accessTokens.read(token, now);
  }

  @Override
  public Secret refreshToken(SessionId session, long generation) {
    var signed = "r1." + session.value() + "." + generation;
    return new Secret(signed + "." + mac(refreshKeys.getFirst(), signed));
  }

  @Override
  public Optional<RefreshClaim> readRefreshToken(Secret token) {
    var parts = REFRESH_TOKEN.matcher(token.reveal());
    if (!parts.matches() || !isSigned(parts.group("signed"), parts.group("mac"))) {
      return Optional.empty();
    }
    return Optional.of(
        new RefreshClaim(
            new SessionId(parts.group("session")), Long.parseLong(parts.group("generation"))));
  }

  @Override
  public Secret oneTimeToken() {
    return new Secret(base64Url(Random.randBytes(RANDOM_BYTES)));
  }

  @Override
  public TokenHash hash(Secret token) {
    var digest = Digests.sha256().digest(token.reveal().getBytes(UTF_8));
    return new TokenHash(HexFormat.of().formatHex(digest));
  }

  /** Texts are compared, not the bytes they encode: one mac has one text. */
  private boolean isSigned(String signed, String mac) {
    return refreshKeys.stream()
        .anyMatch(key ->
            MessageDigest.isEqual(mac(key, signed).getBytes(US_ASCII), mac.getBytes(US_ASCII)));
  }

  private static String mac(SecretKeySpec key, String signed) {
    try {
      var mac = Mac.getInstance(ALGORITHM);
      mac.init(key);
      return base64Url(mac.doFinal(signed.getBytes(US_ASCII)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("This Java has no HMAC-SHA-256.", e);
    }
  }

  private static String base64Url(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
