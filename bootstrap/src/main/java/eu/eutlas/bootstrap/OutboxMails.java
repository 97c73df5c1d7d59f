package eu.eutlas.bootstrap;

import eu.eutlas.application.mail.MailId;
import eu.eutlas.domain.InvalidValue;
import eu.eutlas.http.dev.OutboxView;
import eu.eutlas.mail.Outbox;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Shows the outbox folder to whoever develops on this machine. */
final class OutboxMails implements OutboxView {
  private static final int NEWEST = 100;
  private static final Pattern LINK = Pattern.compile("https?://\\S+");

  private final Outbox outbox;

  OutboxMails(Path folder) {
    this.outbox = new Outbox(folder);
  }

  @Override
  public List<Mail> list() {
    return outbox.newest(NEWEST).stream().flatMap(entry -> find(entry.id()).stream()).toList();
  }

  @Override
  public Optional<Mail> find(String id) {
    try {
      return find(new MailId(id));
    } catch (InvalidValue e) {
      return Optional.empty();
    }
  }

  private Optional<Mail> find(MailId id) {
    return outbox.find(id).map(OutboxMails::mail);
  }

  private static Mail mail(Outbox.Opened opened) {
    var entry = opened.entry();
    var text = opened.text().reveal();
    return new Mail(
        entry.id().value(),
        entry.to().value(),
        entry.subject(),
        entry.date(),
        text,
        opened.html().reveal(),
        LINK.matcher(text).results().map(MatchResult::group).toList());
  }
}
