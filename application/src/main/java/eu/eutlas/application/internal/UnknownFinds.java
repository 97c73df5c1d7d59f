package eu.eutlas.application.internal;

import eu.eutlas.application.Scope;
import eu.eutlas.application.backup.BackupRepository;
import eu.eutlas.application.cluster.ClusterRepository;
import eu.eutlas.application.cluster.UnknownResourceRepository;
import eu.eutlas.domain.cluster.ClusterId;
import eu.eutlas.domain.cluster.RegionId;
import eu.eutlas.domain.cluster.UnknownResource;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps a record of what lies in regions and is nobody's, for administrators to look into. It is
 * never touched. Nothing is written while nothing changes, but every ten minutes when each was last
 * seen.
 */
public final class UnknownFinds {
  /** Of one region; the rest is found when these are gone. */
  public static final int MOST = 1_000;

  private static final Logger log = LoggerFactory.getLogger(UnknownFinds.class);
  private static final Scope ALL = new Scope.Everything("an id is nobody's in no tenant");
  private static final Duration TOLD_EVERY = Duration.ofMinutes(10);

  private final UnknownResourceRepository unknown;
  private final ClusterRepository clusters;
  private final BackupRepository backups;
  private final InstantSource clock;

  public UnknownFinds(
      UnknownResourceRepository unknown,
      ClusterRepository clusters,
      BackupRepository backups,
      InstantSource clock) {
    this.unknown = unknown;
    this.clusters = clusters;
    this.backups = backups;
    this.clock = clock;
  }

  /**
   * Records what a walk through a whole region found, by id. A cluster that was created during the
   * walk may be among it, and is left out, as is what a proof of a backup has for a while.
   */
  List<ClusterId> record(RegionId region, List<ClusterId> found) {
    var now = clock.instant();
    var known =
        unknown.findIn(region, MOST).stream()
            .collect(Collectors.toMap(UnknownResource::cluster, Function.identity()));
    var thrownAway =
        found.isEmpty() ? Set.<ClusterId>of() : Set.copyOf(backups.throwAways(region, MOST));
    var nobodys =
        found.stream()
            .filter(id -> !thrownAway.contains(id))
            .limit(MOST)
            .filter(id -> known.containsKey(id) || clusters.find(ALL, id).isEmpty())
            .toList();
    forget(region, known, nobodys);
    nobodys.stream()
        .filter(id -> isToBeTold(known, id, now))
        .forEach(id -> tell(new UnknownResource(region, id, now, now)));
    return nobodys;
  }

  private void forget(
      RegionId region, Map<ClusterId, UnknownResource> known, List<ClusterId> nobodys) {
    var gone = new HashSet<>(known.keySet());
    nobodys.forEach(gone::remove);
    gone.forEach(id -> unknown.forget(region, id));
  }

  private static boolean isToBeTold(
      Map<ClusterId, UnknownResource> known, ClusterId id, Instant now) {
    var before = known.get(id);
    return before == null || !now.isBefore(before.lastSeenAt().plus(TOLD_EVERY));
  }

  private void tell(UnknownResource found) {
    if (unknown.keep(found)) {
      log.warn(
          "A region has resources of a cluster that nobody knows; they are left alone. region={} clusterId={}",
          found.region(),
          found.cluster());
    }
  }
}
