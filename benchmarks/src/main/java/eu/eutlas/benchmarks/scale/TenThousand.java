package eu.eutlas.benchmarks.scale;

import eu.eutlas.application.Eutlas;
import eu.eutlas.application.cluster.RegionHealth;
import eu.eutlas.application.cluster.RegionMaintenance;
import eu.eutlas.application.installation.Findings;
import eu.eutlas.application.installation.InstallationPause;
import eu.eutlas.application.internal.Resync;
import eu.eutlas.application.internal.Sweeps;
import eu.eutlas.application.internal.UnknownFinds;
import eu.eutlas.application.operation.ReconcileQueue;
import eu.eutlas.benchmarks.Installation;
import eu.eutlas.benchmarks.Owner;
import eu.eutlas.benchmarks.Percentiles;
import eu.eutlas.domain.cluster.ClusterId;
import eu.eutlas.domain.cluster.ClusterState;
import eu.eutlas.domain.cluster.RegionId;
import eu.eutlas.memory.cluster.MemoryDataPlane;
import eu.eutlas.memory.cluster.MemoryTenantDatabase;
import java.util.ArrayList;
import java.util.List;

/**
 * What 10,000 clusters cost a node that has nothing to do, and whether people wait when all of them
 * change at once.
 *
 * <p>Command, from the root: {@code benchmarks/run scale.TenThousand}
 */
public final class TenThousand {
  private static final int CLUSTERS = 10_000;
  private static final int ROUNDS = 50;
  private static final int PEOPLE = 300;

  private final MemoryTenantDatabase databases = new MemoryTenantDatabase();
  private final MemoryDataPlane region = new MemoryDataPlane(new RegionId("memory"), databases);
  private final Installation installation = Installation.of(region, databases);
  private final List<ClusterId> clusters = new ArrayList<>();

  private TenThousand() {}

  public static void main(String[] arguments) throws InterruptedException {
    new TenThousand().run();
  }

  private void run() throws InterruptedException {
    Owner owner;
    try (var working = installation.working()) {
      owner = Owner.settle(installation, working);
      while (clusters.size() < CLUSTERS) {
        clusters.add(owner.order(working).id());
      }
      settled(working);
      var calm = orders(owner, working);
      System.out.printf("order to READY, nothing else to do: %s%n", words(calm, 1_000_000, "ms"));
    }
    safetyNets();
    try (var working = installation.working()) {
      settled(working);
      clusters.forEach(id -> region.fail(id, "Its disk was taken away."));
      var waiting = working.backlog();
      var busy = orders(owner, working);
      System.out.printf(
          "order to READY, %d clusters fail at once (%d passes waited at the begin, %d at the end):"
              + " %s%n",
          CLUSTERS, waiting, working.backlog(), words(busy, 1_000_000, "ms"));
    }
  }

  /** What the safety nets cost while nothing has to be saved. */
  private void safetyNets() {
    var stores = installation.ports().stores();
    var queue = new ReconcileQueue(installation.ports().clock());
    var sweeps =
        new Sweeps(
            stores,
            List.of(region.region()),
            installation.ports().jobs(),
            queue,
            new ReconcileQueue(installation.ports().clock()),
            installation.ports().clock());
    var resync =
        new Resync(
            stores.clusters(),
            queue,
            new RegionHealth(),
            new RegionMaintenance(stores.maintenance(), installation.ports().clock()),
            new InstallationPause(stores.maintenance(), installation.ports().clock()),
            new UnknownFinds(
                stores.unknownResources(),
                stores.clusters(),
                stores.backups(),
                installation.ports().clock()),
            new Findings(),
            installation.ports().clock());
    System.out.printf("idle sweep: %s%n", words(rounds(sweeps::due), 1_000, "us"));
    System.out.printf(
        "resync of %d, nothing changed: %s; %d nudged%n",
        clusters.size(), words(rounds(() -> resync.run(region)), 1_000_000, "ms"), queue.size());
  }

  private static Percentiles rounds(Runnable round) {
    var nanos = new long[ROUNDS];
    for (var i = 0; i < ROUNDS; i++) {
      var begin = System.nanoTime();
      round.run();
      nanos[i] = System.nanoTime() - begin;
    }
    return Percentiles.of(nanos);
  }

  /** One person orders one cluster after the other. */
  private Percentiles orders(Owner owner, Eutlas node) throws InterruptedException {
    var nanos = new long[PEOPLE];
    for (var i = 0; i < PEOPLE; i++) {
      var begin = System.nanoTime();
      var cluster = owner.order(node).id();
      while (!(installation.stored(cluster).state() instanceof ClusterState.Ready)) {
        Thread.sleep(1);
      }
      nanos[i] = System.nanoTime() - begin;
    }
    return Percentiles.of(nanos);
  }

  private static void settled(Eutlas working) throws InterruptedException {
    while (working.backlog() > 0) {
      Thread.sleep(50);
    }
  }

  private static String words(Percentiles nanos, long unit, String name) {
    return "median %d %s, p99 %d %s, slowest %d %s"
        .formatted(
            nanos.at(0.5) / unit, name, nanos.at(0.99) / unit, name, nanos.at(1) / unit, name);
  }
}
