package eu.eutlas.bootstrap;

import eu.eutlas.application.mail.Mailer;
import eu.eutlas.bootstrap.config.Configuration;
import eu.eutlas.domain.InvalidValue;
import eu.eutlas.domain.Secret;
import eu.eutlas.domain.identity.Email;
import eu.eutlas.mail.MailTemplates;
import eu.eutlas.mail.OutboxMailer;
import eu.eutlas.mail.SmtpMailer;
import eu.eutlas.mail.SmtpServer;
import java.net.URI;
import java.nio.file.Path;

/** Mails go to the mail server that was configured, or else into the outbox folder. */
final class MailWiring {
  private static final String PRODUCT = "EUTLAS";

  private MailWiring() {}

  static Mailer mailer(Configuration configuration, URI publicUrl, Path outbox) {
    var from = configuration.mailFrom().orElseGet(() -> usualSender(publicUrl));
    var templates = new MailTemplates(from, PRODUCT);
    return configuration
        .smtpUrl()
        .<Mailer>map(url -> new SmtpMailer(server(url), templates))
        .orElseGet(() -> new OutboxMailer(outbox, templates));
  }

  private static SmtpServer server(Secret url) {
    try {
      return SmtpServer.parse(url);
    } catch (InvalidValue e) {
      throw new StartException("EUTLAS_SMTP_URL cannot be used: " + e.getMessage(), e);
    }
  }

  /**
   * An address wants a dot in its host; a name without one gets the ending that is reserved for no
   * use (RFC 2606).
   */
  private static Email usualSender(URI publicUrl) {
    var host = publicUrl.getHost();
    return new Email("eutlas@" + (host.contains(".") ? host : host + ".invalid"));
  }
}
