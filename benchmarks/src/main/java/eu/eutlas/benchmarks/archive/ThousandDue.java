package eu.eutlas.benchmarks.archive;

import eu.eutlas.application.SaveResult;
import eu.eutlas.application.Scope;
import eu.eutlas.application.Telemetry;
import eu.eutlas.benchmarks.Owner;
import eu.eutlas.domain.backup.BackupPolicy;
import eu.eutlas.domain.backup.BackupWindow;
import eu.eutlas.domain.backup.Retention;
import eu.eutlas.domain.cluster.Cluster;
import eu.eutlas.domain.cluster.ClusterBackup;
import eu.eutlas.domain.cluster.ClusterState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * 1,000 clusters whose backups are due in the same hour, all at once: three nodes were away for the
 * whole of that hour and start after it, so that each cluster has missed its run and is to be
 * caught up with once. That is harder than the hour itself, over which the clusters are spread. To
 * make it so, the schedules that the product made for the hour are put back by a day in the store
 * while no node works; nothing else is made up, and no clock is moved.
 *
 * <p>Real are all of EUTLAS with its schedule, sweeps, places and leases, the metadata server, the
 * durable queue, the engine, the encryption and the folder of backups. Made up are the clusters'
 * servers: a model in memory says that they are ready, and what is in them is read at a few
 * embedded servers that many clusters share. Nodes, metadata and those servers are one process.
 *
 * <p>It fails when a cluster has no backup or two, when one was whole after more than an hour, when
 * more were taken at once than the documentation says, when an attempt failed, when an archive does
 * not hold against its manifest, or when nothing came of what people ordered meanwhile.
 *
 * <p>Command, from the root: {@code benchmarks/run archive.ThousandDue}, with the clusters (1,000).
 */
public final class ThousandDue {
  private static final Scope ALL = new Scope.Everything("the benchmark looks at all");
  private static final int SERVERS = 24;
  private static final int DOCUMENTS = 2_000;
  private static final int OTHERS = 10;
  private static final Duration WINDOW = Duration.ofHours(1);

  /** Nothing ended for so long: it does not go on. Longer than the pause after a failure. */
  private static final Duration STUCK = Duration.ofMinutes(3);

  private final int wanted;
  private final WorkingNodes nodes;
  private final List<Cluster> due = new ArrayList<>();
  private final List<Cluster> others = new ArrayList<>();
  private final Attempts attempts = new Attempts();

  private ThousandDue(int wanted, WorkingNodes nodes) {
    this.wanted = wanted;
    this.nodes = nodes;
  }

  public static void main(String[] arguments) throws IOException, InterruptedException {
    var wanted = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 1_000;
    var folder = Files.createTempDirectory("eutlas-thousand-due");
    List<String> broken;
    try (var nodes = WorkingNodes.in(folder, SERVERS, DOCUMENTS)) {
      broken = new ThousandDue(wanted, nodes).run();
    } finally {
      remove(folder);
    }
    broken.forEach(promise -> System.out.println("BROKEN: " + promise));
    System.out.println(broken.isEmpty() ? "Every promise was kept." : "Promises were broken.");
    System.exit(broken.isEmpty() ? 0 : 1);
  }

  private List<String> run() throws IOException, InterruptedException {
    Owner owner;
    try (var node = nodes.start("node-0", Telemetry.NONE)) {
      owner = Owner.settle(node.installation(), node.eutlas());
      order(owner, node);
    }
    missTheHour();
    var before = HeapAfterCollections.live();
    var heap = HeapAfterCollections.watched();
    var people = new People(owner);
    var begin = Instant.now();
    try (var one = nodes.start("node-1", attempts);
        var two = nodes.start("node-2", attempts);
        var three = nodes.start("node-3", attempts)) {
      meanwhile(people, List.of(one, two, three));
    }
    var taken = TakenBackups.since(begin, due, nodes);
    taken.print();
    people.print();
    System.out.printf(
        "takings taken up by workers: %,d for %,d backups%n",
        attempts.looks(), attempts.completed() + people.backups());
    System.out.printf(
        "heap after collections: %,d MB before, %,d MB at the most, %,d MB live at the end%n",
        before >> 20, heap.most() >> 20, HeapAfterCollections.live() >> 20);
    var broken = new ArrayList<>(taken.broken());
    if (attempts.others() > 0) {
      broken.add(attempts.others() + " attempts came to nothing.");
    }
    if (people.disappointed() > 0) {
      broken.add(people.disappointed() + " orders of people came to nothing in time.");
    }
    return broken;
  }

