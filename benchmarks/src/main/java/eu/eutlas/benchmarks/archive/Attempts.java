package eu.eutlas.benchmarks.archive;

import eu.eutlas.application.Telemetry;
import eu.eutlas.domain.backup.BackupTrigger;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/** Counts how attempts to take backups ended on all nodes, and what they wrote. */
final class Attempts implements Telemetry {
  private final AtomicInteger completed = new AtomicInteger();
  private final AtomicInteger others = new AtomicInteger();
  private final AtomicLong bytes = new AtomicLong();
  private final AtomicInteger looks = new AtomicInteger();

  /** Scheduled backups that were taken. */
  int completed() {
    return completed.get();
  }

  /** Attempts that came to nothing, of whatever backup. */
  int others() {
    return others.get();
  }

  /** Of all archives. */
  long bytes() {
    return bytes.get();
  }

  /** How often a node took up the taking of a backup, whether it came to an attempt or not. */
  int looks() {
    return looks.get();
  }

  @Override
  public void started(String kind, Duration waited) {
    if (kind.equals("backup")) {
      looks.incrementAndGet();
    }
  }

  @Override
  public void ended(String kind, boolean well, Duration took) {}

  @Override
  public void backup(BackupTrigger trigger, BackupResult result, long size, Duration took) {
    if (result != BackupResult.COMPLETED) {
      others.incrementAndGet();
    } else {
      bytes.addAndGet(size);
      if (trigger == BackupTrigger.SCHEDULED) {
        completed.incrementAndGet();
      }
    }
  }

  @Override
  public void storeSwept(long orphans, long removed) {}
}
