package eu.eutlas.mail;

import eu.eutlas.application.PortFailure;
import eu.eutlas.application.mail.Mailer;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.util.Map;
import java.util.Properties;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hands mails over by SMTP (RFC 5321), each on a connection of its own. Simple Java Mail composes
 * them; the conversation is ours, because the library does not tell a mail that was surely not
 * taken from one that may have been. No wait on the server is longer than ten seconds. Safe for
 * threads.
 */
public final class SmtpMailer implements Mailer {
  private static final Logger log = LoggerFactory.getLogger(SmtpMailer.class);
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final SmtpServer server;
  private final MailTemplates templates;
  private final Properties settings;

  public SmtpMailer(SmtpServer server, MailTemplates templates) {
    this(server, templates, PATIENCE, Map.of());
  }

  /** For tests: waits less, and may trust a certificate that nobody else does. */
  SmtpMailer(
      SmtpServer server, MailTemplates templates, Duration patience, Map<String, String> more) {
    this.server = server;
    this.templates = templates;
    this.settings = settings(server, patience, more);
  }

  @Override
  public void send(Letter letter) {
    var message = Message.of(letter, templates);
    var conversation = SmtpConversation.with(server, settings);
    try {
      connect(conversation);
      deliver(conversation, message);
    } finally {
      close(conversation);
    }
  }

  /** Nothing that fails here is the mail's fault: whatever it is, it may be put right. */
  private void connect(SmtpConversation conversation) {
    try {
      var user = server.login().map(SmtpServer.Login::user).orElse(null);
      var password = server.login().map(login -> login.password().reveal()).orElse(null);
      conversation.connect(server.host(), server.port(), user, password);
    } catch (AuthenticationFailedException e) {
      throw loginRefused(e);
    } catch (MessagingException e) {
      throw unavailable(
          "MAIL_SERVER_UNREACHABLE", "The mail server does not answer, or not as expected.", e);
    }
  }

  private static void deliver(SmtpConversation conversation, MimeMessage message) {
    try {
      conversation.sendMessage(message, message.getAllRecipients());
    } catch (MessagingException e) {
      throw failure(SmtpReply.in(e), conversation.endSent(), e);
    }
  }

  private static PortFailure failure(SmtpReply reply, boolean endSent, MessagingException cause) {
    return switch (reply) {
      case LOGIN_WANTED -> loginRefused(cause);
      case NOT_NOW ->
          unavailable("MAIL_SERVER_BUSY", "The mail server does not take the mail now.", cause);
      case NEVER ->
          new PortFailure.Rejected(
              "MAIL_REFUSED", "The mail server refuses the mail or its recipient.", cause);
      case NONE ->
          endSent
              ? new PortFailure.OutcomeUnknown(
                  "MAIL_OUTCOME_UNKNOWN",
                  "The mail server got the mail and did not say whether it took it.",
                  cause)
              : unavailable(
                  "MAIL_SERVER_LOST", "The mail server went away before it had the mail.", cause);
    };
  }

  private static PortFailure loginRefused(MessagingException cause) {
    return unavailable("MAIL_LOGIN_REFUSED", "The mail server refuses our log-in.", cause);
  }

  private static PortFailure unavailable(String code, String message, MessagingException cause) {
    return new PortFailure.Unavailable(code, message, cause);
  }

  private static void close(SmtpConversation conversation) {
    try {
      conversation.close();
    } catch (MessagingException e) {
      // The mail's fate is decided already.
      log.debug("The mail server did not say goodbye.", e);
    }
  }

  private static Properties settings(
      SmtpServer server, Duration patience, Map<String, String> more) {
    var settings = new Properties();
    var millis = String.valueOf(patience.toMillis());
    for (var prefix : new String[] {"mail.smtp.", "mail.smtps."}) {
      settings.put(prefix + "connectiontimeout", millis);
      settings.put(prefix + "timeout", millis);
      settings.put(prefix + "writetimeout", millis);
      settings.put(prefix + "quitwait", "false");
      settings.put(prefix + "ssl.checkserveridentity", "true");
      settings.put(prefix + "auth", String.valueOf(server.login().isPresent()));
    }
    var startTls = String.valueOf(server.protection() == SmtpServer.Protection.STARTTLS);
    settings.put("mail.smtp.starttls.enable", startTls);
    settings.put("mail.smtp.starttls.required", startTls);
    settings.putAll(more);
    return settings;
  }
}
