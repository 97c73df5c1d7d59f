package eu.eutlas.application.internal;

import eu.eutlas.application.Ids;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * This node's own timers. Each task runs again a jittered while after its last end, so that nodes
 * do not march in step.
 */
public final class Timers implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(Timers.class);
  private static final double SPREAD = 0.4;
  private static final int THREADS = 2;
  private static final Duration DRAIN = Duration.ofSeconds(5);

  private final Ids ids;
  private final ScheduledExecutorService executor =
      Executors.newScheduledThreadPool(
          THREADS, Thread.ofPlatform().name("eutlas-timer-", 1).daemon().factory());

  public Timers(Ids ids) {
    this.ids = ids;
  }

  /**
   * Runs a task at once, and again and again.
   *
   * @param longest the longest pause between an end and the next start
   */
  public void every(Duration longest, String name, Runnable task) {
    executor.execute(() -> run(longest, name, task));
  }

  private void run(Duration longest, String name, Runnable task) {
    try {
      task.run();
    } catch (RuntimeException e) {
      // The top of the loop: the next round may go well.
      log.warn("The timer {} failed; it runs again soon.", name, e);
    }
    var pause = longest.toMillis() * (1 - SPREAD * ids.jitter());
    if (!executor.isShutdown()) {
      var unused =
          executor.schedule(
              () -> run(longest, name, task), Math.round(pause), TimeUnit.MILLISECONDS);
    }
  }

  @Override
  public void close() {
    executor.shutdownNow();
    try {
      if (!executor.awaitTermination(DRAIN.toMillis(), TimeUnit.MILLISECONDS)) {
        log.warn("A timer's task did not end in time.");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
