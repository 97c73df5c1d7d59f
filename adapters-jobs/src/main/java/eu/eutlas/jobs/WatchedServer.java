package eu.eutlas.jobs;

import java.time.Duration;
import org.jobrunr.server.BackgroundJobServer;
import org.jobrunr.server.BackgroundJobServerConfiguration;
import org.jobrunr.server.JobActivator;
import org.jobrunr.storage.BackgroundJobServerStatus;
import org.jobrunr.storage.StorageProvider;
import org.jobrunr.utils.mapper.JsonMapper;

/**
 * A server of JobRunr that can be watched, and that stays down once it is retired: on some failures
 * JobRunr's server stops for good, on others it stops and starts itself again, and from outside the
 * two look alike.
 */
final class WatchedServer extends BackgroundJobServer {
  /** Longer than any answer of the store may take. */
  private static final Duration SILENCE = Duration.ofMinutes(1);

  private volatile boolean retired;
  private volatile long lastBeat = System.nanoTime();

  WatchedServer(
      StorageProvider storage,
      JsonMapper json,
      JobActivator handlers,
      BackgroundJobServerConfiguration configuration) {
    super(storage, json, handlers, configuration);
  }

  /** Whether it works, or is about to. */
  boolean isAlive() {
    return isRunning() && System.nanoTime() - lastBeat < SILENCE.toNanos();
  }

  /** Stops it for good; waits for the jobs under way as long as its configuration says. */
  void retire() {
    retired = true;
    stop();
  }

  @Override
  public void start() {
    if (!retired) {
      super.start();
    }
  }

  /** JobRunr asks for it at each heartbeat, right before it is written. */
  @Override
  public BackgroundJobServerStatus getServerStatus() {
    lastBeat = System.nanoTime();
    return super.getServerStatus();
  }
}
