package eu.eutlas.embeddedmongo;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Once a second: what was written is forced to disk, idle cursors are forgotten, a file out of
 * proportion is brought back, and when nobody has written for a while it is made as small as it
 * gets; in slices, so that nobody waits for long. Once a minute expired documents are removed.
 */
final class Housekeeping implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(Housekeeping.class);

  private static final int BYTES_UNDER_LOAD = 4 * 1024 * 1024;

  private static final int EXPIRY_TICKS = 60;

  /** So many writes a second, and the moving of file parts would be felt. */
  private static final int BUSY = 50;

  /** A file of 10 GB has become small after so many. */
  private static final int MOST_SLICES = 1_000;

  private final DataFile file;
  private final WriteGate gate;
  private final Cursors cursors;
  private final Expiry expiry;
  private final long idleNanos;
  private final Future<?> timer;

  /** After which write the file was last found as small as it gets. */
  private long shrunkAt = -1;

  private int slices;
  private boolean closed;
  private long ticks;
  private long writesBefore;

  Housekeeping(
      DataFile file,
      WriteGate gate,
      Cursors cursors,
      Expiry expiry,
      Duration idle,
      ScheduledThreadPoolExecutor scheduler) {
    this.file = file;
    this.gate = gate;
    this.cursors = cursors;
    this.expiry = expiry;
    this.idleNanos = idle.toNanos();
    this.timer = scheduler.scheduleWithFixedDelay(this::tick, 1, 1, TimeUnit.SECONDS);
  }

  private synchronized void tick() {
    if (closed || file.isBroken()) {
      return;
    }
    try {
      gate.force();
      cursors.forgetIdle();
      if (++ticks % EXPIRY_TICKS == 0) {
        expiry.run(Instant.now());
      }
      boolean busy = gate.writes() - writesBefore > BUSY;
      writesBefore = gate.writes();
      if (gate.idleNanos() >= idleNanos) {
        shrinkIfWritten();
      } else if (file.isBloated()) {
        gate.alone(() -> busy ? file.gather(BYTES_UNDER_LOAD) : file.shrink());
      }
    } catch (RuntimeException e) {
      // The next tick tries again; that a file is broken every command is told.
      log.error("housekeeping failed", e);
    }
  }

  private void shrinkIfWritten() {
    long writes = gate.writes();
    if (shrunkAt == writes) {
      return;
    }
    long before = file.size();
    boolean mayShrinkMore = gate.alone(file::shrink);
    slices++;
    if (!mayShrinkMore || slices >= MOST_SLICES) {
      shrunkAt = writes;
      slices = 0;
    }
    log.debug("file shrunk from {} to {} bytes", before, file.size());
  }

  /** Returns when no work is under way any more. */
  @Override
  public synchronized void close() {
    closed = true;
    timer.cancel(false);
  }
}
