package eu.eutlas.k8s;

import eu.eutlas.application.cluster.DataPlane.Watch;
import eu.eutlas.domain.cluster.ClusterId;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells one listener, on a thread of its own. While the listener is busy, ids wait, each once, so
 * what waits is bounded by the number of clusters.
 */
final class RegionListener implements Watch {
  private static final Logger log = LoggerFactory.getLogger(RegionListener.class);

  private final Consumer<ClusterId> listener;
  private final Consumer<RegionListener> ended;
  private final Set<ClusterId> waiting = new LinkedHashSet<>();
  private boolean closed;

  RegionListener(Consumer<ClusterId> listener, Consumer<RegionListener> ended) {
    this.listener = listener;
    this.ended = ended;
  }

  void start() {
    Thread.ofPlatform().name("kubernetes-listener").daemon().start(this::tell);
  }

  synchronized void changed(ClusterId id) {
    waiting.add(id);
    notifyAll();
  }

  private void tell() {
    for (var ids = next(); !ids.isEmpty(); ids = next()) {
      ids.forEach(this::tell);
    }
  }

  private void tell(ClusterId id) {
    try {
      listener.accept(id);
    } catch (RuntimeException e) {
      log.error("A listener to a region's clusters failed. cluster={}", id, e);
    }
  }

  /** Waits for ids; none when closed. */
  private synchronized List<ClusterId> next() {
    while (waiting.isEmpty() && !closed) {
      try {
        wait();
      } catch (InterruptedException e) {
        // Nobody but a listener can have interrupted this thread.
        closed = true;
      }
    }
    var ids = closed ? List.<ClusterId>of() : List.copyOf(waiting);
    waiting.clear();
    return ids;
  }

  @Override
  public void close() {
    synchronized (this) {
      closed = true;
      notifyAll();
    }
    ended.accept(this);
  }
}
