package eu.eutlas.bootstrap;

import eu.eutlas.application.PortFailure;
import eu.eutlas.application.cluster.DataPlane;
import eu.eutlas.domain.cluster.Cidr;
import eu.eutlas.domain.cluster.ClusterId;
import eu.eutlas.domain.cluster.ClusterObservation;
import eu.eutlas.domain.cluster.RegionId;
import eu.eutlas.k8s.KubernetesDataPlane;
import eu.eutlas.k8s.RegionRefusedException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A region far away, which may not be usable yet: its API server is away, or a right is missing.
 * The product starts without it, says why in each answer about it, and tries again until it is.
 */
final class LateDataPlane implements DataPlane, AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(LateDataPlane.class);
  private static final Duration PACE = Duration.ofSeconds(15);

  private final RegionId region;
  private final Set<Capability> capabilities;
  private final Supplier<KubernetesDataPlane> opening;
  private final ScheduledExecutorService timer =
      new ScheduledThreadPoolExecutor(
          1, task -> Thread.ofPlatform().name("late-region").daemon().unstarted(task));
  private final List<LateWatch> waiting = new ArrayList<>();
  private volatile @Nullable KubernetesDataPlane opened;
  private volatile String refusal = "";
  private boolean closed;

  private LateDataPlane(
      RegionId region, Set<Capability> capabilities, Supplier<KubernetesDataPlane> opening) {
    this.region = region;
    this.capabilities = Set.copyOf(capabilities);
    this.opening = opening;
  }

  /** Tries once, and goes on trying by itself. */
  static LateDataPlane open(
      RegionId region, Set<Capability> capabilities, Supplier<KubernetesDataPlane> opening) {
    var late = new LateDataPlane(region, capabilities, opening);
    late.attempt();
    return late;
  }

  /** Nobody waits for it but this: it may take seconds. */
  private void attempt() {
    try {
      ready(opening.get());
    } catch (RegionRefusedException e) {
      refused(String.valueOf(e.getMessage()));
    }
  }

  private synchronized void ready(KubernetesDataPlane plane) {
    if (closed) {
      plane.close();
      return;
    }
    opened = plane;
    waiting.forEach(watch -> watch.attach(plane));
    waiting.clear();
    log.info("The region {} can be used.", region);
  }

  private synchronized void refused(String why) {
    if (!why.equals(refusal)) {
      log.warn("The region {} cannot be used yet, and is tried again. {}", region, why);
    }
    refusal = why;
    if (!closed) {
      var unused = timer.schedule(this::attempt, PACE.toMillis(), TimeUnit.MILLISECONDS);
    }
  }

  private KubernetesDataPlane plane() {
    var plane = opened;
    if (plane == null) {
      throw new PortFailure.Unavailable("REGION_REFUSED", refusal, null);
    }
    return plane;
  }

  @Override
  public RegionId region() {
    return region;
  }

  @Override
  public Set<Capability> capabilities() {
    return capabilities;
  }

  @Override
  public ClusterObservation observe(ClusterId id) {
    return plane().observe(id);
  }

  @Override
  public List<Sighting> observeAll(Optional<ClusterId> after, int limit) {
    return plane().observeAll(after, limit);
  }

  @Override
  public void provision(Order order) {
    plane().provision(order);
  }

  @Override
  public void stop(ClusterId id, long generation) {
    plane().stop(id, generation);
  }

  @Override
  public void admit(ClusterId id, List<Cidr> ranges) {
    plane().admit(id, ranges);
  }

  @Override
  public void deprovision(ClusterId id) {
    plane().deprovision(id);
  }

  @Override
  public synchronized Watch watch(Consumer<ClusterId> listener) {
    var watch = new LateWatch(listener);
    var plane = opened;
    if (plane == null) {
      waiting.add(watch);
    } else {
      watch.attach(plane);
    }
    return watch;
  }

  @Override
  public synchronized void close() {
    closed = true;
    timer.shutdownNow();
    var plane = opened;
    if (plane != null) {
      plane.close();
    }
  }

  /** A watch that begins when there is something to watch. */
  private static final class LateWatch implements Watch {
    private final Consumer<ClusterId> listener;
    private @Nullable Watch real;
    private boolean closed;

    LateWatch(Consumer<ClusterId> listener) {
      this.listener = listener;
    }

    synchronized void attach(DataPlane plane) {
      if (!closed) {
        real = plane.watch(listener);
      }
    }

    @Override
    public synchronized void close() {
      closed = true;
      if (real != null) {
        real.close();
      }
    }
  }
}
