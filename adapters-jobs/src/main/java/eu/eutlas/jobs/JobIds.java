package eu.eutlas.jobs;

import eu.eutlas.application.mail.MailId;
import eu.eutlas.domain.backup.BackupId;
import eu.eutlas.domain.operation.OperationId;
import java.util.UUID;

/**
 * The id of a job, told by what it works on: asked for twice, it is one job. The 24 digits of our
 * id come first, so that people recognise it in the dashboard and the store's index stays in the
 * order of time; the last eight digits say what kind of job it is.
 */
final class JobIds {
  private static final int OPERATION = 1;
  private static final int MAIL = 2;
  private static final int BACKUP = 3;

  private JobIds() {}

  static UUID of(OperationId operation) {
    return id(operation.value(), OPERATION);
  }

  static UUID of(MailId mail) {
    return id(mail.value(), MAIL);
  }

  static UUID of(BackupId backup) {
    return id(backup.value(), BACKUP);
  }

  private static UUID id(String hex, int kind) {
    var first = Long.parseUnsignedLong(hex, 0, 16, 16);
    var second = Long.parseUnsignedLong(hex, 16, 24, 16);
    return new UUID(first, second << Integer.SIZE | kind);
  }
}
