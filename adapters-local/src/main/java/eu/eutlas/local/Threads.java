package eu.eutlas.local;

import static java.util.concurrent.TimeUnit.SECONDS;

import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The threads of a local data plane. */
final class Threads {
  private static final Logger log = LoggerFactory.getLogger(Threads.class);

  /** More than cores, because starting a server waits for the disk. */
  private static final int WORKERS = 4;

  private Threads() {}

  /** Its queue holds each cluster at most once. What comes after its end is forgotten. */
  static ThreadPoolExecutor workers() {
    var workers =
        new ThreadPoolExecutor(
            WORKERS,
            WORKERS,
            1,
            SECONDS,
            new LinkedBlockingQueue<>(),
            named("local-worker"),
            new ThreadPoolExecutor.DiscardPolicy());
    workers.allowCoreThreadTimeOut(true);
    return workers;
  }

  static ScheduledExecutorService timer() {
    return Executors.newSingleThreadScheduledExecutor(named("local-timer"));
  }

  private static ThreadFactory named(String name) {
    return Thread.ofPlatform().name(name).daemon().factory();
  }

  /** Lets what was asked for end, but not for ever; nothing is interrupted, for it writes files. */
  static void finish(ThreadPoolExecutor workers, int seconds) {
    workers.shutdown();
    try {
      if (!workers.awaitTermination(seconds, SECONDS)) {
        log.warn("Some local clusters did not stop in time. left={}", workers.getActiveCount());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
