package eu.eutlas.local;

import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static java.util.concurrent.TimeUnit.SECONDS;

import eu.eutlas.application.PortFailure;
import eu.eutlas.application.cluster.DataPlane;
import eu.eutlas.domain.cluster.Cidr;
import eu.eutlas.domain.cluster.ClusterId;
import eu.eutlas.domain.cluster.ClusterObservation;
import eu.eutlas.domain.cluster.RegionId;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The data plane of laptops, demos and tests: each cluster is a server in this process that listens
 * on 127.0.0.1, on a port that it keeps, with its data in {@code <folder>/<clusterId>/}. The folder
 * belongs to one node at a time.
 *
 * <p>A newer generation is a new start of the server on the same port and data. A cluster that
 * cannot run, say because another program has its port, is {@link ClusterObservation.Failing} and
 * tried again every few seconds; the others run. One whose disk is full or broken is failing, too,
 * until its server can write again. What lies in the folder and is not of this installation is
 * reported in the log and left alone.
 */
public final class LocalDataPlane implements DataPlane, AutoCloseable {
  /** What every local region can do. */
  public static final Set<Capability> CAPABILITIES =
      Set.of(Capability.PAUSE, Capability.THROW_AWAY_CLUSTERS);

  private static final Logger log = LoggerFactory.getLogger(LocalDataPlane.class);
  private static final Duration RETRY = Duration.ofSeconds(2);
  private static final int SECONDS_TO_OPEN = 30;
  private static final int SECONDS_TO_CLOSE = 9;

  private final RegionId region;
  private final String installationId;
  private final FolderLock lock;
  private final Premises premises;
  private final Disk disk;
  private final Ports ports = new Ports();
  private final NavigableMap<ClusterId, LocalCluster> clusters =
      new ConcurrentSkipListMap<>(Comparator.comparing(ClusterId::value));
  private final List<LocalWatch> watches = new CopyOnWriteArrayList<>();
  private final ThreadPoolExecutor workers = Threads.workers();
  private final ScheduledExecutorService timer = Threads.timer();
  private final AtomicBoolean closed = new AtomicBoolean();
  private final Site site;

  private LocalDataPlane(Path folder, RegionId region, String installationId, FolderLock lock) {
    this.region = region;
    this.installationId = installationId;
    this.lock = lock;
    premises = new Premises(folder, installationId);
    disk = new Disk(folder);
    site = new Site(premises, new Servers(ports, disk), disk, workers, this::tell, this::forget);
  }

  /**
   * Takes the folder, which is made if it is not there, and starts the servers of all clusters in
   * it, each on the port that it had. Returns when they run or are known not to, at the latest
   * after half a minute: a restart does not look like an outage to who observes them then.
   *
   * @param installationId distinguishes our clusters from those of another installation
   * @throws FolderInUseException when another node has the folder
   * @throws PortFailure.Unavailable when the folder cannot be used
   */
  public static LocalDataPlane open(Path folder, RegionId region, String installationId) {
    try {
      return open(folder, region, installationId, FolderLock.take(folder));
    } catch (IOException e) {
      throw Failures.disk(new Disk(folder), e);
    }
  }

  private static LocalDataPlane open(
      Path folder, RegionId region, String installationId, FolderLock lock) throws IOException {
    var plane = new LocalDataPlane(folder, region, installationId, lock);
    try {
      plane.moveIn();
      return plane;
    } catch (IOException | RuntimeException e) {
      plane.close();
      throw e;
    }
  }

