package eu.eutlas.application.operation;

import eu.eutlas.application.LogContext;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * What this node has to do next. It is a hint and lives in memory: what is lost with it the sweeps
 * find again. A piece of work is done by one worker at a time; nudged while it is done, it is done
 * once more, so that no change goes unseen.
 *
 * <p>Safe for threads. Workers {@link #take()}; tests and simulations {@link #poll()} by hand.
 */
public final class ReconcileQueue {
  /** After this many pieces of people's work in a row, one of the background has its turn. */
  private static final int PEOPLE_IN_A_ROW = 4;

  private final InstantSource clock;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final Map<Lane, Queue<Ready>> lanes = new EnumMap<>(Lane.class);
  private final Map<Work, Lane> waiting = new HashMap<>();
  private final Set<Work> underway = new HashSet<>();
  private final Map<Work, Lane> again = new HashMap<>();
  private final PriorityQueue<Delayed> delayed =
      new PriorityQueue<>(Comparator.comparing(Delayed::at));
  private final Map<Work, Map<String, String>> contexts = new HashMap<>();
  private final Map<Work, Delayed> alarms = new HashMap<>();

  /** What is set when the alarm has rung: later than that, one for each piece of work. */
  private final Map<Work, Delayed> afterwards = new HashMap<>();

  private final Set<Work> asked = new HashSet<>();
  private int peopleInARow;

  public ReconcileQueue(InstantSource clock) {
    this.clock = clock;
  }

  /** Who waits for the work. */
  public enum Lane {
    PEOPLE,
    BACKGROUND
  }

  /**
   * A piece of work that was taken.
   *
   * @param asked whether somebody has a reason of their own; otherwise its time has come, and who
   *     finds that somebody else was there first may leave it
   * @param waited since it was due
   * @param context of whoever asked for it last, for the log lines of the work
   */
  public record Taken(Work work, boolean asked, Duration waited, Map<String, String> context) {
    public Taken {
      context = Map.copyOf(context);
    }
  }

  /** Wants the work done as soon as a worker is free. */
  public void nudge(Work work, Lane lane) {
    lock.lock();
    try {
      remember(work);
      asked.add(work);
      add(work, lane, clock.instant());
      changed.signal();
    } finally {
      lock.unlock();
    }
  }

  /**
   * Wants the work done because something was seen that it is about. That is as urgent as its next
   * turn: when people wait for it, they wait for this; when a whole region changes, they do not
   * wait behind it.
   */
  public void signal(Work work) {
    lock.lock();
    try {
      var alarm = alarms.get(work);
      nudge(work, alarm == null ? Lane.BACKGROUND : alarm.lane());
    } finally {
      lock.unlock();
    }
  }

  /**
   * Wants the work done at a moment. Of several moments the earliest counts, and after that the one
   * that was said last.
   */
  public void later(Work work, Instant at, Lane lane) {
    lock.lock();
    try {
      asked.add(work);
      due(work, at, lane);
    } finally {
      lock.unlock();
    }
  }

  /** Knows a moment at which the work is due, unless it is done by then, here or elsewhere. */
  public void due(Work work, Instant at, Lane lane) {
    lock.lock();
    try {
      var alarm = alarms.get(work);
      var next = new Delayed(work, at, lane);
      if (alarm == null || at.isBefore(alarm.at())) {
        remember(work);
        set(next);
        changed.signal();
      } else if (at.isAfter(alarm.at())) {
        // Who is there when the alarm rings may find that the work is not due any more.
        afterwards.put(work, next);
      }
    } finally {
      lock.unlock();
    }
  }

  /**
   * The next piece of work that is due; absent when none is. Who takes it says {@link #done}
   * afterwards.
   */
  public Optional<Taken> poll() {
    lock.lock();
    try {
      return next(clock.instant());
    } finally {
      lock.unlock();
    }
  }

  /** Waits for the next piece of work. */
  public Taken take() throws InterruptedException {
    lock.lockInterruptibly();
    try {
      while (true) {
        var now = clock.instant();
        var taken = next(now);
        if (taken.isPresent()) {
          return taken.get();
        }
        var alarm = delayed.peek();
        if (alarm == null) {
          changed.await();
        } else {
          var millis = Math.max(1, Duration.between(now, alarm.at()).toMillis());
          // Woken or out of time, the loop looks again: which of the two does not matter.
          var unused = changed.await(millis, TimeUnit.MILLISECONDS);
        }
      }
    } finally {
      lock.unlock();
    }
  }

  /** Ends a piece of work; if it was nudged meanwhile, it is ready again. */
  public void done(Work work) {
    lock.lock();
    try {
      underway.remove(work);
      var lane = again.remove(work);
      if (lane != null) {
        add(work, lane, clock.instant());
        changed.signal();
      }
    } finally {
      lock.unlock();
    }
  }

  /** How many pieces of work are ready or under way. */
  public int size() {
    lock.lock();
    try {
      return waiting.size() + underway.size();
    } finally {
      lock.unlock();
    }
  }

  /** When the next delayed piece of work is due; absent when none is delayed. */
  public Optional<Instant> nextAlarm() {
    lock.lock();
    try {
      return Optional.ofNullable(delayed.peek()).map(Delayed::at);
    } finally {
      lock.unlock();
    }
  }

  /** Sweeps and timers ask for nobody; they leave what is known of somebody who did. */
  private void remember(Work work) {
    var context = LogContext.current();
    if (!context.isEmpty()) {
      contexts.put(work, context);
    }
  }

  private void add(Work work, Lane lane, Instant since) {
    if (underway.contains(work)) {
      again.merge(work, lane, ReconcileQueue::moreUrgent);
    } else if (!waiting.containsKey(work)
        || (waiting.get(work) == Lane.BACKGROUND && lane == Lane.PEOPLE)) {
      // Work that moves up leaves its old place in the other lane behind; it is passed over there.
      waiting.put(work, lane);
      lane(lane).add(new Ready(work, since));
    }
  }

  private Optional<Taken> next(Instant now) {
    ring(now);
    var first = peopleInARow < PEOPLE_IN_A_ROW ? Lane.PEOPLE : Lane.BACKGROUND;
    var second = first == Lane.PEOPLE ? Lane.BACKGROUND : Lane.PEOPLE;
    return from(first, now).or(() -> from(second, now));
  }

  private Optional<Taken> from(Lane lane, Instant now) {
    while (true) {
      var ready = lane(lane).poll();
      if (ready == null) {
        return Optional.empty();
      }
      if (waiting.remove(ready.work(), lane)) {
        underway.add(ready.work());
        peopleInARow = lane == Lane.PEOPLE ? peopleInARow + 1 : 0;
        var context = contexts.remove(ready.work());
        return Optional.of(
            new Taken(
                ready.work(),
                asked.remove(ready.work()),
                Duration.between(ready.since(), now),
                context == null ? Map.of() : context));
      }
    }
  }

  private void ring(Instant now) {
    while (true) {
      var alarm = delayed.peek();
      if (alarm == null || now.isBefore(alarm.at())) {
        return;
      }
      delayed.remove();
      // An alarm that was moved forward leaves its old time behind, which rings for nothing.
      if (alarms.remove(alarm.work(), alarm)) {
        add(alarm.work(), alarm.lane(), alarm.at());
        var after = afterwards.remove(alarm.work());
        if (after != null) {
          set(after);
        }
      }
    }
  }

  private void set(Delayed alarm) {
    alarms.put(alarm.work(), alarm);
    delayed.add(alarm);
  }

  private Queue<Ready> lane(Lane lane) {
    return lanes.computeIfAbsent(lane, ignored -> new ArrayDeque<>());
  }

  private static Lane moreUrgent(Lane one, Lane other) {
    return one == Lane.PEOPLE ? one : other;
  }

  private record Ready(Work work, Instant since) {}

  private record Delayed(Work work, Instant at, Lane lane) {}
}
