package eu.eutlas.memory.identity;

import static java.nio.charset.StandardCharsets.UTF_8;

import eu.eutlas.application.identity.Tokens;
import eu.eutlas.domain.Secret;
import eu.eutlas.domain.identity.SessionId;
import eu.eutlas.domain.identity.TokenHash;
import eu.eutlas.domain.identity.UserId;
import eu.eutlas.memory.KeyedHash;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;

/**
 * Tokens for tests, trials and simulation. They are readable, and the same at each run:
 * <strong>one-time tokens are counted, not random</strong>, so anybody can guess them.
 */
public final class MemoryTokens implements Tokens {
  private static final Pattern ACCESS =
      Pattern.compile(
          "(?<signed>[A-Za-z0-9_-]+\\.(?<claims>[A-Za-z0-9_-]+))\\.(?<mark>[0-9a-f]{64})");
  private static final Pattern CLAIMS =
      Pattern.compile(
          "\\{\"sub\":\"[0-9a-f]{24}\",\"sid\":\"(?<session>[0-9a-f]{24})\",\"iat\":[0-9]+,"
              + "\"exp\":(?<expiry>[0-9]+)}");
  private static final Pattern REFRESH =
      Pattern.compile(
          "(?<signed>refresh-(?<session>[0-9a-f]{24})-(?<generation>[1-9][0-9]{0,17}))"
              + "-(?<mark>[0-9a-f]{64})");
  private static final String HEADER = base64("{\"alg\":\"trial\",\"typ\":\"JWT\"}");

  private final KeyedHash hash;
  private final AtomicLong made = new AtomicLong();

  /** Tokens with the one key that a trial needs. */
  public MemoryTokens() {
    this("trial");
  }

  /**
   * Tokens with a key.
   *
   * @param key what another must share to read these tokens
   */
  public MemoryTokens(String key) {
    this.hash = new KeyedHash(key);
  }

  @Override
  public Secret accessToken(UserId user, SessionId session, Instant issuedAt, Instant expiresAt) {
    var claims =
        "{\"sub\":\"%s\",\"sid\":\"%s\",\"iat\":%d,\"exp\":%d}"
            .formatted(user, session, issuedAt.getEpochSecond(), expiresAt.getEpochSecond());
    var signed = HEADER + "." + base64(claims);
    return new Secret(signed + "." + hash.of(signed));
  }

  @Override
  public Optional<SessionId> readAccessToken(Secret token, Instant now) {
    var parts = ACCESS.matcher(token.reveal());
    if (!parts.matches() || !hash.of(parts.group("signed")).equals(parts.group("mark"))) {
      return Optional.empty();
    }
    var claims =
        CLAIMS.matcher(new String(Base64.getUrlDecoder().decode(parts.group("claims")), UTF_8));
    return claims.matches() && now.getEpochSecond() < Long.parseLong(claims.group("expiry"))
        ? Optional.of(new SessionId(claims.group("session")))
        : Optional.empty();
  }

  @Override
  public Secret refreshToken(SessionId session, long generation) {
    var signed = "refresh-" + session + "-" + generation;
    return new Secret(signed + "-" + hash.of(signed));
  }

  @Override
  public Optional<RefreshClaim> readRefreshToken(Secret token) {
    var parts = REFRESH.matcher(token.reveal());
    return parts.matches() && hash.of(parts.group("signed")).equals(parts.group("mark"))
        ? Optional.of(
            new RefreshClaim(
                new SessionId(parts.group("session")), Long.parseLong(parts.group("generation"))))
        : Optional.empty();
  }

  @Override
  public Secret oneTimeToken() {
    return new Secret("one-time-token-%012d".formatted(made.incrementAndGet()));
  }

  @Override
  public TokenHash hash(Secret token) {
    return new TokenHash(new KeyedHash("token").of(token.reveal()));
  }

  private static String base64(String text) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(UTF_8));
  }
}
