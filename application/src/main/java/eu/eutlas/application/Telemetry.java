package eu.eutlas.application;

import eu.eutlas.domain.backup.BackupTrigger;
import java.time.Duration;

/**
 * Numbers about the work that nobody asked for by name. Calls are cheap, never throw and never
 * block.
 */
public interface Telemetry {

  /** A piece of background work was taken up after it had waited this long since it was due. */
  void started(String kind, Duration waited);

  /** It has ended, well or with an exception that the worker caught. */
  void ended(String kind, boolean well, Duration took);

  /**
   * An attempt to take a backup has ended.
   *
   * @param bytes of the archive; 0 where there is none
   */
  void backup(BackupTrigger trigger, BackupResult result, long bytes, Duration took);

  /** A walk through the store of backups has found objects of no backup, and removed some. */
  void storeSwept(long orphans, long removed);

  /** What became of an attempt. */
  enum BackupResult {
    COMPLETED,
    /** Another one will be made. */
    RETRIED,
    /** It was the last. */
    FAILED,
    /** Nobody wants it any more. */
    ENDED
  }

  /** Keeps nothing. */
  Telemetry NONE =
      new Telemetry() {
        @Override
        public void started(String kind, Duration waited) {}

        @Override
        public void ended(String kind, boolean well, Duration took) {}

        @Override
        public void backup(BackupTrigger trigger, BackupResult result, long bytes, Duration took) {}

        @Override
        public void storeSwept(long orphans, long removed) {}
      };
}
