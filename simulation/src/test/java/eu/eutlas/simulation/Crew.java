package eu.eutlas.simulation;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;

/** Runs seeds on as many threads as there are cores: each seed is a world of its own. */
final class Crew {
  private static final double NANOS = 1e9;

  private final Seeds seeds;
  private final long end;
  private final AtomicLong next;
  private final Figures figures = new Figures();
  private final List<String> broken = new ArrayList<>();
  private double cpuSeconds;

  private Crew(Seeds seeds, Duration longest) {
    this.seeds = seeds;
    this.end = System.nanoTime() + longest.toNanos();
    this.next = new AtomicLong(seeds.from());
  }

  /** Runs one seed after the other until all are done, or the time is up, or one is broken. */
  static Crew works(Seeds seeds, Duration longest) {
    var crew = new Crew(seeds, longest);
    var hands = Runtime.getRuntime().availableProcessors();
    try (var threads = Executors.newFixedThreadPool(hands)) {
      var works = new ArrayList<Future<?>>();
      for (var hand = 0; hand < hands; hand++) {
        works.add(threads.submit(crew::work));
      }
      for (var work : works) {
        work.get();
      }
    } catch (InterruptedException | ExecutionException failed) {
      throw new IllegalStateException(failed);
    }
    return crew;
  }

  /** What was broken, as it is told to people. */
  List<String> broken() {
    return broken;
  }

  String words() {
    return "seeds %d to %d: %s"
        .formatted(seeds.from(), Math.min(next.get() - 1, seeds.last()), figures.words(cpuSeconds));
  }

  private void work() {
    while (goesOn()) {
      var seed = next.getAndIncrement();
      if (seed <= seeds.last()) {
        add(Run.of(seed).go(Trace.unread()));
      }
    }
    used(ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() / NANOS);
  }

  private synchronized boolean goesOn() {
    return broken.isEmpty() && next.get() <= seeds.last() && System.nanoTime() - end < 0;
  }

  private synchronized void add(Run.Result result) {
    figures.add(result);
    result.violation().ifPresent(violation -> broken.add(Story.of(result, violation)));
  }

  private synchronized void used(double seconds) {
    cpuSeconds += seconds;
  }
}
