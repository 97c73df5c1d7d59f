package eu.eutlas.memory.cluster;

import eu.eutlas.application.PortFailure;
import eu.eutlas.application.cluster.DataPlane;
import eu.eutlas.domain.cluster.Cidr;
import eu.eutlas.domain.cluster.ClusterId;
import eu.eutlas.domain.cluster.ClusterObservation;
import eu.eutlas.domain.cluster.RegionId;
import java.util.EnumSet;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/**
 * A small model of where clusters run. Servers come and go at once, unless told to take some
 * observations; their endpoints are invented, and serve in a {@link MemoryTenantDatabase}. What can
 * befall servers is a method each.
 */
public final class MemoryDataPlane implements DataPlane {
  private final RegionId region;
  private final MemoryTenantDatabase databases;
  private final Executor listening;
  private final NavigableMap<String, MemoryServers> servers = new TreeMap<>();
  private final List<MemoryWatch> watches = new CopyOnWriteArrayList<>();
  private int looks;
  private boolean reachable = true;
  private boolean accepting = true;
  private Set<Capability> capabilities = EnumSet.allOf(Capability.class);

  /** A region without clusters, which calls its listeners on threads of their own. */
  public MemoryDataPlane(RegionId region, MemoryTenantDatabase databases) {
    this(region, databases, Thread::startVirtualThread);
  }

  /**
   * A region without clusters.
   *
   * @param listening calls the listeners; {@code Runnable::run} where everything is to happen in
   *     order, and no listener waits
   */
  public MemoryDataPlane(RegionId region, MemoryTenantDatabase databases, Executor listening) {
    this.region = region;
    this.databases = databases;
    this.listening = listening;
  }

  @Override
  public RegionId region() {
    return region;
  }

  @Override
  public synchronized Set<Capability> capabilities() {
    return Set.copyOf(capabilities);
  }

  @Override
  public ClusterObservation observe(ClusterId id) {
    requireReachable();
    return change(id, before -> before.flatMap(MemoryServers::afterALook))
        .map(this::shown)
        .orElseGet(ClusterObservation.Absent::new);
  }

  @Override
  public synchronized List<Sighting> observeAll(Optional<ClusterId> after, int limit) {
    requireReachable();
    return after.map(id -> servers.tailMap(id.value(), false)).orElse(servers).values().stream()
        .limit(limit)
        .map(each -> new Sighting(each.id(), shown(each).digest()))
        .toList();
  }

  /** {@inheritDoc} Servers that are going are let go first. */
  @Override
  public void provision(Order order) {
    requireReachable();
    requireAccepting();
    var ordered = MemoryServers.ordered(order, region, looks());
    change(
        order.id(),
        before -> Optional.of(before.filter(there -> !there.yieldTo(order)).orElse(ordered)));
  }

  @Override
  public void stop(ClusterId id, long generation) {
    requireReachable();
    requireAccepting();
    change(id, before -> before.map(there -> there.stopped(generation)));
  }

  @Override
  public void admit(ClusterId id, List<Cidr> ranges) {
    requireReachable();
    requireAccepting();
    change(id, before -> before.map(there -> there.admitting(ranges)));
  }

  @Override
  public void deprovision(ClusterId id) {
    requireReachable();
    var take = looks();
    change(id, before -> before.flatMap(there -> there.leaving(take)));
  }

  @Override
  public Watch watch(Consumer<ClusterId> listener) {
    var watch = new MemoryWatch(listener, watches::remove);
    watches.add(watch);
    return watch;
  }

  /**
   * How many observations show servers on their way before they are there, or gone. Counts for what
   * is ordered from now on.
   */
  public synchronized void takes(int observations) {
    looks = observations;
  }

  /** Servers that are on their way are there, or gone, however often they were looked at. */
  public void arrive(ClusterId id) {
    change(id, before -> before.flatMap(MemoryServers::arrived));
  }

  /** Reaches nothing in the region until told otherwise: each call is {@code Unavailable}. */
  public synchronized void reachable(boolean answers) {
    reachable = answers;
  }

