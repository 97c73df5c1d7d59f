package eu.eutlas.local;

import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;

/** The turns of one cluster, one after the other: whoever asks during one causes one more. */
final class Turns {
  private final Executor threads;
  private final Runnable turn;
  private final AtomicInteger asked = new AtomicInteger();

  /**
   * None yet.
   *
   * @param turn does not throw
   */
  Turns(Executor threads, Runnable turn) {
    this.threads = threads;
    this.turn = turn;
  }

  /** Has a turn taken on another thread. */
  void ask() {
    if (asked.getAndIncrement() == 0) {
      threads.execute(this::takeAll);
    }
  }

  /** The same on the caller's thread, unless one is being taken. */
  void take() {
    if (asked.getAndIncrement() == 0) {
      takeAll();
    }
  }

  private void takeAll() {
    int seen;
    do {
      seen = asked.get();
      turn.run();
    } while (!asked.compareAndSet(seen, 0));
  }
}
