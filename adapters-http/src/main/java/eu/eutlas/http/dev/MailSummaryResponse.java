package eu.eutlas.http.dev;

import java.time.Instant;

/** A mail in a list. */
record MailSummaryResponse(String id, String to, String subject, Instant sentAt) {
  static MailSummaryResponse of(OutboxView.Mail mail) {
    return new MailSummaryResponse(mail.id(), mail.to(), mail.subject(), mail.sentAt());
  }
}
