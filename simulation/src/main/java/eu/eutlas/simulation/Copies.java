package eu.eutlas.simulation;

import static java.nio.charset.StandardCharsets.UTF_8;

import eu.eutlas.application.backup.BackupObjects;
import eu.eutlas.application.backup.BackupStore;
import eu.eutlas.domain.backup.ActiveBackup;
import eu.eutlas.domain.backup.Backup;
import eu.eutlas.domain.backup.BackupId;
import eu.eutlas.domain.backup.BackupState;
import eu.eutlas.domain.backup.Namespace;
import eu.eutlas.domain.cluster.Cluster;
import eu.eutlas.domain.cluster.ClusterId;
import eu.eutlas.domain.cluster.ClusterState;
import eu.eutlas.domain.cluster.Endpoint;
import eu.eutlas.memory.backup.MemoryBackups;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The lives of backups, write by write, and what clusters held meanwhile: one document that says
 * how often it was written.
 */
final class Copies {
  private static final Namespace DATA = new Namespace("shop", "orders");

  /** Five attempts with the pauses in between, with outages, crashes and wrong clocks. */
  private static final long GRACE = 6 * 3_600_000;

  private final World world;
  private final Told told;
  private final MemoryBackups kept;
  private final Map<String, Backup> backups = new TreeMap<>();
  private final Map<String, BackupId> active = new TreeMap<>();
  private final Map<String, Long> since = new TreeMap<>();
  private final Map<String, Integer> writes = new HashMap<>();
  private final Map<String, Integer> before = new HashMap<>();
  private final Map<String, Integer> held = new TreeMap<>();
  private final Set<String> accepted = new HashSet<>();
  private final Set<String> ended = new HashSet<>();
  private final Set<String> promised = new HashSet<>();

  Copies(World world, Told told, MemoryBackups kept) {
    this.world = world;
    this.told = told;
    this.kept = kept;
  }

  /** Somebody writes into a cluster. */
  void write(ClusterId cluster, Endpoint endpoint) {
    var count = writes.merge(cluster.value(), 1, Integer::sum);
    kept.archives().put(endpoint, DATA, List.of(String.valueOf(count)));
  }

  /** The backups of a cluster, as they were last written. */
  List<Backup> of(ClusterId cluster) {
    return backups.values().stream()
        .filter(backup -> backup.order().clusterId().equals(cluster))
        .toList();
  }

  /** Somebody was told that a backup is taken. */
  void promised(Backup backup) {
    promised.add(backup.id().value());
  }

  /** Whether no backup is under way. */
  boolean areAtRest() {
    return since.isEmpty() && active.isEmpty();
  }

  Optional<String> someRestless() {
    return since.keySet().stream().findFirst().or(() -> active.keySet().stream().findFirst());
  }

  void committed(Cluster cluster) {
    var key = cluster.id().value();
    var now = cluster.status().backups().active().map(ActiveBackup::id);
    var former = now.isPresent() ? active.put(key, now.get()) : active.remove(key);
    now.ifPresent(id -> accepted.add(id.value()));
    var isGivenUp =
        former != null
            && now.filter(former::equals).isEmpty()
            && isWanted(cluster)
            && Optional.ofNullable(backups.get(former.value()))
                .filter(Backup::isUnderWay)
                .isPresent();
    if (isGivenUp) {
      throw Invariant.ONE_BACKUP_AT_A_TIME.broken(
          key, "A backup is given up without an end: " + former);
    }
  }

  private static boolean isWanted(Cluster cluster) {
    return !cluster.isDeleted() && !(cluster.state() instanceof ClusterState.Deleting);
  }

  void committed(Backup backup) {
    var key = backup.id().value();
    told.committed(key, backup.outbox());
    var last = backups.put(key, backup);
    switch (backup.state()) {
      case BackupState.Queued ignored -> since.putIfAbsent(key, world.clockwork().millis());
      case BackupState.Running ignored -> runs(key, backup, last);
      case BackupState.Completed ignored -> completed(key, backup);
      case BackupState.Failed ignored -> end(key);
      case BackupState.Deleting ignored -> end(key);
    }
  }

  private void runs(String key, Backup backup, @Nullable Backup last) {
    var isNew = last == null || last.tries().count() != backup.tries().count();
    if (isNew) {
      before.put(key, writes.getOrDefault(backup.order().clusterId().value(), 0));
    }
    of(backup.order().clusterId()).stream()
        .filter(other -> !other.id().equals(backup.id()))
        .filter(other -> other.state() instanceof BackupState.Running)
        .findFirst()
        .ifPresent(other -> {
          throw Invariant.ONE_BACKUP_AT_A_TIME.broken(key, "It is taken beside " + other.id());
        });
  }

  private void end(String key) {
    since.remove(key);
    ended.add(key);
  }

  private void completed(String key, Backup backup) {
    if (ended.add(key)) {
      held.put(key, archived(backup));
      var newest = writes.getOrDefault(backup.order().clusterId().value(), 0);
      var then = held.getOrDefault(key, 0);
      if (then < before.getOrDefault(key, 0) || then > newest) {
        throw Invariant.BACKUPS_HOLD_WHAT_WAS_THERE.broken(
            key, "It holds write %d, of %d to %d.".formatted(then, before.get(key), newest));
      }
    }
    since.remove(key);
  }

  /** The number of the write that is in a backup's archive. */
  private int archived(Backup backup) {
    var archive = BackupObjects.archive(backup);
    if (kept.store().stat(archive).isEmpty()
        || kept.store().stat(BackupObjects.manifest(backup)).isEmpty()) {
      throw Invariant.BACKUPS_HOLD_WHAT_WAS_THERE.broken(
          backup.id(), "It is COMPLETED, and the store does not have it.");
    }
    try (var in = kept.store().get(archive, BackupStore.Range.ALL)) {
      return new String(in.readAllBytes(), UTF_8)
          .lines()
          .filter(line -> !line.startsWith("#"))
          .mapToInt(Integer::parseInt)
          .findFirst()
          .orElse(0);
    } catch (IOException e) {
      throw new UncheckedIOException("A stream in memory does not fail.", e);
    }
  }

  void removed(BackupId id) {
    var key = id.value();
    var last = backups.remove(key);
    since.remove(key);
    var isLost =
        last != null
            && accepted.contains(key)
            && last.isUnderWay()
            && Optional.ofNullable(
                    world.ledger().lives().all().get(last.order().clusterId().value()))
                .filter(Copies::isWanted)
                .isPresent();
    if (isLost) {
      throw Invariant.EVERY_BACKUP_ENDS.broken(key, "An accepted backup was taken away.");
    }
  }

  /** Looks at what time has made of it. */
  void look() {
    var now = world.clockwork().millis();
    since.forEach((key, from) -> {
      if (accepted.contains(key) && now - from > GRACE) {
        throw Invariant.EVERY_BACKUP_ENDS.broken(key, "It goes on for ever.");
      }
    });
  }

  /** Looks at all of it, once all is quiet. */
  void inspect() {
    for (var backup : backups.values()) {
      if (backup.contents().isPresent()
          && archived(backup) != held.getOrDefault(backup.id().value(), -1)) {
        throw Invariant.BACKUPS_HOLD_WHAT_WAS_THERE.broken(
            backup.id(), "It holds something else than when it was taken.");
      }
    }
    for (var key : promised) {
      if (!ended.contains(key) && backups.containsKey(key)) {
        throw Invariant.EVERY_BACKUP_ENDS.broken(key, "What was accepted never ended.");
      }
    }
  }
}
