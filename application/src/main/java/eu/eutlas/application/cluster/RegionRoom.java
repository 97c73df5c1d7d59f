package eu.eutlas.application.cluster;

import eu.eutlas.domain.Outcome;
import eu.eutlas.domain.Refusal;
import eu.eutlas.domain.RefusalCode;
import eu.eutlas.domain.cluster.Capacity;
import eu.eutlas.domain.cluster.Promised;
import eu.eutlas.domain.cluster.Region;
import eu.eutlas.domain.cluster.RegionId;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Whether regions have room for what is ordered. It is a soft limit: what is promised is summed up
 * every 15 seconds at most, with what this node has let in since, so orders of the same moment, or
 * on several nodes within that time, may exceed it together. A refusal stands on what the store
 * told within the last two seconds. Where nothing is limited, nothing is summed up.
 */
public final class RegionRoom {
  private static final Logger log = LoggerFactory.getLogger(RegionRoom.class);
  private static final Duration LASTS = Duration.ofSeconds(15);
  private static final Duration FRESH = Duration.ofSeconds(2);

  private final Catalogue catalogue;
  private final ClusterRepository clusters;
  private final InstantSource clock;
  private final Map<RegionId, Sum> sums = new ConcurrentHashMap<>();

  public RegionRoom(Catalogue catalogue, ClusterRepository clusters, InstantSource clock) {
    this.catalogue = catalogue;
    this.clusters = clusters;
    this.clock = clock;
  }

  /**
   * The same thing, if the region has room for it.
   *
   * @param more what it wants beyond what it has
   */
  <T> Outcome<T> admit(RegionId id, Promised more, T ordered) {
    var capacity = catalogue.region(id).map(Region::capacity).orElse(Capacity.UNLIMITED);
    if (!capacity.limits(more)) {
      return Outcome.done(ordered);
    }
    if (!capacity.shortOf(promised(id), more).isEmpty()) {
      var told = told(id);
      var scarce = capacity.shortOf(told, more);
      if (!scarce.isEmpty()) {
        log.info(
            "An order did not fit. region={} promised={} wanted={} capacity={}",
            id,
            told,
            more,
            capacity);
        return Outcome.refused(full(id, scarce, more));
      }
    }
    sums.computeIfPresent(id, (region, sum) -> sum.plus(more));
    return Outcome.done(ordered);
  }

  /** Whether it has no room for another cluster, of whatever plan. */
  boolean isFull(Region region) {
    var capacity = region.capacity();
    var smallest = catalogue.plans().stream().map(plan -> Promised.to(plan.resources())).toList();
    return smallest.stream().anyMatch(capacity::limits)
        && smallest.stream()
            .noneMatch(more -> capacity.shortOf(promised(region.id()), more).isEmpty());
  }

  /** What is promised in a region, of 15 seconds ago at most. */
  Promised promised(RegionId region) {
    var now = clock.instant();
    var known = sums.get(region);
    return known != null && known.isWithin(LASTS, now) ? known.promised() : sumUp(region, now);
  }

  /** The same, as the store tells it. */
  private Promised told(RegionId region) {
    var now = clock.instant();
    var known = sums.get(region);
    return known != null && known.untouched() && known.isWithin(FRESH, now)
        ? known.promised()
        : sumUp(region, now);
  }

  private Promised sumUp(RegionId region, Instant now) {
    var promised = clusters.promised(region);
    sums.put(region, new Sum(promised, now, true));
    return promised;
  }

  private static Refusal full(RegionId region, List<Capacity.Good> scarce, Promised more) {
    return Refusal.conflict(
        RefusalCode.REGION_FULL,
        "The region %s is short of %s. %s, or ask whoever runs this EUTLAS for more room."
            .formatted(
                region,
                scarce.stream().map(Capacity.Good::toString).collect(Collectors.joining(" and ")),
                more.clusters() > 0
                    ? "Choose another region or a smaller plan"
                    : "Delete or pause clusters there that nobody needs"));
  }

  /**
   * What is promised in a region.
   *
   * @param at when the store was asked
   * @param untouched whether this is what it told, and nothing was let in since
   */
  private record Sum(Promised promised, Instant at, boolean untouched) {
    boolean isWithin(Duration lasts, Instant now) {
      return !now.isBefore(at) && now.isBefore(at.plus(lasts));
    }

    Sum plus(Promised more) {
      return new Sum(promised.plus(more), at, false);
    }
  }
}
