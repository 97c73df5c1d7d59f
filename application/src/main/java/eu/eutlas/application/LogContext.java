package eu.eutlas.application;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.slf4j.MDC;

/**
 * What the log lines of a piece of work carry beside their message, above all the correlation id of
 * the request that the work is for. It belongs to a thread; who hands work to another thread hands
 * it over too, by {@link #current()} and {@link #during}.
 */
public final class LogContext {
  public static final String CORRELATION_ID = "correlationId";
  public static final String CLUSTER_ID = "clusterId";

  private LogContext() {}

  /** What lines of this thread carry now; unmodifiable. */
  public static Map<String, String> current() {
    var entries = MDC.getCopyOfContextMap();
    return entries == null ? Map.of() : Map.copyOf(entries);
  }

  /**
   * Does work whose lines carry these entries beside what this thread's lines carry already; after
   * it they are as before.
   */
  public static <T> T during(Map<String, String> entries, Supplier<T> work) {
    if (entries.isEmpty()) {
      return work.get();
    }
    var before = current();
    var both = new HashMap<>(before);
    both.putAll(entries);
    MDC.setContextMap(both);
    try {
      return work.get();
    } finally {
      MDC.setContextMap(before);
    }
  }

  /** The same for work that gives nothing back. */
  public static void during(Map<String, String> entries, Runnable work) {
    var unused =
        during(
            entries,
            () -> {
              work.run();
              return true;
            });
  }
}
