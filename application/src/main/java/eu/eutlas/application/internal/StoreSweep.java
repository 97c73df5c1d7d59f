package eu.eutlas.application.internal;

import eu.eutlas.application.PortFailure;
import eu.eutlas.application.Scope;
import eu.eutlas.application.Telemetry;
import eu.eutlas.application.backup.BackupObjects;
import eu.eutlas.application.backup.BackupRepository;
import eu.eutlas.application.backup.BackupStore;
import eu.eutlas.application.backup.BackupStore.Stored;
import eu.eutlas.application.backup.ObjectKey;
import eu.eutlas.domain.backup.Backup;
import eu.eutlas.domain.backup.BackupId;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Walks through the store of backups and finds what no backup knows of: what was written by a node
 * that died, or just as its backup was removed. It goes once it is old, as what was never finished
 * does. What EUTLAS did not name is reported and never removed.
 */
final class StoreSweep {
  private static final Logger log = LoggerFactory.getLogger(StoreSweep.class);
  private static final Scope ALL = new Scope.Everything("the store holds backups of all tenants");
  private static final int PAGE = 1_000;
  private static final int PAGES_A_ROUND = 10;

  /** No attempt lasts so long, and nobody who looks into a mishap is that late. */
  private static final Duration GRACE = Duration.ofDays(7);

  private final BackupStore store;
  private final BackupRepository backups;
  private final Telemetry telemetry;
  private final InstantSource clock;
  private Optional<ObjectKey> reached = Optional.empty();
  private Found found = Found.NOTHING;

  StoreSweep(
      BackupStore store, BackupRepository backups, Telemetry telemetry, InstantSource clock) {
    this.telemetry = telemetry;
    this.store = store;
    this.backups = backups;
    this.clock = clock;
  }

  /**
   * What a walk has found.
   *
   * @param orphans objects of backups or attempts that no record knows of
   * @param removed those of them that were old enough to go
   * @param strange objects that EUTLAS did not name
   */
  private record Found(long orphans, long removed, long strange) {
    private static final Found NOTHING = new Found(0, 0, 0);

    private Found and(Found more) {
      return new Found(orphans + more.orphans, removed + more.removed, strange + more.strange);
    }
  }

  /**
   * Walks on where the last round stopped, through a part of the store; from its beginning again
   * once its end was reached.
   *
   * @throws PortFailure when a store cannot be spoken to; the next round looks at the same again
   */
  synchronized void round() {
    for (var page = 0; page < PAGES_A_ROUND; page++) {
      var objects = store.list("", reached, PAGE);
      found = found.and(look(objects));
      if (objects.size() < PAGE) {
        report();
        endWrites();
        reached = Optional.empty();
        found = Found.NOTHING;
        return;
      }
      reached = Optional.of(objects.getLast().key());
    }
  }

  /** What cannot be done about it now is done by the next walk. */
  private void endWrites() {
    try {
      var ended =
          store.endWrites(
              key -> BackupObjects.place(key).isPresent(), clock.instant().minus(GRACE));
      if (ended > 0) {
        log.warn("Unfinished writes to the store of backups were ended. writes={}", ended);
      }
    } catch (PortFailure failure) {
      log.warn("Unfinished writes to the store of backups could not be looked for.", failure);
    }
  }

  private Found look(List<Stored> objects) {
    var strange =
        objects.stream().filter(object -> BackupObjects.place(object.key()).isEmpty()).count();
    var ours =
        objects.stream()
            .filter(object -> BackupObjects.place(object.key()).isPresent())
            .collect(Collectors.groupingBy(StoreSweep::backup));
    return ours.entrySet().stream()
        .map(of -> look(backups.find(ALL, of.getKey()), of.getValue()))
        .reduce(new Found(0, 0, strange), Found::and);
  }

  private static BackupId backup(Stored object) {
    return BackupObjects.place(object.key()).orElseThrow().backup();
  }

  private Found look(Optional<Backup> backup, List<Stored> objects) {
    var orphans = objects.stream().filter(object -> !isOf(backup, object)).toList();
    var old = orphans.stream().filter(this::isOld).toList();
    old.forEach(object -> store.delete(object.key()));
    return new Found(orphans.size(), old.size(), 0);
  }

  private static boolean isOf(Optional<Backup> backup, Stored object) {
    return backup.filter(known -> BackupObjects.isOf(known, object.key())).isPresent();
  }

  private boolean isOld(Stored object) {
    return object.at().plus(GRACE).isBefore(clock.instant());
  }

  private void report() {
    telemetry.storeSwept(found.orphans(), found.removed());
    if (found.orphans() > 0) {
      log.warn(
          "The store of backups holds what no backup knows of. objects={} removed={}",
          found.orphans(),
          found.removed());
    }
    if (found.strange() > 0) {
      log.warn(
          "The store of backups holds what EUTLAS did not put there; it is left alone. objects={}",
          found.strange());
    }
  }
}
