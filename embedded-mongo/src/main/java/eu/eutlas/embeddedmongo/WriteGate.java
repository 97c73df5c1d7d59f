package eu.eutlas.embeddedmongo;

import java.util.Objects;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One writer or many readers, and no write is answered before it is in the file. Writers that wait
 * share a commit: each applies its change in turn, the first to come round commits for all.
 */
final class WriteGate {

  private static final Logger log = LoggerFactory.getLogger(WriteGate.class);

  private final ReentrantReadWriteLock lock = new ReentrantReadWriteLock(true);
  private final DataFile file;

  private long applied;
  private volatile long committed;
  private volatile long forced;
  private volatile long lastWriteNanos = System.nanoTime();

  WriteGate(DataFile file) {
    this.file = file;
  }

  <T> T read(Supplier<T> question) {
    lock.readLock().lock();
    try {
      return question.get();
    } finally {
      lock.readLock().unlock();
    }
  }

  /** Applies the change and returns once it is committed. A change that throws is committed too. */
  <T> T write(Supplier<T> change) {
    long mine;
    RuntimeException failure = null;
    T result = null;
    lock.writeLock().lock();
    try {
      mine = ++applied;
      lastWriteNanos = System.nanoTime();
      result = change.get();
    } catch (RuntimeException e) {
      mine = applied;
      failure = e;
    } finally {
      lock.writeLock().unlock();
    }
    commitUpTo(mine);
    if (failure != null) {
      throw failure;
    }
    return Objects.requireNonNull(result);
  }

  private void commitUpTo(long mine) {
    if (committed >= mine) {
      return;
    }
    lock.writeLock().lock();
    try {
      if (committed < mine) {
        commitAll();
      }
    } finally {
      lock.writeLock().unlock();
    }
  }

  private void commitAll() {
    file.commit();
    committed = applied;
  }

  /** Runs while nobody reads or writes; nothing is counted as a write. */
  <T> T alone(Supplier<T> work) {
    lock.writeLock().lock();
    try {
      return work.get();
    } finally {
      lock.writeLock().unlock();
    }
  }

  /** Forces to disk what was committed since the last time; nothing to do costs nothing. */
  void force() {
    long upTo = committed;
    if (upTo > forced) {
      file.force();
      forced = upTo;
      log.trace("forced to disk up to write {}", upTo);
    }
  }

  long writes() {
    return committed;
  }

  long idleNanos() {
    return System.nanoTime() - lastWriteNanos;
  }
}
