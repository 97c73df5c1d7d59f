package eu.eutlas.http.dev;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The mails of a local installation, kept to be read instead of sent. */
public interface OutboxView {

  /** The mails that are kept, newest first. */
  List<Mail> list();

  /** A mail by its id; absent when it is not kept, or not any more. */
  Optional<Mail> find(String id);

  /**
   * A mail as it would have been sent.
   *
   * @param links the addresses in it, in their order
   */
  record Mail(
      String id,
      String to,
      String subject,
      Instant sentAt,
      String text,
      String html,
      List<String> links) {
    public Mail {
      links = List.copyOf(links);
    }
  }
}
