package eu.eutlas.embeddedmongo;

import java.util.Objects;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Supplier;
import org.h2.mvstore.MVStoreException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One writer or many readers, and no write is answered before it is in the file. Writers that wait
 * share a commit: each applies its change in turn, the first to come round commits for all.
 */
final class WriteGate {

  private static final Logger log = LoggerFactory.getLogger(WriteGate.class);

  /** Held by whoever applies a change or commits. */
  private final ReentrantLock writing = new ReentrantLock(true);

  /** Held alone only while a change is applied: readers need not wait for the disk. */
  private final ReentrantReadWriteLock changing = new ReentrantReadWriteLock(true);

  /** Held alone by whoever wants nothing to change for a while; readers go on. */
  private final ReentrantReadWriteLock standing = new ReentrantReadWriteLock(true);

  private final DataFile file;

  private long applied;
  private volatile long committed;
  private volatile long forced;
  private volatile long lastWriteNanos = System.nanoTime();

  WriteGate(DataFile file) {
    this.file = file;
  }

  /**
   * Asks while nothing changes; what is found in a file that broke meanwhile is no answer. What an
   * answer may tell of is in the file before it is given: nobody acts on what a crash undoes.
   */
  <T> T read(Supplier<T> question) {
    long seen;
    T answer;
    changing.readLock().lock();
    try {
      file.refuseIfBroken();
      seen = applied;
      var held = file.hold();
      try {
        answer = question.get();
        file.refuseIfBroken();
      } catch (MVStoreException e) {
        throw file.unreadable(e);
      } catch (RuntimeException e) {
        file.refuseIfBroken();
        throw e;
      } finally {
        file.release(held);
      }
    } finally {
      changing.readLock().unlock();
    }
    commitUpTo(seen);
    return answer;
  }

  /**
   * Applies the change and returns once it is committed. A change that is refused is committed as
   * far as it came; one that the disk stopped half-way breaks the file, so that nothing of it is.
   */
  <T> T write(Supplier<T> change) {
    standing.readLock().lock();
    try {
      return apply(change);
    } finally {
      standing.readLock().unlock();
    }
  }

  private <T> T apply(Supplier<T> change) {
    long mine;
    RuntimeException refusal = null;
    T result = null;
    writing.lock();
    changing.writeLock().lock();
    try {
      file.refuseIfBroken();
      mine = ++applied;
      lastWriteNanos = System.nanoTime();
      result = change.get();
    } catch (MVStoreException e) {
      throw file.broken(e);
    } catch (DiskException e) {
      throw e;
    } catch (RuntimeException e) {
      mine = applied;
      refusal = e;
    } finally {
      changing.writeLock().unlock();
      writing.unlock();
    }
    commitUpTo(mine);
    if (refusal != null) {
      throw refusal;
    }
    return Objects.requireNonNull(result);
  }

  /** Runs while nothing is written: writers wait, readers do not. */
  <T> T unchanged(Supplier<T> work) {
    standing.writeLock().lock();
    try {
      return work.get();
    } finally {
      standing.writeLock().unlock();
    }
  }

  private void commitUpTo(long mine) {
    if (committed >= mine) {
      return;
    }
    writing.lock();
    try {
      if (committed < mine) {
        file.commit();
        committed = applied;
      }
    } finally {
      writing.unlock();
    }
  }

  /** Runs while nobody reads or writes; nothing is counted as a write. */
  <T> T alone(Supplier<T> work) {
    writing.lock();
    changing.writeLock().lock();
    try {
      return work.get();
    } catch (MVStoreException e) {
      throw file.broken(e);
    } finally {
      changing.writeLock().unlock();
      writing.unlock();
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

  void refuseIfBroken() {
    file.refuseIfBroken();
  }

  long writes() {
    return committed;
  }

  long idleNanos() {
    return System.nanoTime() - lastWriteNanos;
  }
}
