package eu.eutlas.application.backup;

import eu.eutlas.application.Changes;
import eu.eutlas.application.Turns;
import eu.eutlas.application.operation.ReconcileQueue;
import eu.eutlas.application.operation.ReconcileQueue.Lane;
import eu.eutlas.application.operation.Work;
import eu.eutlas.domain.Outcome;
import eu.eutlas.domain.backup.Backup;
import eu.eutlas.domain.backup.Hold;
import eu.eutlas.domain.identity.Actor;
import eu.eutlas.domain.organization.Permission;
import java.util.Optional;
import java.util.function.Function;

/** Whether a backup stays: deletes it, or puts it on hold so that nobody and no time removes it. */
public final class KeepBackup {
  private final BackupAccess access;
  private final BackupRepository backups;
  private final ReconcileQueue queue;
  private final Turns turns;

  KeepBackup(BackupAccess access, BackupRepository backups, ReconcileQueue queue, Turns turns) {
    this.access = access;
    this.backups = backups;
    this.queue = queue;
    this.turns = turns;
  }

  /** The backup is to go; one that is being taken is taken no further. */
  public Outcome<Backup> delete(Actor actor, BackupAddress address) {
    return change(
        actor, Permission.DELETE_BACKUP, address, backup -> backup.delete(actor, turns.next()));
  }

  /**
   * Whether it is to stay in any case.
   *
   * @param reason absent when it may go again in its time
   */
  public Outcome<Backup> hold(Actor actor, BackupAddress address, Optional<Hold.Reason> reason) {
    return change(
        actor,
        Permission.HOLD_BACKUP,
        address,
        backup -> {
          var turn = turns.next();
          return backup
              .usable()
              .map(contents ->
                  backup.hold(reason.map(why -> new Hold(turn.now(), why)), actor, turn));
        });
  }

  private Outcome<Backup> change(
      Actor actor,
      Permission permission,
      BackupAddress address,
      Function<Backup, Outcome<Backup>> decide) {
    return access
        .admitted(
            actor,
            admitted ->
                Changes.apply(
                    () -> access.backup(admitted, permission, address), decide, backups::save))
        .map(saved -> {
          queue.nudge(new Work.RelayBackup(saved.id()), Lane.PEOPLE);
          queue.nudge(new Work.TendBackup(saved.id()), Lane.PEOPLE);
          return saved;
        });
  }
}
