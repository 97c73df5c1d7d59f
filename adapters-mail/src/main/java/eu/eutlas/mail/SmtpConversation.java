package eu.eutlas.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import java.io.IOException;
import java.util.Properties;
import org.eclipse.angus.mail.smtp.SMTPTransport;

/**
 * One connection to the server, for one mail. It knows whether the end of the mail was sent: a
 * connection that is lost before it took nothing, one that is lost after it may have.
 */
final class SmtpConversation extends SMTPTransport {
  private boolean endSent;

  private SmtpConversation(Session session, String protocol, boolean tls) {
    super(session, null, protocol, tls);
  }

  static SmtpConversation with(SmtpServer server, Properties settings) {
    var tls = server.protection() == SmtpServer.Protection.TLS;
    return new SmtpConversation(Session.getInstance(settings), tls ? "smtps" : "smtp", tls);
  }

  boolean endSent() {
    return endSent;
  }

  @Override
  protected void finishData() throws IOException, MessagingException {
    endSent = true;
    super.finishData();
  }
}
