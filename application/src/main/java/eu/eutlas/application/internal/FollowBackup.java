package eu.eutlas.application.internal;

import eu.eutlas.application.LogContext;
import eu.eutlas.application.Scope;
import eu.eutlas.application.backup.BackupRepository;
import eu.eutlas.application.operation.Jobs.BackupTicket;
import eu.eutlas.application.operation.ReconcileQueue;
import eu.eutlas.application.operation.ReconcileQueue.Lane;
import eu.eutlas.application.operation.Work;
import eu.eutlas.domain.backup.Backup;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;

/**
 * Follows a backup from a durable job: has it taken if it is due, by the few threads that there are
 * for long work, and says how it stands. Repeatable, on any node.
 */
public final class FollowBackup {
  private static final Scope ALL = new Scope.Everything("jobs follow backups of all tenants");

  private final BackupRepository backups;
  private final ReconcileQueue longWork;
  private final InstantSource clock;

  public FollowBackup(BackupRepository backups, ReconcileQueue longWork, InstantSource clock) {
    this.backups = backups;
    this.longWork = longWork;
    this.clock = clock;
  }

  /**
   * Looks at it.
   *
   * @return how it stands now; absent when nobody knows of it
   */
  public Optional<Backup> handle(BackupTicket ticket) {
    return LogContext.during(
        Map.of(LogContext.CORRELATION_ID, ticket.correlationId().value()), () -> look(ticket));
  }

  private Optional<Backup> look(BackupTicket ticket) {
    var found = backups.find(ALL, ticket.backupId());
    found
        .filter(Backup::isUnderWay)
        .flatMap(Backup::lookAgainAt)
        .filter(at -> !clock.instant().isBefore(at))
        .ifPresent(at -> longWork.nudge(new Work.TakeBackup(ticket.backupId()), Lane.BACKGROUND));
    return found;
  }
}
