package eu.eutlas.benchmarks.kube;

import eu.eutlas.application.Eutlas;
import eu.eutlas.benchmarks.Installation;
import eu.eutlas.benchmarks.Owner;
import eu.eutlas.benchmarks.Percentiles;
import eu.eutlas.domain.cluster.Cluster;
import eu.eutlas.domain.cluster.ClusterId;
import eu.eutlas.domain.cluster.ClusterState;
import eu.eutlas.k8s.Dialect;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;

/**
 * What 1,000 clusters in one Kubernetes region cost a node, and how long it takes until what an
 * operator says of one of them stands in the cluster's document. All of EUTLAS but its stores and
 * the databases, which are in memory.
 *
 * <p>Command, from the root, with the variables of docs/testing.md: {@code benchmarks/run
 * kube.ThousandClusters}
 */
public final class ThousandClusters {
  private static final int CLUSTERS = 1_000;
  private static final int CHANGES = 100;
  private static final long MILLISECOND = 1_000_000;

  /** Longer than the pace at which all of a region is listed. */
  private static final Duration IDLE = Duration.ofSeconds(40);

  private final KubeRegion region;
  private final Installation installation;
  private final List<ClusterId> clusters = new ArrayList<>();

  private ThousandClusters(KubeRegion region) {
    this.region = region;
    this.installation = Installation.of(region, region.databases());
  }

  public static void main(String[] arguments) throws IOException, InterruptedException {
    try (var region = KubeRegion.open(Dialect.PERCONA)) {
      var benchmark = new ThousandClusters(region);
      try {
        benchmark.run();
      } finally {
        benchmark.remove();
      }
    }
  }

  private void run() throws IOException, InterruptedException {
    try (var working = installation.working()) {
      var owner = Owner.settle(installation, working);
      Thread.sleep(IDLE);
      var before = Memory.now();
      System.out.printf("no cluster: %s%n", before);
      order(owner, working);
      Thread.sleep(IDLE);
      var after = Memory.now();
      System.out.printf("%d clusters, idle: %s; more: %s%n", CLUSTERS, after, after.less(before));
      changes();
    }
    watch();
  }

  private void order(Owner owner, Eutlas working) throws InterruptedException {
    var begin = System.nanoTime();
    while (clusters.size() < CLUSTERS) {
      clusters.add(owner.order(working).id());
    }
    for (var id : clusters) {
      until(id, ClusterState.Ready.class::isInstance);
    }
    System.out.printf(
        "%d clusters ordered and READY after %d s%n",
        CLUSTERS, (System.nanoTime() - begin) / MILLISECOND / 1_000);
  }

  /** Operators report failures, and that they are over, one after the other. */
  private void changes() throws InterruptedException {
    var nanos = new long[2 * CHANGES];
    for (var i = 0; i < CHANGES; i++) {
      var id = clusters.get(i * (CLUSTERS / CHANGES));
      nanos[2 * i] = change(id, "error", ClusterState.Degraded.class::isInstance);
      nanos[2 * i + 1] = change(id, "ready", ClusterState.Ready.class::isInstance);
    }
    var all = Percentiles.of(nanos);
    System.out.printf(
        "a status to the document: median %d ms, p99 %d ms, slowest %d ms of %d%n",
        all.at(0.5) / MILLISECOND,
        all.at(0.99) / MILLISECOND,
        all.at(1) / MILLISECOND,
        nanos.length);
  }

  private long change(ClusterId id, String state, Predicate<ClusterState> wanted)
      throws InterruptedException {
    var begin = System.nanoTime();
    region.say(id, state);
    until(id, wanted);
    return System.nanoTime() - begin;
  }

  private void until(ClusterId id, Predicate<ClusterState> wanted) throws InterruptedException {
    for (Cluster seen = installation.stored(id);
        !wanted.test(seen.state());
        seen = installation.stored(id)) {
      Thread.sleep(1);
    }
  }

  /** What watching the region asks of the API server, by its own count, and keeps. */
  private void watch() throws IOException, InterruptedException {
    Set<ClusterId> told = ConcurrentHashMap.newKeySet();
    try (var plane = region.openAnother()) {
      var lists = lists();
      var watches = watches();
      var memory = Memory.now();
      // Ends with its plane.
      var unused = plane.watch(told::add);
      while (told.size() < CLUSTERS) {
        Thread.sleep(10);
      }
      told.clear();
      region.say(clusters.getFirst(), "initializing");
      while (told.isEmpty()) {
        Thread.sleep(10);
      }
      System.out.printf(
          "watching %d clusters: %.0f requests for the list, %.0f for the watch; more: %s%n",
          CLUSTERS, lists() - lists, watches() - watches, Memory.now().less(memory));
    }
  }

  private double lists() throws IOException {
    return region
        .server()
        .measured(
            "apiserver_request_total",
            "resource=\"perconaservermongodbs\"",
            "verb=\"LIST\"",
            "code=\"200\"");
  }

  private double watches() throws IOException {
    return region
        .server()
        .measured(
            "apiserver_longrunning_requests",
            "resource=\"perconaservermongodbs\"",
            "verb=\"WATCH\"");
  }

  private void remove() throws IOException {
    for (var id : clusters) {
      region.remove(id);
    }
  }
}