  /** Refuses for good whatever is ordered, until told otherwise: {@code Rejected}. */
  public synchronized void accepting(boolean orders) {
    accepting = orders;
  }

  /** Is a region that can do this, and beyond it only what every region can. */
  public synchronized void can(Set<Capability> able) {
    capabilities = Set.copyOf(able);
  }

  /** Servers and data are gone, as if somebody had removed them by hand. */
  public void vanish(ClusterId id) {
    change(id, before -> Optional.empty());
  }

  /** Something is wrong with the servers, and stays so until they are mended. */
  public void fail(ClusterId id, String detail) {
    change(id, before -> before.map(there -> there.broken(detail)));
  }

  /** Stopped servers run, as if somebody had started them by hand. */
  public void start(ClusterId id) {
    change(id, before -> before.map(MemoryServers::started));
  }

  /** The servers run again. */
  public void mend(ClusterId id) {
    change(id, before -> before.map(MemoryServers::mended));
  }

  /** What is there, for whoever is no client of it: nothing comes closer by being looked at. */
  public ClusterObservation truth(ClusterId id) {
    return find(id).map(MemoryServers::show).orElseGet(ClusterObservation.Absent::new);
  }

  /** The servers run, and nobody can log in; or can again. Of stopped ones nothing changes. */
  public void serving(ClusterId id, boolean answers) {
    find(id)
        .filter(there -> !there.isStopped())
        .ifPresent(there -> databases.reachable(there.endpoint(), answers));
  }

  /** What is seen of servers, their users included. */
  private ClusterObservation shown(MemoryServers there) {
    return there.show() instanceof ClusterObservation.Running running
        ? running.with(databases.fingerprint(running.endpoint()))
        : there.show();
  }

  /** Changes what is there of a cluster, and says what was. */
  private Optional<MemoryServers> change(
      ClusterId id, UnaryOperator<Optional<MemoryServers>> change) {
    Optional<MemoryServers> before;
    Optional<MemoryServers> after;
    synchronized (this) {
      before = find(id);
      after = change.apply(before);
      after.ifPresentOrElse(
          there -> servers.put(id.value(), there), () -> servers.remove(id.value()));
      serve(before, after);
    }
    // Not before the lock is free again: a listener may ask back.
    if (!before.equals(after)) {
      watches.forEach(watch -> listening.execute(() -> tell(watch, id)));
    }
    return before;
  }

  /** Unless the watch was closed since. */
  private void tell(MemoryWatch watch, ClusterId id) {
    if (watches.contains(watch)) {
      watch.listener().accept(id);
    }
  }

  private void serve(Optional<MemoryServers> before, Optional<MemoryServers> after) {
    after
        .filter(MemoryServers::isUp)
        .ifPresent(there -> databases.open(there.endpoint(), there.admin()));
    boolean wasStopped = before.map(MemoryServers::isStopped).orElse(false);
    boolean isStopped = after.map(MemoryServers::isStopped).orElse(false);
    if (wasStopped != isStopped) {
      after.ifPresent(there -> databases.reachable(there.endpoint(), !isStopped));
    }
    if (after.map(MemoryServers::isGoing).orElse(true)) {
      before.ifPresent(there -> databases.close(there.endpoint()));
    }
  }

  private synchronized Optional<MemoryServers> find(ClusterId id) {
    return Optional.ofNullable(servers.get(id.value()));
  }

  private synchronized int looks() {
    return looks;
  }

  private synchronized void requireReachable() {
    if (!reachable) {
      throw new PortFailure.Unavailable(
          "REGION_UNREACHABLE", "The region " + region + " does not answer.", null);
    }
  }

  private synchronized void requireAccepting() {
    if (!accepting) {
      throw new PortFailure.Rejected(
          "ORDER_REFUSED", "The region " + region + " takes no such cluster.", null);
    }
  }

  private record MemoryWatch(Consumer<ClusterId> listener, Consumer<MemoryWatch> ended)
      implements Watch {
    @Override
    public void close() {
      ended.accept(this);
    }
  }
}
