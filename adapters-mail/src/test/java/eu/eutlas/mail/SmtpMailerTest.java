package eu.eutlas.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.icegreen.greenmail.util.GreenMail;
import eu.eutlas.application.PortFailure;
import eu.eutlas.application.mail.Mailer.Letter;
import eu.eutlas.domain.Secret;
import eu.eutlas.domain.operation.FailureClass;
import jakarta.mail.Multipart;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class SmtpMailerTest {
  private static final Duration PATIENCE = Duration.ofMillis(500);

  /** What a test trusts: the certificate inside GreenMail, which names nobody. */
  private static final Map<String, String> TRUSTING =
      Map.of(
          "mail.smtp.ssl.trust", "*",
          "mail.smtp.ssl.checkserveridentity", "false",
          "mail.smtps.ssl.trust", "*",
          "mail.smtps.ssl.checkserveridentity", "false");

  @Test
  void handsOverAMailWithBothParts() throws Exception {
    try (var server = new SmtpInbox("smtp")) {
      server.mailer("smtp://localhost:%d").send(Letters.verification());

      var message = server.onlyMessage();
      assertThat(message.getFrom())
          .extracting(Object::toString)
          .containsExactly("EUTLAS <no-reply@eutlas.example>");
      assertThat(message.getAllRecipients())
          .extracting(Object::toString)
          .containsExactly("ada@example.org");
      assertThat(message.getSubject()).isEqualTo("Confirm your e-mail address for EUTLAS");
      assertThat(message.getMessageID()).isEqualTo("<" + Letters.ID + "@eutlas.example>");
      assertThat(message.getSentDate().toInstant()).isEqualTo(Instant.ofEpochSecond(0x6553f100L));
      assertThat(message.getHeader("Auto-Submitted")).containsExactly("auto-generated");
      assertThat(message.getContentType()).startsWith("multipart/alternative");
      var parts = (Multipart) message.getContent();
      assertThat(parts.getCount()).isEqualTo(2);
      assertThat(parts.getBodyPart(0).getContent().toString().replace("\r\n", "\n"))
          .isEqualTo(Letters.TEMPLATES.render(Letters.verification()).text());
      assertThat(parts.getBodyPart(1).getContentType()).startsWith("text/html");
      assertThat(parts.getBodyPart(1).getContent().toString().replace("\r\n", "\n"))
          .isEqualTo(Letters.TEMPLATES.render(Letters.verification()).html());
    }
  }

  @Test
  void makesTheSameMessageOfTheSameMail() throws Exception {
    try (var server = new SmtpInbox("smtp")) {
      var mailer = server.mailer("smtp://localhost:%d");

      mailer.send(Letters.verification());
      mailer.send(Letters.verification());

      var messages = server.mail().getReceivedMessages();
      assertThat(messages).hasSize(2);
      assertThat(messages[0].getMessageID()).isEqualTo(messages[1].getMessageID());
      assertThat(messages[0].getSentDate()).isEqualTo(messages[1].getSentDate());
    }
  }

  @Test
  void writesNamesInAnyScript() throws Exception {
    var templates = new MailTemplates(Letters.TEMPLATES.from(), "Größe, \"Ω\" <x>");
    try (var server = new SmtpInbox("smtp")) {
      new SmtpMailer(server.at("smtp://localhost:%d"), templates)
          .send(Letters.with("name", "Жанна d'Arc 👋"));

      var message = server.onlyMessage();
      assertThat(message.getSubject()).endsWith("for Größe, \"Ω\" <x>");
      assertThat(message.getFrom()).hasSize(1);
      assertThat(((Multipart) message.getContent()).getBodyPart(0).getContent().toString())
          .contains("Жанна d'Arc 👋");
    }
  }

  @Test
  void logsIn() throws Exception {
    try (var server = new SmtpInbox("smtp")) {
      server.mail().setUser("apikey", "p@ss/word");
      server.mail().getManagers().getUserManager().setAuthRequired(true);

      server.mailer("smtp://apikey:p%%40ss%%2Fword@localhost:%d").send(Letters.verification());

      assertThat(server.mail().getReceivedMessages()).hasSize(1);
    }
  }

  /** Nothing is wrong with the mail: it goes out when the password is put right. */
  @Test
  void triesAgainLaterWhenItsLoginIsRefused() throws Exception {
    try (var server = new SmtpInbox("smtp")) {
      server.mail().setUser("apikey", "secret");
      server.mail().getManagers().getUserManager().setAuthRequired(true);
      var mailer = server.mailer("smtp://apikey:hunter2@localhost:%d");

      assertThatExceptionOfType(PortFailure.Unavailable.class)
          .isThrownBy(() -> mailer.send(Letters.verification()))
          .satisfies(e -> assertThat(e.error().code()).isEqualTo("MAIL_LOGIN_REFUSED"))
          .satisfies(e -> assertThat(everythingSaid(e)).doesNotContain("hunter2"));
      assertThat(server.mail().getReceivedMessages()).isEmpty();
    }
  }

  @Test
  void speaksTlsFromTheStartWithSmtps() throws Exception {
    try (var server = new SmtpInbox("smtps")) {
      var at = server.at("smtps://localhost:%d");

      new SmtpMailer(at, Letters.TEMPLATES, Duration.ofSeconds(5), TRUSTING)
          .send(Letters.verification());

      assertThat(server.mail().getReceivedMessages()).hasSize(1);
    }
  }

  @Test
  void sendsNothingToAServerThatCannotProveItself() throws Exception {
    try (var server = ScriptedSmtp.startWithTls(context())) {
      var mailer = mailer("smtp://u:p@localhost:%d?tls=required", server.port());

      fails(mailer, FailureClass.TRANSIENT, "MAIL_SERVER_UNREACHABLE");
      assertThat(server.heard()).contains("STARTTLS").doesNotContain("AUTH", "MAIL", "Subject");
    }
  }

  @Test
  void startsTlsBeforeItSaysAnything() throws Exception {
    try (var server = ScriptedSmtp.startWithTls(context())) {
      var at = parse("smtp://u:hunter2@localhost:%d?tls=required", server.port());
      server.answering("EHLO", "250-hello\r\n250-AUTH PLAIN\r\n250 STARTTLS");

      new SmtpMailer(at, Letters.TEMPLATES, Duration.ofSeconds(5), TRUSTING)
          .send(Letters.verification());

      assertThat(server.heard()).containsSubsequence("EHLO", "STARTTLS", "<TLS>", "EHLO", "AUTH");
      assertThat(server.heard()).contains("Subject: Confirm");
      assertThat(server.heard().split("<TLS>", 2)[0]).doesNotContain("AUTH", "MAIL");
    }
  }

  @Test
  void sendsNothingInTheClearWhereTlsIsRequired() throws Exception {
    try (var server = ScriptedSmtp.start()) {
      var mailer = mailer("smtp://u:p@localhost:%d?tls=required", server.port());

      fails(mailer, FailureClass.TRANSIENT, "MAIL_SERVER_UNREACHABLE");
      assertThat(server.heard()).contains("EHLO").doesNotContain("AUTH", "MAIL", "Subject");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "GREETING, 554 go away,            TRANSIENT,       MAIL_SERVER_UNREACHABLE",
    "GREETING, 421 busy,               TRANSIENT,       MAIL_SERVER_UNREACHABLE",
    "GREETING, '',                     TRANSIENT,       MAIL_SERVER_UNREACHABLE",
    "GREETING, ...,                    TRANSIENT,       MAIL_SERVER_UNREACHABLE",
    "EHLO,     '',                     TRANSIENT,       MAIL_SERVER_UNREACHABLE",
    "EHLO,     ...,                    TRANSIENT,       MAIL_SERVER_UNREACHABLE",
    "MAIL,     451 later,              TRANSIENT,       MAIL_SERVER_BUSY",
    "MAIL,     530 log in first,       TRANSIENT,       MAIL_LOGIN_REFUSED",
    "MAIL,     553 not you,            PERMANENT,       MAIL_REFUSED",
    "MAIL,     '',                     TRANSIENT,       MAIL_SERVER_LOST",
    "RCPT,     450 greylisted,         TRANSIENT,       MAIL_SERVER_BUSY",
    "RCPT,     550 nobody,             PERMANENT,       MAIL_REFUSED",
    "RCPT,     '',                     TRANSIENT,       MAIL_SERVER_LOST",
    "RCPT,     ...,                    TRANSIENT,       MAIL_SERVER_LOST",
    "DATA,     452 full,               TRANSIENT,       MAIL_SERVER_BUSY",
    "DATA,     554 no,                 PERMANENT,       MAIL_REFUSED",
    "DATA,     '',                     TRANSIENT,       MAIL_SERVER_LOST",
    "END,      451 later,              TRANSIENT,       MAIL_SERVER_BUSY",
    "END,      550 spam,               PERMANENT,       MAIL_REFUSED",
    "END,      '',                     OUTCOME_UNKNOWN, MAIL_OUTCOME_UNKNOWN",
    "END,      ...,                    OUTCOME_UNKNOWN, MAIL_OUTCOME_UNKNOWN",
  })
  void saysHowItFailed(String step, String answer, FailureClass failure, String code)
      throws Exception {
    try (var server = ScriptedSmtp.start().answering(step, answer)) {
      fails(mailer("smtp://localhost:%d", server.port()), failure, code);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "...", "500 what?"})
  void hasSentWhatWasTakenHoweverTheServerPartsFromIt(String goodbye) throws Exception {
    try (var server = ScriptedSmtp.start().answering("QUIT", goodbye)) {
      mailer("smtp://localhost:%d", server.port()).send(Letters.verification());

      assertThat(server.heard()).contains("\n.\n");
    }
  }

  @Test
  void triesAgainLaterWhenNobodyListens() throws Exception {
    int port;
    try (var gone = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = gone.getLocalPort();
    }

    fails(mailer("smtp://localhost:%d", port), FailureClass.TRANSIENT, "MAIL_SERVER_UNREACHABLE");
  }

  @ParameterizedTest
  @ValueSource(strings = {"x\r\nBcc: all@example.org", "x\nBcc: all@example.org", "x\rBcc: y"})
  void letsNoNameWriteAHeader(String name) throws Exception {
    try (var server = new SmtpInbox("smtp")) {
      var mailer = server.mailer("smtp://localhost:%d");

      fails(mailer, Letters.with("name", name), FailureClass.PERMANENT, "MAIL_NOT_WRITTEN");
      assertThat(server.mail().getReceivedMessages()).isEmpty();
    }
  }

  private static void fails(SmtpMailer mailer, FailureClass failure, String code) {
    fails(mailer, Letters.verification(), failure, code);
  }

  private static void fails(SmtpMailer mailer, Letter letter, FailureClass failure, String code) {
    assertThatExceptionOfType(PortFailure.class)
        .isThrownBy(() -> mailer.send(letter))
        .satisfies(e -> assertThat(e.error().code()).isEqualTo(code))
        .satisfies(e -> assertThat(e.failureClass()).isEqualTo(failure))
        .satisfies(e -> assertThat(everythingSaid(e)).doesNotContain("token="));
  }

  private static String everythingSaid(Throwable failure) {
    var said = new StringBuilder();
    for (var e = failure; e != null; e = e.getCause()) {
      said.append(e).append('\n');
    }
    return said.toString();
  }

  private static SmtpMailer mailer(String url, int port) {
    return new SmtpMailer(parse(url, port), Letters.TEMPLATES, PATIENCE, Map.of());
  }

  private static SmtpServer parse(String url, int port) {
    return SmtpServer.parse(new Secret(url.formatted(port)));
  }

  private static SSLContext context() throws GeneralSecurityException, IOException {
    var keys = KeyStore.getInstance("PKCS12");
    try (var in = GreenMail.class.getResourceAsStream("/greenmail.p12")) {
      keys.load(in, "changeit".toCharArray());
    }
    var managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    managers.init(keys, "changeit".toCharArray());
    var context = SSLContext.getInstance("TLS");
    context.init(managers.getKeyManagers(), null, null);
    return context;
  }
}
