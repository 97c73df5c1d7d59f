package eu.eutlas.http.dev;

import java.time.Instant;
import java.util.List;

/**
 * A mail as it would have been sent.
 *
 * @param links the addresses in it, in their order
 */
record MailResponse(
    String id,
    String to,
    String subject,
    Instant sentAt,
    String text,
    String html,
    List<String> links) {
  static MailResponse of(OutboxView.Mail mail) {
    return new MailResponse(
        mail.id(),
        mail.to(),
        mail.subject(),
        mail.sentAt(),
        mail.text(),
        mail.html(),
        mail.links());
  }
}
