package eu.eutlas.k8s;

import eu.eutlas.application.PortFailure;
import eu.eutlas.domain.cluster.ClusterId;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Clusters on their way out. An operator takes its time with its finalizers, and the namespace may
 * go only after them; so each is looked at again until it has gone so far. Nothing is remembered
 * over a restart: who wants a cluster gone asks again.
 */
final class Removals implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(Removals.class);
  private static final Duration PACE = Duration.ofSeconds(1);
  private static final int MOST_LOOKS = 600;

  private final Leave leave;
  private final Supplier<Api> conversations;
  private final Set<ClusterId> underWay = ConcurrentHashMap.newKeySet();
  private final ScheduledExecutorService timer =
      new ScheduledThreadPoolExecutor(
          1, task -> Thread.ofPlatform().name("kubernetes-removals").daemon().unstarted(task));

  Removals(KubernetesRegion region, Supplier<Api> conversations) {
    leave = new Leave(region);
    this.conversations = conversations;
  }

  /** Begins, or goes on, and sees to the rest. */
  void begin(Api api, ClusterId id) {
    if (leave.goOn(api, id) && underWay.add(id)) {
      later(id, 1);
    }
  }

  private void later(ClusterId id, int look) {
    try {
      var unused = timer.schedule(() -> goOn(id, look), PACE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (RejectedExecutionException closed) {
      underWay.remove(id);
    }
  }

  private void goOn(ClusterId id, int look) {
    if (look < MOST_LOOKS && isMoreToDo(id)) {
      later(id, look + 1);
    } else {
      underWay.remove(id);
    }
  }

  private boolean isMoreToDo(ClusterId id) {
    try {
      return leave.goOn(conversations.get(), id);
    } catch (PortFailure e) {
      log.info("A cluster's removal pauses. cluster={} cause={}", id, e.error().code());
      return true;
    } catch (StaleException somebodyWasFaster) {
      return true;
    }
  }

  @Override
  public void close() {
    timer.shutdownNow();
  }
}
