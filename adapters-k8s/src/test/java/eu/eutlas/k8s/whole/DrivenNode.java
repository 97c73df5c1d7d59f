package eu.eutlas.k8s.whole;

import static org.assertj.core.api.Assertions.assertThat;

import eu.eutlas.application.Eutlas;
import eu.eutlas.domain.operation.OperationStep;
import eu.eutlas.testkit.PinnedClock;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** A node that works when it is told to, and whose time goes by when it is told to. */
record DrivenNode(Eutlas eutlas, PinnedClock clock) {
  private static final Duration SWEEP = Duration.ofSeconds(15);
  private static final Duration STEP = Duration.ofMillis(500);
  private static final Duration REST = Duration.ofMillis(50);
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  /** Does all that is due. */
  void work() {
    var more = true;
    while (more) {
      more = eutlas.workOnce();
    }
  }

  /**
   * Works for so long, by its clock, without waiting for anybody; somebody looks after each step.
   */
  void work(Duration time, Runnable look) {
    var end = clock.instant().plus(time);
    while (clock.instant().isBefore(end)) {
      clock.move(SWEEP);
      eutlas.sweepStoreOnce();
      work();
      look.run();
    }
  }

  /** Does no more than an operation's first step. */
  void workUntilBegun(Supplier<OperationStep> step) {
    while (step.get() == OperationStep.ACCEPTED) {
      assertThat(eutlas.workOnce()).as("There is something to do.").isTrue();
    }
  }

  /** Works until something has come true, which takes others some time that is not by its clock. */
  void workUntil(BooleanSupplier wanted, Supplier<?> seen) throws InterruptedException {
    var end = System.nanoTime() + PATIENCE.toNanos();
    var sweepAt = clock.instant();
    while (!wanted.getAsBoolean()) {
      assertThat(System.nanoTime()).as(() -> "It takes too long: " + seen.get()).isLessThan(end);
      if (!clock.instant().isBefore(sweepAt)) {
        eutlas.sweepStoreOnce();
        sweepAt = clock.instant().plus(SWEEP);
      }
      work();
      Thread.sleep(REST.toMillis());
      clock.move(STEP);
    }
  }
}