  private void moveIn() throws IOException {
    for (var resident : premises.residents()) {
      var cluster = LocalCluster.found(resident, site);
      ports.keep(cluster.port());
      clusters.put(cluster.id(), cluster);
    }
    var starts =
        clusters.values().stream()
            .map(cluster -> CompletableFuture.runAsync(cluster::takeTurn, workers))
            .toArray(CompletableFuture<?>[]::new);
    CompletableFuture.allOf(starts).completeOnTimeout(null, SECONDS_TO_OPEN, SECONDS).join();
    var unused =
        timer.scheduleWithFixedDelay(
            () -> clusters.values().forEach(LocalCluster::lookAgain),
            RETRY.toMillis(),
            RETRY.toMillis(),
            MILLISECONDS);
    log.info("Local clusters are served. region={} clusters={}", region, clusters.size());
  }

  @Override
  public RegionId region() {
    return region;
  }

  @Override
  public Set<Capability> capabilities() {
    return CAPABILITIES;
  }

  @Override
  public ClusterObservation observe(ClusterId id) {
    requireOpen();
    var cluster = clusters.get(id);
    return cluster == null ? new ClusterObservation.Absent() : cluster.shown();
  }

  @Override
  public List<Sighting> observeAll(Optional<ClusterId> after, int limit) {
    requireOpen();
    return after.map(id -> clusters.tailMap(id, false)).orElse(clusters).values().stream()
        .limit(limit)
        .map(cluster -> new Sighting(cluster.id(), cluster.shown().digest()))
        .toList();
  }

  /**
   * {@inheritDoc}
   *
   * @throws PortFailure.Rejected also when the cluster's folder holds something of somebody else
   */
  @Override
  public void provision(Order order) {
    requireOpen();
    requireAcceptable(order);
    cluster(order).order(order);
  }

  private static void requireAcceptable(Order order) {
    try {
      LocalCluster.credentials(order);
    } catch (IllegalArgumentException e) {
      throw Failures.adminNotAccepted(e);
    }
  }

  /** One at a time, so that nobody makes a cluster twice. */
  private synchronized LocalCluster cluster(Order order) {
    var known = clusters.get(order.id());
    if (known != null) {
      return known;
    }
    if (premises.isTaken(order.id())) {
      throw Failures.folderTaken();
    }
    try {
      var descriptor = Descriptor.ordered(installationId, order);
      premises.arrive(descriptor);
      var arrived = LocalCluster.ordered(descriptor, site);
      clusters.put(order.id(), arrived);
      return arrived;
    } catch (IOException e) {
      throw Failures.disk(disk, e);
    }
  }

  @Override
  public void stop(ClusterId id, long generation) {
    requireOpen();
    var cluster = clusters.get(id);
    if (cluster != null) {
      cluster.rest(generation);
    }
  }

  /** {@inheritDoc} Never here: only this machine reaches what listens on its loopback address. */
  @Override
  public void admit(ClusterId id, List<Cidr> ranges) {
    throw Failures.noAccessList();
  }

  @Override
  public void deprovision(ClusterId id) {
    requireOpen();
    var cluster = clusters.get(id);
    if (cluster != null) {
      cluster.leave();
    }
  }

  @Override
  public Watch watch(Consumer<ClusterId> listener) {
    requireOpen();
    var watch = new LocalWatch(listener, watches::remove);
    watches.add(watch);
    watch.start();
    return watch;
  }

  private void tell(ClusterId id) {
    watches.forEach(watch -> watch.changed(id));
  }

  private void forget(LocalCluster cluster) {
    ports.giveBack(cluster.port());
    clusters.remove(cluster.id(), cluster);
    tell(cluster.id());
  }

  private void requireOpen() {
    if (closed.get()) {
      throw Failures.closed();
    }
  }

  /** Stops all servers and gives the folder back, within ten seconds. Repeatable. */
  @Override
  public void close() {
    if (!closed.compareAndSet(false, true)) {
      return;
    }
    timer.shutdownNow();
    clusters.values().forEach(LocalCluster::close);
    Threads.finish(workers, SECONDS_TO_CLOSE);
    watches.forEach(LocalWatch::close);
    try {
      lock.close();
    } catch (IOException e) {
      log.warn("The folder of the local clusters could not be given back.", e);
    }
  }
}
