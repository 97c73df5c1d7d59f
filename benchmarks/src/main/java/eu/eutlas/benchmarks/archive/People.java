package eu.eutlas.benchmarks.archive;

import eu.eutlas.application.Scope;
import eu.eutlas.benchmarks.Owner;
import eu.eutlas.benchmarks.Percentiles;
import eu.eutlas.domain.backup.Backup;
import eu.eutlas.domain.backup.BackupId;
import eu.eutlas.domain.backup.BackupState;
import eu.eutlas.domain.cluster.Cluster;
import eu.eutlas.domain.cluster.ClusterState;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** What somebody waits for who orders at nodes that have much else to do. */
final class People {
  private static final Scope ALL = new Scope.Everything("the benchmark looks at all");
  private static final Duration PATIENCE = Duration.ofMinutes(5);

  private final Owner owner;
  private final List<Long> answers = new ArrayList<>();
  private final List<Long> backups = new ArrayList<>();
  private final List<Long> creations = new ArrayList<>();
  private int disappointed;

  People(Owner owner) {
    this.owner = owner;
  }

  /** Orders a backup of a cluster, and waits until it is whole. */
  void backUp(WorkingNodes.One node, Cluster cluster) throws InterruptedException {
    var begin = System.nanoTime();
    var ordered = owner.backUp(node.eutlas(), cluster);
    answers.add(since(begin));
    var until = Instant.now().plus(PATIENCE);
    while (stored(node, ordered.id()).isUnderWay() && Instant.now().isBefore(until)) {
      Thread.sleep(5);
    }
    backups.add(since(begin));
    if (!(stored(node, ordered.id()).state() instanceof BackupState.Completed)) {
      disappointed++;
    }
  }

  /** Orders a cluster, and waits until it is ready. */
  void create(WorkingNodes.One node) throws InterruptedException {
    var begin = System.nanoTime();
    var ordered = owner.order(node.eutlas()).id();
    var until = Instant.now().plus(PATIENCE);
    while (!(node.installation().stored(ordered).state() instanceof ClusterState.Ready)
        && Instant.now().isBefore(until)) {
      Thread.sleep(5);
    }
    creations.add(since(begin));
    if (!(node.installation().stored(ordered).state() instanceof ClusterState.Ready)) {
      disappointed++;
    }
  }

  /** How many were ordered. */
  int backups() {
    return backups.size();
  }

  /** Orders of which nothing came while somebody waited. */
  int disappointed() {
    return disappointed;
  }

  void print() {
    System.out.printf("a backup ordered meanwhile, answered: %s%n", words(answers));
    System.out.printf("the same, whole: %s%n", words(backups));
    System.out.printf("a cluster ordered meanwhile, READY: %s%n", words(creations));
  }

  private static Backup stored(WorkingNodes.One node, BackupId id) {
    return node.installation().ports().stores().backups().find(ALL, id).orElseThrow();
  }

  private static long since(long begin) {
    return (System.nanoTime() - begin) / 1_000_000;
  }

  private static String words(List<Long> millis) {
    if (millis.isEmpty()) {
      return "none";
    }
    var all = Percentiles.of(millis.stream().mapToLong(Long::longValue).toArray());
    return "median %,d ms, slowest %,d ms of %d".formatted(all.at(0.5), all.at(1), millis.size());
  }
}
