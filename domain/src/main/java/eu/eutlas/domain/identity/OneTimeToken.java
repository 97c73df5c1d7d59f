package eu.eutlas.domain.identity;

import java.time.Instant;

/**
 * A token that was mailed: it works once and until it expires. It lives in its user's document, so
 * that the write that uses it is the write that takes it away.
 */
public record OneTimeToken(TokenHash hash, Instant issuedAt, Instant expiresAt) {
  public boolean isExpiredAt(Instant now) {
    return !now.isBefore(expiresAt);
  }
}
