package eu.eutlas.testkit.mail;

import eu.eutlas.application.mail.Mail;
import eu.eutlas.application.mail.MailId;
import eu.eutlas.application.mail.MailTemplate;
import eu.eutlas.domain.SealedSecret;
import eu.eutlas.domain.identity.CorrelationId;
import eu.eutlas.testkit.HexIds;
import eu.eutlas.testkit.PinnedClock;
import eu.eutlas.testkit.identity.Users;
import java.util.Optional;

/** Mails for tests. */
public final class Mails {
  private Mails() {}

  public static MailId id(int number) {
    return new MailId(HexIds.of(number));
  }

  public static MailBuilder aMail() {
    return aMail(1);
  }

  /** A queued mail to the user with the same number, due at the clock's start. */
  public static MailBuilder aMail(int number) {
    return new MailBuilder(
        new Mail(
            id(number),
            MailTemplate.VERIFY_EMAIL,
            Users.email(number),
            Optional.of(new SealedSecret("sealed-variables")),
            Mail.State.QUEUED,
            0,
            Optional.of(PinnedClock.START),
            Optional.empty(),
            Optional.empty(),
            new CorrelationId("test"),
            PinnedClock.START,
            0));
  }

  public static MailBuilder with(Mail mail) {
    return new MailBuilder(mail);
  }
}
