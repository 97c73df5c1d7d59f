package eu.eutlas.mail;

import eu.eutlas.application.mail.Mailer.Letter;
import jakarta.mail.internet.MimeMessage;
import java.time.Instant;
import java.util.Date;
import java.util.stream.Stream;
import org.simplejavamail.api.email.ContentTransferEncoding;
import org.simplejavamail.converter.EmailConverter;
import org.simplejavamail.email.EmailBuilder;
import org.simplejavamail.mailer.MailerHelper;

/** A letter as an internet message (RFC 5322). All that names or dates it comes from its id. */
final class Message {
  private static final int SECOND_DIGITS = 8;
  private static final int HEX = 16;
  private static final int LONGEST_LINE = 998;
  private static final int FIRST_NON_ASCII = 128;

  private Message() {}

  static MimeMessage of(Letter letter, MailTemplates templates) {
    var mail = templates.render(letter);
    var from = templates.from().value();
    var id = letter.id().value();
    var email =
        EmailBuilder.ignoringDefaults()
            .ignoringOverrides()
            .startingBlank()
            .fixingMessageId("<" + id + from.substring(from.indexOf('@')) + ">")
            .fixingSentDate(Date.from(madeAt(id)))
            .from(templates.product(), from)
            .to(letter.to().value())
            .withSubject(mail.subject())
            .withPlainText(mail.text())
            .withHTMLText(mail.html())
            .withContentTransferEncoding(encodingOf(mail))
            // Nobody's holiday notice shall answer (RFC 3834).
            .withHeader("Auto-Submitted", "auto-generated")
            .buildEmail();
    MailerHelper.validate(email);
    return EmailConverter.emailToMimeMessage(email);
  }

  /**
   * What can go as it is goes as it is, so that a link in the outbox folder is one piece (RFC 5322,
   * 2.1.1; RFC 2045, 2.7).
   */
  private static ContentTransferEncoding encodingOf(RenderedMail mail) {
    var fits =
        Stream.of(mail.text(), mail.html())
            .flatMap(String::lines)
            .allMatch(line ->
                line.length() <= LONGEST_LINE && line.chars().allMatch(c -> c < FIRST_NON_ASCII));
    return fits ? ContentTransferEncoding.BIT7 : ContentTransferEncoding.QUOTED_PRINTABLE;
  }

  /** The second in which the id was made: a mail has one date, however often it is tried. */
  private static Instant madeAt(String id) {
    return Instant.ofEpochSecond(Long.parseLong(id.substring(0, SECOND_DIGITS), HEX));
  }
}
