package eu.eutlas.memory.mail;

import eu.eutlas.application.PortFailure;
import eu.eutlas.application.mail.MailId;
import eu.eutlas.application.mail.Mailer;
import eu.eutlas.domain.identity.Email;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Keeps the letters instead of sending them, to be read. A mail that is sent again is one letter.
 */
public final class MemoryMailer implements Mailer {
  private final Map<MailId, Letter> letters = new LinkedHashMap<>();
  private Optional<PortFailure> failure = Optional.empty();

  @Override
  public synchronized void send(Letter letter) {
    if (failure.isPresent()) {
      throw failure.get();
    }
    letters.put(letter.id(), letter);
  }

  /** All letters, the oldest first. */
  public synchronized List<Letter> letters() {
    return List.copyOf(letters.values());
  }

  /** The letters to an address, the oldest first. */
  public synchronized List<Letter> letters(Email to) {
    return letters.values().stream().filter(letter -> letter.to().equals(to)).toList();
  }

  /** Takes no letter until it is told to {@link #work}. */
  public synchronized void fail(PortFailure with) {
    failure = Optional.of(with);
  }

  /** Takes letters again. */
  public synchronized void work() {
    failure = Optional.empty();
  }
}
