package eu.eutlas.application.identity;

import eu.eutlas.application.Changes;
import eu.eutlas.application.Created;
import eu.eutlas.application.Ids;
import eu.eutlas.application.Origins;
import eu.eutlas.application.PortFailure;
import eu.eutlas.application.SaveResult;
import eu.eutlas.application.Settings;
import eu.eutlas.application.mail.Mail;
import eu.eutlas.application.mail.MailRepository;
import eu.eutlas.domain.OriginKey;
import eu.eutlas.domain.Outcome;
import eu.eutlas.domain.Refusal;
import eu.eutlas.domain.RefusalCode;
import eu.eutlas.domain.Secret;
import eu.eutlas.domain.identity.Actor;
import eu.eutlas.domain.identity.Email;
import eu.eutlas.domain.identity.NewPassword;
import eu.eutlas.domain.identity.PasswordHash;
import eu.eutlas.domain.identity.PersonName;
import eu.eutlas.domain.identity.User;
import eu.eutlas.domain.identity.UserId;
import java.time.InstantSource;
import java.util.Optional;

/**
 * Makes an account. The answer does not tell whether the address has one already: then its owner
 * gets a mail that says so. An account that was never verified is replaced.
 */
public final class SignUp {
  private static final int TRIES = 3;

  private final Settings settings;
  private final UserRepository users;
  private final MailRepository mails;
  private final Passwords passwords;
  private final Tokens tokens;
  private final IdentityMails post;
  private final Ids ids;
  private final InstantSource clock;

  public SignUp(
      Settings settings,
      UserRepository users,
      MailRepository mails,
      Passwords passwords,
      Tokens tokens,
      IdentityMails post,
      Ids ids,
      InstantSource clock) {
    this.settings = settings;
    this.users = users;
    this.mails = mails;
    this.passwords = passwords;
    this.tokens = tokens;
    this.post = post;
    this.ids = ids;
    this.clock = clock;
  }

  public record Command(
      Email email, NewPassword password, PersonName name, Optional<OriginKey> origin) {}

  /**
   * Signs up.
   *
   * @return the id that the account has, or would have if the address were free
   */
  public Outcome<Created<UserId>> handle(Actor.Guest guest, Command command) {
    if (settings.signUp() != Settings.SignUpPolicy.OPEN) {
      return Outcome.refused(
          new Refusal.Forbidden(
              RefusalCode.SIGNUP_CLOSED,
              "Signing up is by invitation here. Ask an administrator for one."));
    }
    if (passwords.isKnownBad(command.password().secret())) {
      return Outcome.refused(
          Refusal.invalid(
              "password", "This password is one of the first that others would guess."));
    }
    return replay(command).orElseGet(() -> signUp(guest, command));
  }

  private Outcome<Created<UserId>> signUp(Actor.Guest guest, Command command) {
    var hash = passwords.hash(command.password().secret());
    for (var attempt = 1; attempt <= TRIES; attempt++) {
      var existing = users.findByEmail(command.email());
      if (existing.filter(User::isVerified).isPresent()) {
        var answered = new UserId(ids.next());
        return posted(
            command, post.alreadyRegistered(existing.get(), answered, command.origin(), guest));
      }
      var token = tokens.oneTimeToken();
      var user = newUser(command, hash, token, existing);
      if (replace(existing, user)) {
        return posted(command, post.verify(user, token, command.origin(), guest));
      }
    }
    return Outcome.refused(Changes.busy());
  }

  /** Who replaces the first account, which administers, is the first account. */
  private User newUser(Command command, PasswordHash hash, Secret token, Optional<User> replaced) {
    var now = clock.instant();
    var user =
        User.signUp(
            new UserId(ids.next()), command.email(), command.name(), hash, tokens.hash(token), now);
    var isFirst = users.isEmpty() || replaced.filter(User::administrator).isPresent();
    return settings.firstUserAdministers() && isFirst ? user.grantAdministration(now) : user;
  }

  /**
   * Whether the account is in place; not when somebody else signed up with the address just now.
   */
  private boolean replace(Optional<User> unverified, User user) {
    if (unverified.isPresent() && users.remove(unverified.get()) == SaveResult.STALE) {
      return false;
    }
    try {
      users.insert(user);
      return true;
    } catch (PortFailure.Duplicate e) {
      return false;
    }
  }

  /** The mail is written before the answer; the same request in two copies writes it once. */
  private Outcome<Created<UserId>> posted(Command command, Mail mail) {
    try {
      mails.insert(mail);
    } catch (PortFailure.Duplicate e) {
      return replay(command).orElseThrow(() -> e);
    }
    post.hint(mail);
    return Outcome.done(new Created<>(answered(mail), false));
  }

  private Optional<Outcome<Created<UserId>>> replay(Command command) {
    return command
        .origin()
        .flatMap(origin -> mails.findByOrigin(origin.keyHash()))
        .flatMap(
            mail -> Origins.replay(command.origin(), Optional.of(answered(mail)), mail.origin()));
  }

  private static UserId answered(Mail mail) {
    return new UserId(mail.answeredUserId().orElseThrow());
  }
}
