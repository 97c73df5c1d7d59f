package eu.eutlas.mail;

import eu.eutlas.application.mail.Mailer;
import eu.eutlas.domain.identity.Email;
import eu.eutlas.testkit.mail.MailerContract;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;

final class OutboxMailerContractTest extends MailerContract {
  @TempDir private Path folder;

  @Override
  protected Post post() {
    var mailer = new OutboxMailer(folder, Letters.TEMPLATES);
    var outbox = new Outbox(folder);
    return new Post() {
      @Override
      public Mailer mailer() {
        return mailer;
      }

      @Override
      public List<Arrived> arrivedAt(Email address) {
        return outbox.newest(100).stream()
            .filter(entry -> entry.to().equals(address))
            .map(entry -> outbox.find(entry.id()).orElseThrow())
            .map(opened -> new Arrived(opened.entry().id().value(), opened.text().reveal()))
            .toList();
      }
    };
  }

  @Override
  protected Mailer mailerWithNobodyThere() {
    try {
      var inTheWay = Files.createFile(folder.resolve("file"));
      return new OutboxMailer(inTheWay, Letters.TEMPLATES);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
