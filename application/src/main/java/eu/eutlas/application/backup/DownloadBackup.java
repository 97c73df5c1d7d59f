package eu.eutlas.application.backup;

import eu.eutlas.application.Changes;
import eu.eutlas.application.Ports;
import eu.eutlas.application.Turns;
import eu.eutlas.application.operation.ReconcileQueue;
import eu.eutlas.application.operation.ReconcileQueue.Lane;
import eu.eutlas.application.operation.Work;
import eu.eutlas.domain.Outcome;
import eu.eutlas.domain.backup.Backup;
import eu.eutlas.domain.backup.Contents;
import eu.eutlas.domain.identity.Actor;
import eu.eutlas.domain.organization.Permission;
import java.io.InputStream;
import java.time.Duration;

/**
 * Gives a backup's archive away as it was before it was encrypted: a file that {@code mongorestore
 * --archive --gzip} reads. Each download is an event, saved before the first byte; a part of one is
 * told like a whole.
 */
public final class DownloadBackup {
  /**
   * Meanwhile it is not removed. A download that is broken off is gone on with by another range.
   */
  private static final Duration READ_FOR = Duration.ofHours(6);

  private final BackupAccess access;
  private final BackupRepository backups;
  private final Ports.Backups outside;
  private final ReconcileQueue queue;
  private final Turns turns;

  DownloadBackup(
      BackupAccess access,
      BackupRepository backups,
      Ports.Backups outside,
      ReconcileQueue queue,
      Turns turns) {
    this.access = access;
    this.backups = backups;
    this.outside = outside;
    this.queue = queue;
    this.turns = turns;
  }

  /** An archive that can be read from anywhere on. */
  public static final class Archive {
    private final Backup backup;
    private final Contents contents;
    private final BackupStore store;

    private Archive(Backup backup, Contents contents, BackupStore store) {
      this.backup = backup;
      this.contents = contents;
      this.store = store;
    }

    public Backup backup() {
      return backup;
    }

    public Contents contents() {
      return contents;
    }

    /** The bytes of a part. To be closed. */
    public InputStream open(BackupStore.Range range) {
      return store.get(BackupObjects.archive(backup), range);
    }
  }

  public Outcome<Archive> handle(Actor actor, BackupAddress address) {
    return access
        .admitted(
            actor,
            admitted ->
                Changes.apply(
                    () -> access.backup(admitted, Permission.DOWNLOAD_BACKUP, address),
                    backup -> {
                      var turn = turns.next();
                      return backup
                          .usable()
                          .map(contents -> backup.download(turn.now().plus(READ_FOR), actor, turn));
                    },
                    backups::save))
        .flatMap(saved -> {
          queue.nudge(new Work.RelayBackup(saved.id()), Lane.PEOPLE);
          return saved.usable().map(contents -> archive(saved, contents));
        });
  }

  private Archive archive(Backup backup, Contents contents) {
    var key = backup.tries().dataKey().orElseThrow();
    return new Archive(
        backup, contents, outside.encryption().through(key, backup.id().value(), outside.store()));
  }
}
