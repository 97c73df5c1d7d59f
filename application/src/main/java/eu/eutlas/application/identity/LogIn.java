package eu.eutlas.application.identity;

import eu.eutlas.application.Ids;
import eu.eutlas.domain.Outcome;
import eu.eutlas.domain.Refusal;
import eu.eutlas.domain.RefusalCode;
import eu.eutlas.domain.Secret;
import eu.eutlas.domain.identity.Actor;
import eu.eutlas.domain.identity.ClientKind;
import eu.eutlas.domain.identity.Email;
import eu.eutlas.domain.identity.Session;
import eu.eutlas.domain.identity.SessionId;
import eu.eutlas.domain.identity.User;
import java.time.InstantSource;

/**
 * Starts a session. A wrong address and a wrong password are answered alike, and after the same
 * time.
 */
public final class LogIn {
  private final UserRepository users;
  private final SessionRepository sessions;
  private final Passwords passwords;
  private final TokenIssue tokens;
  private final Ids ids;
  private final InstantSource clock;

  public LogIn(
      UserRepository users,
      SessionRepository sessions,
      Passwords passwords,
      TokenIssue tokens,
      Ids ids,
      InstantSource clock) {
    this.users = users;
    this.sessions = sessions;
    this.passwords = passwords;
    this.tokens = tokens;
    this.ids = ids;
    this.clock = clock;
  }

  public record Command(Email email, Secret password, ClientKind client) {}

  public Outcome<SignedIn> handle(Actor.Guest guest, Command command) {
    var user = users.findByEmail(command.email());
    if (user.isEmpty()) {
      passwords.matchNobody(command.password());
      return Outcome.refused(wrong());
    }
    return passwords.matches(command.password(), user.get().passwordHash())
        ? Outcome.done(start(guest, command, upToDate(user.get(), command)))
        : Outcome.refused(wrong());
  }

  /**
   * Hashes with today's parameters while the password is at hand. Whoever changed the account in
   * between wins, and the next log-in does it.
   */
  private User upToDate(User user, Command command) {
    if (!passwords.needsRehash(user.passwordHash())) {
      return user;
    }
    var rehashed = user.rehash(passwords.hash(command.password()));
    users.save(rehashed);
    return rehashed;
  }

  private SignedIn start(Actor.Guest guest, Command command, User user) {
    var session =
        Session.start(
            new SessionId(ids.next()),
            user.id(),
            command.client(),
            guest.caller().address(),
            guest.caller().userAgent(),
            clock.instant());
    sessions.insert(session);
    return tokens.issue(session, user);
  }

  private static Refusal wrong() {
    return new Refusal.Unauthenticated(
        RefusalCode.INVALID_CREDENTIALS, "The e-mail address or the password is wrong.");
  }
}