  /** The hour of all schedules is the one that has just ended. */
  private void order(Owner owner, WorkingNodes.One node) throws InterruptedException {
    var begin = System.nanoTime();
    var hour = Instant.now().minus(WINDOW).atZone(ZoneOffset.UTC).getHour();
    var window = new BackupWindow(hour, 1, ZoneOffset.UTC);
    var daily = new BackupPolicy(true, 24, window, Retention.USUAL, false);
    var none = new BackupPolicy(false, 24, window, Retention.USUAL, false);
    for (var i = 0; i < wanted + OTHERS; i++) {
      var cluster = owner.order(node.eutlas());
      (i < wanted ? due : others)
          .add(owner.follow(node.eutlas(), cluster, i < wanted ? daily : none));
    }
    for (var cluster : due) {
      while (!(stored(cluster).state() instanceof ClusterState.Ready)) {
        Thread.sleep(10);
      }
    }
    while (!isQuiet()) {
      Thread.sleep(50);
    }
    System.out.printf(
        "%,d clusters ordered, with their schedules, and READY after %d s%n",
        wanted + OTHERS, (System.nanoTime() - begin) / 1_000_000_000);
  }

  private boolean isQuiet() {
    var underWay = nodes.stores().backups().underWay(nodes.region());
    return underWay.running() + underWay.waiting() == 0;
  }

  /**
   * As if all nodes had been away since before the hour, which is the usual one of each cluster.
   */
  private void missTheHour() {
    var missed = new ArrayList<Instant>();
    for (var cluster : due) {
      var now = stored(cluster);
      var backups = now.status().backups();
      var at = backups.nextAt().orElseThrow().minus(Duration.ofDays(1));
      var late = ClusterBackup.with(now, backups.next(at));
      if (nodes.stores().clusters().save(late) != SaveResult.SAVED) {
        throw new IllegalStateException("Somebody still works.");
      }
      missed.add(at);
    }
    missed.sort(Comparator.naturalOrder());
    System.out.printf("due between %s and %s%n", missed.getFirst(), missed.getLast());
    if (missed.getLast().isAfter(Instant.now())
        || Duration.between(missed.getFirst(), missed.getLast()).compareTo(WINDOW) > 0) {
      throw new IllegalStateException("Not all of them are due in the hour that has ended.");
    }
  }

  /** People order by turns at each node while the nodes catch up. */
  private void meanwhile(People people, List<WorkingNodes.One> working)
      throws InterruptedException {
    var moved = System.nanoTime();
    var seen = 0;
    var ordered = 0;
    while (attempts.completed() < wanted && System.nanoTime() - moved < STUCK.toNanos()) {
      // Not before there is a crowd, and then spread over the time that it takes.
      if (ordered < others.size() && attempts.completed() > wanted / 20 * (ordered + 1)) {
        var node = working.get(ordered % working.size());
        people.backUp(node, others.get(ordered));
        people.create(node);
        ordered++;
      }
      if (attempts.completed() > seen) {
        seen = attempts.completed();
        moved = System.nanoTime();
      }
      Thread.sleep(20);
    }
  }

  private Cluster stored(Cluster cluster) {
    return nodes.stores().clusters().find(ALL, cluster.id()).orElseThrow();
  }

  private static void remove(Path folder) throws IOException {
    try (var files = Files.walk(folder)) {
      files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
    }
  }
}
