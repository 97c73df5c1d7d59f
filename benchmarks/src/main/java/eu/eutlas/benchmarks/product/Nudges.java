package eu.eutlas.benchmarks.product;

import eu.eutlas.application.operation.ReconcileQueue;
import eu.eutlas.application.operation.ReconcileQueue.Lane;
import eu.eutlas.application.operation.Work;
import eu.eutlas.benchmarks.Percentiles;
import eu.eutlas.domain.HexId;
import eu.eutlas.domain.cluster.ClusterId;
import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;

/**
 * How long a nudge waits until a worker takes it, while the queue is busy with background work.
 *
 * <p>Command, from the root: {@code benchmarks/run product.Nudges}
 */
public final class Nudges {
  private static final int NUDGES = 2_000;
  private static final int BACKGROUND = 10_000;
  private static final int WORKERS = 8;

  private Nudges() {}

  public static void main(String[] arguments) throws InterruptedException {
    var queue = new ReconcileQueue(Clock.systemUTC());
    for (var i = 0; i < BACKGROUND; i++) {
      queue.nudge(work(i), Lane.BACKGROUND);
    }
    var waited = new long[NUDGES];
    var left = new CountDownLatch(NUDGES);
    for (var i = 0; i < WORKERS; i++) {
      Thread.ofPlatform().daemon().start(() -> work(queue, waited, left));
    }
    for (var i = 0; i < NUDGES; i++) {
      waited[i] = -System.nanoTime();
      queue.nudge(work(BACKGROUND + i), Lane.PEOPLE);
      Thread.sleep(2);
    }
    left.await();
    var waits = Percentiles.of(waited);
    System.out.printf(
        "nudge to pass with %d pieces of background work: median %d us, p99 %d us, slowest %d us%n",
        BACKGROUND, waits.at(0.5) / 1_000, waits.at(0.99) / 1_000, waits.at(1) / 1_000);
  }

  /** Background work of two milliseconds each keeps all workers busy the whole time. */
  private static void work(ReconcileQueue queue, long[] waited, CountDownLatch left) {
    try {
      while (true) {
        var taken = queue.take();
        var number = numberOf(taken.work()) - BACKGROUND;
        if (number >= 0) {
          waited[number] += System.nanoTime();
          left.countDown();
        } else {
          Thread.sleep(2);
          queue.nudge(taken.work(), Lane.BACKGROUND);
        }
        queue.done(taken.work());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static Work work(int number) {
    var bytes = ByteBuffer.allocate(8).putLong(number).array();
    return new Work.Pass(new ClusterId(HexId.of(Instant.EPOCH, bytes)));
  }

  private static int numberOf(Work work) {
    return work instanceof Work.Pass(var cluster)
        ? Integer.parseInt(cluster.value().substring(8), 16)
        : -1;
  }
}
