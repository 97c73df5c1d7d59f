package eu.eutlas.testkit;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.IntFunction;

/** Many threads that do something at the same moment. */
public final class Race {
  private static final Duration PATIENCE = Duration.ofMinutes(1);

  private Race() {}

  /**
   * Starts the runners together and waits for all of them.
   *
   * @param each what a runner does, by its number from 0 on
   * @return what each came to, by number
   * @throws AssertionError when one threw, or took longer than a minute
   */
  public static <T> List<T> run(int runners, IntFunction<T> each) {
    // Threads of the platform: runners that spin must not keep others from their turn.
    var threads = Executors.newFixedThreadPool(runners);
    try {
      var start = new CyclicBarrier(runners);
      var running = new ArrayList<Future<T>>();
      for (var i = 0; i < runners; i++) {
        var number = i;
        running.add(
            threads.submit(() -> {
              start.await();
              return each.apply(number);
            }));
      }
      return running.stream().map(Race::outcome).toList();
    } finally {
      threads.shutdownNow();
    }
  }

  private static <T> T outcome(Future<T> runner) {
    try {
      return runner.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    } catch (ExecutionException failed) {
      throw new AssertionError("A runner failed.", failed.getCause());
    } catch (TimeoutException late) {
      throw new AssertionError("A runner did not arrive.", late);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new AssertionError("The race was broken off.", interrupted);
    }
  }
}
