package eu.eutlas.http.answer;

import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;

/** The requests that wait for something, so that a server that stops need not wait for them. */
public final class LongRequests implements AutoCloseable {
  private final ReentrantLock lock = new ReentrantLock();
  private final Set<Thread> waiting = new HashSet<>();
  private boolean closed;

  /** The current thread waits from now on, and is interrupted when the server stops. */
  public void enter() {
    lock.lock();
    try {
      waiting.add(Thread.currentThread());
      if (closed) {
        Thread.currentThread().interrupt();
      }
    } finally {
      lock.unlock();
    }
  }

  /** The thread goes on with other work, which was not meant to be interrupted. */
  public void leave() {
    lock.lock();
    try {
      waiting.remove(Thread.currentThread());
      var unused = Thread.interrupted();
    } finally {
      lock.unlock();
    }
  }

  public int size() {
    lock.lock();
    try {
      return waiting.size();
    } finally {
      lock.unlock();
    }
  }

  @Override
  public void close() {
    lock.lock();
    try {
      closed = true;
      waiting.forEach(Thread::interrupt);
    } finally {
      lock.unlock();
    }
  }
}
