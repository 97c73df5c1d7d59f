package eu.eutlas.bootstrap;

import eu.eutlas.application.PortFailure;
import eu.eutlas.mail.Outbox;
import java.nio.file.Path;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps the outbox folder from growing for ever: the newest mails stay. */
final class OutboxSweep implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(OutboxSweep.class);
  private static final int KEPT = 1_000;
  private static final int MINUTES = 10;

  private final Outbox outbox;
  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().name("eutlas-outbox").daemon().factory());

  private OutboxSweep(Outbox outbox) {
    this.outbox = outbox;
  }

  /** Sweeps at once and then every ten minutes, until it is closed. */
  static OutboxSweep start(Path folder) {
    var sweep = new OutboxSweep(new Outbox(folder));
    var unused = sweep.timer.scheduleWithFixedDelay(sweep::run, 0, MINUTES, TimeUnit.MINUTES);
    return sweep;
  }

  private void run() {
    try {
      var removed = outbox.trim(KEPT);
      if (removed > 0) {
        log.info("{} old mails were removed from the outbox folder.", removed);
      }
    } catch (PortFailure e) {
      log.warn("The outbox folder was not swept; it is tried again.", e);
    }
  }

  @Override
  public void close() {
    timer.shutdownNow();
  }
}
