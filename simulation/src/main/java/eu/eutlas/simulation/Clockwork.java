package eu.eutlas.simulation;

import java.time.Instant;
import java.time.InstantSource;
import java.util.PriorityQueue;
import java.util.function.LongConsumer;

/**
 * The virtual clock and the one scheduler. Everything that happens is a task with a moment; of two
 * tasks of one moment the earlier planned is first.
 *
 * <p>A task that waits ({@link #pass}) lets others go on meanwhile, on top of its own frame: so
 * calls of several nodes overlap although there is one thread.
 */
final class Clockwork implements InstantSource {
  static final Instant START = Instant.parse("2026-03-01T00:00:00Z");
  private static final int DEEPEST = 6;

  private final PriorityQueue<Task> tasks = new PriorityQueue<>();
  private final LongConsumer elapsed;
  private long now = START.toEpochMilli();
  private long planned;
  private long steps;
  private int depth;
  private boolean broken;

  /**
   * A clock that stands at {@link #START}.
   *
   * @param elapsed hears of each move, in milliseconds
   */
  Clockwork(LongConsumer elapsed) {
    this.elapsed = elapsed;
  }

  @Override
  public Instant instant() {
    return Instant.ofEpochMilli(now);
  }

  @Override
  public long millis() {
    return now;
  }

  /** How many tasks were done. */
  long steps() {
    return steps;
  }

  void after(long millis, Runnable what) {
    at(now + millis, what);
  }

  void at(long moment, Runnable what) {
    tasks.add(new Task(Math.max(now, moment), planned++, what));
  }

  /** Whether so many tasks wait on top of each other that another one must not. */
  boolean isDeep() {
    return depth >= DEEPEST;
  }

  /** Lets time pass, and does all that is due meanwhile. */
  void pass(long millis) {
    var end = now + millis;
    depth++;
    try {
      for (var next = tasks.peek(); next != null && next.at <= end; next = tasks.peek()) {
        step();
      }
    } finally {
      depth--;
    }
    moveTo(end);
  }

  /** Does the next task. */
  void step() {
    var next = tasks.remove();
    moveTo(next.at);
    steps++;
    try {
      next.what.run();
    } catch (Violation violation) {
      broken = true;
      throw violation;
    }
  }

  /** Whether a promise was broken, so that all there is unwinds. */
  boolean isBroken() {
    return broken;
  }

  private void moveTo(long moment) {
    if (moment > now) {
      elapsed.accept(moment - now);
      now = moment;
    }
  }

  private record Task(long at, long number, Runnable what) implements Comparable<Task> {
    @Override
    public int compareTo(Task other) {
      return at == other.at ? Long.compare(number, other.number) : Long.compare(at, other.at);
    }
  }
}
