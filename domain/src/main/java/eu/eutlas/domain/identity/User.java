package eu.eutlas.domain.identity;

import eu.eutlas.domain.Outcome;
import eu.eutlas.domain.Refusal;
import eu.eutlas.domain.RefusalCode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A person with an account. {@code version} counts the writes of the document and decides races.
 *
 * @param verification the mailed token while one is open; absent when none is
 * @param verifiedAt absent until the address was proved
 */
public record User(
    UserId id,
    Email email,
    PersonName name,
    PasswordHash passwordHash,
    Optional<OneTimeToken> verification,
    Optional<Instant> verifiedAt,
    boolean administrator,
    Instant createdAt,
    Instant updatedAt,
    long version) {

  /** How long a mailed verification works. */
  public static final Duration VERIFICATION_LASTS = Duration.ofHours(24);

  /** How long an account that was never verified is kept. */
  public static final Duration UNVERIFIED_LASTS = Duration.ofDays(7);

  private static final Duration BETWEEN_MAILS = Duration.ofSeconds(30);

  /** A new account, to be verified by the token that is mailed. */
  public static User signUp(
      UserId id,
      Email email,
      PersonName name,
      PasswordHash passwordHash,
      TokenHash token,
      Instant now) {
    return new User(
        id,
        email,
        name,
        passwordHash,
        Optional.of(token(token, now)),
        Optional.empty(),
        false,
        now,
        now,
        0);
  }

  public boolean isVerified() {
    return verifiedAt.isPresent();
  }

  /**
   * Whether another verification mail may go out: not to a verified address, and not in a burst.
   */
  public boolean mayResendAt(Instant now) {
    return !isVerified()
        && verification
            .map(token -> !now.isBefore(token.issuedAt().plus(BETWEEN_MAILS)))
            .orElse(true);
  }

  /** Issues a new verification token; the one before it works no more. */
  public User issueVerification(TokenHash token, Instant now) {
    return with(Optional.of(token(token, now)), verifiedAt, administrator, now);
  }

  /** Uses up the token that the address was mailed. */
  public Outcome<User> verify(TokenHash presented, Instant now) {
    var works =
        verification
            .filter(token -> token.hash().equals(presented))
            .filter(token -> !token.isExpiredAt(now))
            .isPresent();
    return works
        ? Outcome.done(with(Optional.empty(), Optional.of(now), administrator, now))
        : Outcome.refused(invalidToken());
  }

  /** The same password, hashed with other parameters: nothing that anybody reads has changed. */
  public User rehash(PasswordHash anew) {
    return new User(
        id,
        email,
        name,
        anew,
        verification,
        verifiedAt,
        administrator,
        createdAt,
        updatedAt,
        version);
  }

  public User grantAdministration(Instant now) {
    return with(verification, verifiedAt, true, now);
  }

  /** The one answer to every token that does not work, whatever the reason. */
  public static Refusal invalidToken() {
    return new Refusal.Invalid(
        RefusalCode.TOKEN_INVALID,
        "This link does not work: it is unknown, used or expired. Ask for a new one.",
        List.of());
  }

  private static OneTimeToken token(TokenHash hash, Instant now) {
    return new OneTimeToken(hash, now, now.plus(VERIFICATION_LASTS));
  }

  private User with(
      Optional<OneTimeToken> verification,
      Optional<Instant> verifiedAt,
      boolean administrator,
      Instant now) {
    return new User(
        id,
        email,
        name,
        passwordHash,
        verification,
        verifiedAt,
        administrator,
        createdAt,
        now,
        version);
  }
}
