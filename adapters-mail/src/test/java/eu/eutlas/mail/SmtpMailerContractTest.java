package eu.eutlas.mail;

import com.icegreen.greenmail.util.GreenMail;
import eu.eutlas.application.mail.Mailer;
import eu.eutlas.domain.identity.Email;
import eu.eutlas.mail.SmtpServer.Protection;
import eu.eutlas.testkit.mail.MailerContract;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;

final class SmtpMailerContractTest extends MailerContract {
  private final GreenMail server = MailServers.greenMail("smtp");

  @AfterEach
  void stop() {
    server.stop();
  }

  @Override
  protected Post post() {
    var mailer = mailer(server.getSmtp().getPort());
    return new Post() {
      @Override
      public Mailer mailer() {
        return mailer;
      }

      @Override
      public List<Arrived> arrivedAt(Email address) {
        return Arrays.stream(server.getReceivedMessagesForDomain(address.value()))
            .map(SmtpMailerContractTest::arrived)
            .toList();
      }
    };
  }

  @Override
  protected Mailer mailerWithNobodyThere() {
    try (var gone = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return mailer(gone.getLocalPort());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Mailer mailer(int port) {
    var server = new SmtpServer("localhost", port, Protection.NONE, Optional.empty());
    return new SmtpMailer(server, Letters.TEMPLATES);
  }

  private static Arrived arrived(MimeMessage message) {
    try {
      var text = ((Multipart) message.getContent()).getBodyPart(0).getContent();
      return new Arrived(message.getMessageID(), text.toString());
    } catch (MessagingException | IOException e) {
      throw new AssertionError(e);
    }
  }
}
