package eu.eutlas.memory.mail;

import eu.eutlas.application.PortFailure;
import eu.eutlas.application.mail.Mailer;
import eu.eutlas.domain.Secret;
import eu.eutlas.domain.identity.Email;
import eu.eutlas.testkit.mail.MailerContract;
import java.util.List;
import java.util.stream.Collectors;

final class MemoryMailerTest extends MailerContract {
  @Override
  protected Post post() {
    return new MemoryPost(new MemoryMailer());
  }

  @Override
  protected Mailer mailerWithNobodyThere() {
    var mailer = new MemoryMailer();
    mailer.fail(new PortFailure.Unavailable("NOBODY", "Nobody is there.", null));
    return mailer;
  }

  private record MemoryPost(MemoryMailer mailer) implements Post {
    @Override
    public List<Arrived> arrivedAt(Email address) {
      return mailer.letters(address).stream().map(MemoryPost::read).toList();
    }

    private static Arrived read(Mailer.Letter letter) {
      var text =
          letter.variables().values().stream()
              .map(Secret::reveal)
              .collect(Collectors.joining("\n"));
      return new Arrived(letter.id().value(), text);
    }
  }
}
