package eu.eutlas.k8s;

import eu.eutlas.application.PortFailure;
import eu.eutlas.application.cluster.DataPlane;
import eu.eutlas.domain.cluster.Cidr;
import eu.eutlas.domain.cluster.ClusterId;
import eu.eutlas.domain.cluster.ClusterObservation;
import eu.eutlas.domain.cluster.RegionId;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The data plane of a Kubernetes cluster with a MongoDB operator in it. Each cluster has a
 * namespace of its own, {@code eutlas-<clusterId>}, in which everything is named from the id and
 * carries the installation's label; what does not is never touched.
 *
 * <p>Details of observations say what keeps a cluster from coming up, as far as the pods, their
 * events and their volumes tell. The digest of a cluster that is failing may differ between {@link
 * #observe} and {@link #observeAll}, because a listing does not ask for these; so it is looked at
 * more often, which it deserves.
 */
public final class KubernetesDataPlane implements DataPlane, AutoCloseable {
  private static final int ATTEMPTS = 5;

  private final KubernetesRegion region;
  private final ApiClients clients;
  private final Eyes eyes;
  private final Hands hands;
  private final Census census;
  private final Removals removals;
  private final AtomicBoolean closed = new AtomicBoolean();
  private final List<RegionListener> listeners = new CopyOnWriteArrayList<>();
  private @Nullable RegionWatch watch;

  private KubernetesDataPlane(KubernetesRegion region, ApiClients clients, InstantSource clock) {
    this.region = region;
    this.clients = clients;
    eyes = new Eyes(region, clock);
    hands = new Hands(region);
    census = new Census(region, eyes);
    removals = new Removals(region, this::begin);
  }

  /**
   * Connects, and proves that the API server can be reached, knows the operator's resources and
   * gives EUTLAS the rights that it needs.
   *
   * @throws RegionRefusedException when one of these is not so
   */
  public static KubernetesDataPlane open(KubernetesRegion region, InstantSource clock) {
    var clients = ApiClients.of(region);
    StartCheck.require(region, clients.current());
    return new KubernetesDataPlane(region, clients, clock);
  }

  @Override
  public RegionId region() {
    return region.id();
  }

  @Override
  public Set<Capability> capabilities() {
    return region.dialect().capabilities();
  }

  @Override
  public ClusterObservation observe(ClusterId id) {
    return eyes.look(begin(), id);
  }

  @Override
  public List<Sighting> observeAll(Optional<ClusterId> after, int limit) {
    requireOpen();
    return census.after(clients.current(), after, limit);
  }

  /**
   * {@inheritDoc}
   *
   * @throws PortFailure.Rejected also when its namespace is somebody else's, and when its disks
   *     cannot have the size that is ordered
   */
  @Override
  public void provision(Order order) {
    untilCurrent(api -> hands.make(api, order));
  }

  @Override
  public void stop(ClusterId id, long generation) {
    if (!capabilities().contains(Capability.PAUSE)) {
      throw Failures.cannotPause();
    }
    untilCurrent(api -> hands.stop(api, id, generation));
  }

  @Override
  public void admit(ClusterId id, List<Cidr> ranges) {
    untilCurrent(api -> hands.admit(api, id, ranges));
  }

  @Override
  public void deprovision(ClusterId id) {
    untilCurrent(api -> removals.begin(api, id));
  }

  @Override
  public Watch watch(Consumer<ClusterId> listener) {
    var added = new RegionListener(listener, this::left);
    synchronized (listeners) {
      requireOpen();
      listeners.add(added);
      added.start();
      if (watch == null) {
        watch = new RegionWatch(clients, region, this::tell);
        watch.start();
      }
    }
    return added;
  }

  /** Where nobody listens, nothing is watched. */
  private void left(RegionListener listener) {
    synchronized (listeners) {
      listeners.remove(listener);
      if (listeners.isEmpty() && watch != null) {
        watch.close();
        watch = null;
      }
    }
  }

  private void tell(ClusterId id) {
    listeners.forEach(listener -> listener.changed(id));
  }

  /** Where somebody else was faster, what is there is read again and decided on again. */
  private void untilCurrent(Consumer<Api> action) {
    var api = begin();
    for (var attempt = 1; ; attempt++) {
      try {
        action.accept(api);
        return;
      } catch (StaleException e) {
        if (attempt == ATTEMPTS) {
          throw Failures.conflict(e.call());
        }
      }
    }
  }

  private Api begin() {
    requireOpen();
    return Api.within(clients.current(), region.timeouts().whole());
  }

  private void requireOpen() {
    if (closed.get()) {
      throw Failures.closed();
    }
  }

  /** Ends the watch and the connections. Repeatable; clusters go on running. */
  @Override
  public void close() {
    if (!closed.compareAndSet(false, true)) {
      return;
    }
    removals.close();
    synchronized (listeners) {
      listeners.forEach(RegionListener::close);
    }
    clients.close();
  }
}
