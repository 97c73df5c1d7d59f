package eu.eutlas.jobs;

import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;

/**
 * How these tests wait. Threads of JobRunr that outlive their store throw what nobody catches; the
 * test classes run side by side, so it may be another's thread, and is never about who waits.
 */
final class Waiting {
  private Waiting() {}

  static ConditionFactory await() {
    return Awaitility.await().dontCatchUncaughtExceptions();
  }
}
