package eu.eutlas.tenant.archive;

import eu.eutlas.application.backup.ClusterArchives.Progress;
import java.util.concurrent.TimeUnit;

/** Tells a progress about once a second how far a call is. For one thread. */
final class Meter {
  private static final long EVERY_NANOS = TimeUnit.SECONDS.toNanos(1);

  private final Progress progress;
  private long told = System.nanoTime();
  private long documents;
  private long bytes;

  Meter(Progress progress) {
    this.progress = progress;
  }

  void add(long moreDocuments, long moreBytes) {
    documents += moreDocuments;
    bytes += moreBytes;
    tick();
  }

  /** Also when there is nothing to add, so that a call that waits can be ended. */
  void tick() {
    var now = System.nanoTime();
    if (now - told >= EVERY_NANOS) {
      told = now;
      progress.at(documents, bytes);
    }
  }

  void finish() {
    progress.at(documents, bytes);
  }
}
