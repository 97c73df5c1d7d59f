package eu.eutlas.application.mail;

import eu.eutlas.application.PortFailure;
import eu.eutlas.application.SaveResult;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The mails, sent and to be sent. Any call may throw {@link PortFailure.Unavailable}; a write also
 * {@link PortFailure.OutcomeUnknown}.
 */
public interface MailRepository {

  /**
   * Adds a mail.
   *
   * @throws PortFailure.Duplicate when the id or the origin's key is there already
   */
  void insert(Mail mail);

  /**
   * Writes the mail if the stored version is still the one that was read; the stored version rises
   * by one.
   */
  SaveResult save(Mail mail);

  Optional<Mail> find(MailId id);

  /** The mail that a request with this key wrote. */
  Optional<Mail> findByOrigin(String originKeyHash);

  /** The ids of mails whose next attempt is due, the longest due first. */
  List<MailId> due(Instant now, int limit);

  /** Forgets origins older than the moment; returns how many. Repeatable. */
  long forgetOrigins(Instant before);

  /**
   * Removes mails that were made before the moment, whatever became of them; returns how many.
   * Repeatable.
   */
  long remove(Instant createdBefore);
}
