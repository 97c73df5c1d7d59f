package eu.eutlas.application.identity;

import eu.eutlas.application.SaveResult;
import eu.eutlas.application.mail.MailRepository;
import eu.eutlas.domain.identity.Actor;
import eu.eutlas.domain.identity.Email;
import eu.eutlas.domain.identity.User;
import java.time.InstantSource;
import java.util.Optional;

/**
 * Mails a new verification link; the link before it works no more. Nothing is answered, so that
 * nobody learns who has an account; in a burst, one mail goes out.
 */
public final class ResendVerification {
  private final UserRepository users;
  private final MailRepository mails;
  private final Tokens tokens;
  private final IdentityMails post;
  private final InstantSource clock;

  public ResendVerification(
      UserRepository users,
      MailRepository mails,
      Tokens tokens,
      IdentityMails post,
      InstantSource clock) {
    this.users = users;
    this.mails = mails;
    this.tokens = tokens;
    this.post = post;
    this.clock = clock;
  }

  public void handle(Actor.Guest guest, Email email) {
    users
        .findByEmail(email)
        .filter(user -> user.mayResendAt(clock.instant()))
        .ifPresent(user -> resend(guest, user));
  }

  private void resend(Actor.Guest guest, User user) {
    var token = tokens.oneTimeToken();
    var renewed = user.issueVerification(tokens.hash(token), clock.instant());
    // Whoever was faster has renewed it too, and has its mail on the way.
    if (users.save(renewed) == SaveResult.SAVED) {
      var mail = post.verify(renewed, token, Optional.empty(), guest);
      mails.insert(mail);
      post.hint(mail);
    }
  }
}
