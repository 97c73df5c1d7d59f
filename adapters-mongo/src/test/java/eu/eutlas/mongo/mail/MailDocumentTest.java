package eu.eutlas.mongo.mail;

import eu.eutlas.mongo.GoldenDocument;
import eu.eutlas.testkit.Origins;
import eu.eutlas.testkit.PinnedClock;
import eu.eutlas.testkit.identity.Users;
import eu.eutlas.testkit.mail.Mails;
import org.junit.jupiter.api.Test;

final class MailDocumentTest {

  @Test
  void keepsTheFormOfAQueuedMail() {
    var mail =
        Mails.aMail(1)
            .attempts(2)
            .dueAt(PinnedClock.START.plusMillis(1))
            .origin(Origins.of(3))
            .answeredUserId(Users.id(4).value())
            .version(5)
            .build();

    GoldenDocument.check("mail", mail, MailDocument::toBson, MailDocument::fromBson);
  }

  @Test
  void keepsTheFormOfASentMail() {
    GoldenDocument.check(
        "mail-sent", Mails.aMail(1).sent().build(), MailDocument::toBson, MailDocument::fromBson);
  }
}
