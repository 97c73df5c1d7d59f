package eu.eutlas.memory.operation;

import eu.eutlas.application.mail.MailId;
import eu.eutlas.application.operation.Jobs;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedSet;

/** Keeps what was queued, and works nothing off: who wants it done reads it. */
public final class MemoryJobs implements Jobs {
  private final SequencedSet<OperationTicket> operations = new LinkedHashSet<>();
  private final SequencedSet<BackupTicket> backups = new LinkedHashSet<>();
  private final SequencedSet<MailId> mails = new LinkedHashSet<>();
  private boolean losing;

  @Override
  public synchronized void drive(OperationTicket ticket) {
    if (!losing) {
      operations.add(ticket);
    }
  }

  @Override
  public synchronized void backUp(BackupTicket ticket) {
    if (!losing) {
      backups.add(ticket);
    }
  }

  @Override
  public synchronized void send(MailId mail) {
    if (!losing) {
      mails.add(mail);
    }
  }

  /** The operations that were queued, the oldest first. */
  public synchronized List<OperationTicket> operations() {
    return List.copyOf(operations);
  }

  /** The backups that were queued, the oldest first. */
  public synchronized List<BackupTicket> backups() {
    return List.copyOf(backups);
  }

  /** The mails that were queued, the oldest first. */
  public synchronized List<MailId> mails() {
    return List.copyOf(mails);
  }

  /** From now on loses every hint without a word, as a queue does whose store is away; or not. */
  public synchronized void lose(boolean hints) {
    losing = hints;
  }
}
