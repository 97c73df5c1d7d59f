package eu.eutlas.tenant;

import java.time.Duration;

/** When one call of the port has to be over, so that its several commands share ten seconds. */
final class Deadline {
  private static final Duration WORK = Duration.ofSeconds(7);

  /** Kept back for tidying up, however slow the work was. */
  private static final Duration TIDYING = Duration.ofSeconds(2);

  private final long start = System.nanoTime();

  private Deadline() {}

  static Deadline start() {
    return new Deadline();
  }

  long millisToWork() {
    return left(WORK);
  }

  long millisToTidyUp() {
    return left(WORK.plus(TIDYING));
  }

  /** At least one, because to the driver none means for ever. */
  private long left(Duration whole) {
    return Math.max(1, whole.minusNanos(System.nanoTime() - start).toMillis());
  }
}
