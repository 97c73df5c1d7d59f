package eu.eutlas.application.identity;

import eu.eutlas.domain.Secret;
import eu.eutlas.domain.identity.SessionId;
import eu.eutlas.domain.identity.TokenHash;
import eu.eutlas.domain.identity.UserId;
import java.time.Instant;
import java.util.Optional;

/**
 * Makes and reads the tokens that people and programs carry. What it reads is genuine or absent;
 * whether a session is still open is for the session to say.
 */
public interface Tokens {

  /** An access token (a JWT, RFC 7519) of a session. */
  Secret accessToken(UserId user, SessionId session, Instant issuedAt, Instant expiresAt);

  /** The session of a genuine access token that has not expired; absent for anything else. */
  Optional<SessionId> readAccessToken(Secret token, Instant now);

  /**
   * The refresh token of a session's generation. The same session and generation always give the
   * same token.
   */
  Secret refreshToken(SessionId session, long generation);

  /** What a genuine refresh token names; absent for anything else. */
  Optional<RefreshClaim> readRefreshToken(Secret token);

  /** A new one-time token of at least 128 random bits, fit for a link. */
  Secret oneTimeToken();

  /** The hash under which a one-time token is kept. The same token gives the same hash. */
  TokenHash hash(Secret token);

  /** A session and the generation that a refresh token stands for. */
  record RefreshClaim(SessionId session, long generation) {}
}
