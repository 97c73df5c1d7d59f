package eu.eutlas.http.backup;

import eu.eutlas.domain.backup.BackupPolicy;
import eu.eutlas.domain.backup.BackupWindow;
import eu.eutlas.domain.backup.Retention;

/** How many hours lie between scheduled backups. */
public record IntervalHours(int value) {
  /** Refuses what no policy takes, where the field is still known. */
  public IntervalHours {
    var unused = new BackupPolicy(true, value, BackupWindow.ANY, Retention.USUAL, false);
  }
}
