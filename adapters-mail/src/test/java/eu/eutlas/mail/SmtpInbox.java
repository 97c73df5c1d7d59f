package eu.eutlas.mail;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import eu.eutlas.domain.Secret;
import jakarta.mail.internet.MimeMessage;

/** A mail server with what it received: GreenMail on a free port of the loopback address. */
final class SmtpInbox implements AutoCloseable {
  private final GreenMail mail;
  private final int port;

  /**
   * @param protocol smtp or smtps
   */
  SmtpInbox(String protocol) {
    mail = MailServers.greenMail(protocol);
    port = protocol.equals("smtps") ? mail.getSmtps().getPort() : mail.getSmtp().getPort();
  }

  GreenMail mail() {
    return mail;
  }

  SmtpServer at(String url) {
    return SmtpServer.parse(new Secret(url.formatted(port)));
  }

  SmtpMailer mailer(String url) {
    return new SmtpMailer(at(url), Letters.TEMPLATES);
  }

  MimeMessage onlyMessage() {
    assertThat(mail.getReceivedMessages()).hasSize(1);
    return mail.getReceivedMessages()[0];
  }

  @Override
  public void close() {
    mail.stop();
  }
}
