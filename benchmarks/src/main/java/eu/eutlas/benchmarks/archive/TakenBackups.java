package eu.eutlas.benchmarks.archive;

import eu.eutlas.application.PageRequest;
import eu.eutlas.application.Scope;
import eu.eutlas.application.backup.BackupObjects;
import eu.eutlas.application.backup.BackupStore.Range;
import eu.eutlas.application.backup.ClusterArchives.Progress;
import eu.eutlas.benchmarks.Percentiles;
import eu.eutlas.domain.backup.Backup;
import eu.eutlas.domain.backup.BackupState;
import eu.eutlas.domain.backup.BackupTrigger;
import eu.eutlas.domain.cluster.Cluster;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/** What the store has of the scheduled backups of clusters, when all is over. */
final class TakenBackups {
  private static final Scope ALL = new Scope.Everything("the benchmark looks at all");
  private static final Duration WINDOW = Duration.ofHours(1);

  /** What docs/backups.md says of a region: the settings of the nodes are not asked. */
  private static final int PROMISED_AT_ONCE = 4;

  private final Instant begin;
  private final WorkingNodes nodes;
  private final List<Backup> completed = new ArrayList<>();
  private final List<String> broken = new ArrayList<>();
  private int mostInRecords;

  private TakenBackups(Instant begin, WorkingNodes nodes) {
    this.begin = begin;
    this.nodes = nodes;
  }

  /** Looks at all that was ordered since a moment, and reads each archive to its end. */
  static TakenBackups since(Instant begin, List<Cluster> clusters, WorkingNodes nodes)
      throws IOException {
    var taken = new TakenBackups(begin, nodes);
    for (var cluster : clusters) {
      taken.look(cluster);
    }
    taken.check();
    return taken;
  }

  private void look(Cluster cluster) throws IOException {
    var backups =
        nodes.stores().backups().list(ALL, cluster.id(), PageRequest.first()).items().stream()
            .filter(backup -> backup.order().trigger() == BackupTrigger.SCHEDULED)
            .filter(backup -> !backup.order().at().isBefore(begin))
            .toList();
    if (backups.size() != 1) {
      broken.add("Cluster %s has %d backups.".formatted(cluster.name(), backups.size()));
    }
    for (var backup : backups) {
      if (backup.state() instanceof BackupState.Completed) {
        completed.add(backup);
        verify(backup);
      } else {
        var state = backup.state().name();
        broken.add("The backup of cluster %s is %s.".formatted(cluster.name(), state));
      }
    }
  }

  /** Throws where the archive is another than its manifest says. */
  private void verify(Backup backup) throws IOException {
    var outside = nodes.backups();
    var key = backup.tries().dataKey().orElseThrow();
    var store = outside.encryption().through(key, backup.id().value(), outside.store());
    try (var manifest = store.get(BackupObjects.manifest(backup), Range.ALL);
        var archive = store.get(BackupObjects.archive(backup), Range.ALL)) {
      var written = outside.manifests().read(manifest.readAllBytes());
      outside.archives().verify(archive, written, Progress.NONE);
    }
  }

  private void check() {
    mostInRecords = mostAtOnce();
    var seen = Math.max(mostInRecords, nodes.servers().mostAtOnce());
    if (seen > PROMISED_AT_ONCE) {
      broken.add("%d backups were taken at once, not %d.".formatted(seen, PROMISED_AT_ONCE));
    }
    if (nodes.servers().sameAtOnce() > 0) {
      broken.add("A cluster was read twice at once.");
    }
    var last = completed.stream().map(TakenBackups::end).max(Comparator.naturalOrder());
    if (last.filter(end -> end.isAfter(begin.plus(WINDOW))).isPresent()) {
      broken.add("The last was whole after more than an hour.");
    }
  }

  /** Of two at the same millisecond, what ends is over before the other begins. */
  private int mostAtOnce() {
    var ends = completed.stream().map(TakenBackups::end).sorted().toList();
    var starts = completed.stream().map(TakenBackups::start).sorted().toList();
    var over = 0;
    var most = 0;
    for (var begun = 0; begun < starts.size(); begun++) {
      while (!ends.get(over).isAfter(starts.get(begun))) {
        over++;
      }
      most = Math.max(most, begun + 1 - over);
    }
    return most;
  }

  List<String> broken() {
    return List.copyOf(broken);
  }

  void print() {
    if (completed.isEmpty()) {
      return;
    }
    var all = millis(backup -> Duration.between(begin, end(backup)));
    var seconds = all.at(1) / 1_000.0;
    System.out.printf(
        Locale.ROOT,
        "%,d backups whole and read again, the last %.0f s after the start: %,.0f an hour%n",
        completed.size(),
        seconds,
        completed.size() / seconds * 3_600);
    System.out.printf(
        "at once at the most: %d by the engine, %d by the records%n",
        nodes.servers().mostAtOnce(), mostInRecords);
    say("from the start to the order", backup -> Duration.between(begin, backup.order().at()));
    say("from the start to its turn", backup -> Duration.between(begin, start(backup)));
    say("one backup", backup -> Duration.between(start(backup), end(backup)));
  }

  private void say(String what, Function<Backup, Duration> of) {
    var all = millis(of);
    System.out.printf(
        "%s: median %,d ms, p99 %,d ms, longest %,d ms%n",
        what, all.at(0.5), all.at(0.99), all.at(1));
  }

  private Percentiles millis(Function<Backup, Duration> of) {
    return Percentiles.of(
        completed.stream().mapToLong(backup -> of.apply(backup).toMillis()).toArray());
  }

  private static Instant start(Backup backup) {
    return whole(backup).startedAt();
  }

  private static Instant end(Backup backup) {
    return whole(backup).completedAt();
  }

  private static BackupState.Completed whole(Backup backup) {
    return (BackupState.Completed) backup.state();
  }
}
