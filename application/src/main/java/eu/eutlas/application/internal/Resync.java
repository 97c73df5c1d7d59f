package eu.eutlas.application.internal;

import eu.eutlas.application.cluster.ClusterRepository;
import eu.eutlas.application.cluster.ClusterRepository.Seen;
import eu.eutlas.application.cluster.DataPlane;
import eu.eutlas.application.cluster.DataPlane.Sighting;
import eu.eutlas.application.cluster.RegionHealth;
import eu.eutlas.application.cluster.RegionMaintenance;
import eu.eutlas.application.installation.Findings;
import eu.eutlas.application.installation.Findings.Finding;
import eu.eutlas.application.installation.InstallationPause;
import eu.eutlas.application.operation.ReconcileQueue;
import eu.eutlas.application.operation.ReconcileQueue.Lane;
import eu.eutlas.application.operation.Work;
import eu.eutlas.domain.cluster.ClusterId;
import eu.eutlas.domain.cluster.ClusterObservation;
import eu.eutlas.domain.cluster.RegionId;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Compares what a region shows with what was last seen, in one walk over both, page by page in the
 * order of ids: whatever differs is nudged, and an unchanged cluster costs nothing. What carries an
 * id that nobody knows is put on record and left alone. While the installation is paused, what
 * differs is told and not nudged.
 */
public final class Resync {
  private static final int PAGE = 500;
  private static final String ABSENT = new ClusterObservation.Absent().digest();

  private final ClusterRepository clusters;
  private final ReconcileQueue queue;
  private final RegionHealth health;
  private final RegionMaintenance maintenance;
  private final InstallationPause pause;
  private final UnknownFinds finds;
  private final Findings findings;
  private final InstantSource clock;

  public Resync(
      ClusterRepository clusters,
      ReconcileQueue queue,
      RegionHealth health,
      RegionMaintenance maintenance,
      InstallationPause pause,
      UnknownFinds finds,
      Findings findings,
      InstantSource clock) {
    this.clusters = clusters;
    this.queue = queue;
    this.health = health;
    this.maintenance = maintenance;
    this.pause = pause;
    this.finds = finds;
    this.findings = findings;
    this.clock = clock;
  }

  /**
   * Walks one region, unless it is in maintenance. Returns the ids that exist there and are
   * nobody's.
   */
  public List<ClusterId> run(DataPlane plane) {
    return maintenance.of(plane.region()).isPresent() ? List.of() : walk(plane);
  }

  private List<ClusterId> walk(DataPlane plane) {
    var unknown = new ArrayList<ClusterId>();
    var differences = new Differences(pause.isOn());
    var there =
        new Pages<Sighting>(
            after -> health.look(plane.region(), () -> plane.observeAll(after, PAGE)),
            Sighting::id);
    var here = new Pages<Seen>(after -> clusters.seen(plane.region(), after, PAGE), Seen::id);
    var sighting = there.next();
    var seen = here.next();
    while (sighting != null || seen != null) {
      var order = compare(sighting, seen);
      if (order < 0 && sighting != null) {
        unknown.add(sighting.id());
        sighting = there.next();
      } else if (order > 0 && seen != null) {
        differences.compare(seen, ABSENT);
        seen = here.next();
      } else if (sighting != null && seen != null) {
        differences.compare(seen, sighting.digest());
        sighting = there.next();
        seen = here.next();
      }
    }
    var nobodys = finds.record(plane.region(), unknown);
    findings.keep(differences.found(plane.region(), nobodys.size(), clock.instant()));
    return nobodys;
  }

  /** In what a region differs, as the walk goes on. */
  private final class Differences {
    private final boolean paused;
    private final List<ClusterId> firstMissing = new ArrayList<>();
    private long known;
    private long missing;
    private long differing;

    Differences(boolean paused) {
      this.paused = paused;
    }

    void compare(Seen seen, String digest) {
      known++;
      if (!seen.digest().map(digest::equals).orElse(true)) {
        count(seen.id(), digest.equals(ABSENT));
        if (!paused) {
          queue.nudge(new Work.Pass(seen.id()), Lane.BACKGROUND);
        }
      }
    }

    private void count(ClusterId cluster, boolean isMissing) {
      if (!isMissing) {
        differing++;
      } else if (missing++ < Findings.NAMED) {
        firstMissing.add(cluster);
      }
    }

    Finding found(RegionId region, long unknown, Instant at) {
      return new Finding(region, at, known, missing, differing, unknown, firstMissing);
    }
  }

  private static int compare(@Nullable Sighting sighting, @Nullable Seen seen) {
    if (sighting == null) {
      return 1;
    }
    return seen == null ? -1 : sighting.id().value().compareTo(seen.id().value());
  }

  /** Walks through pages of things that are ordered by id. */
  private static final class Pages<T> {
    private final Function<Optional<ClusterId>, List<T>> load;
    private final Function<T, ClusterId> idOf;
    private List<T> page = List.of();
    private int index;
    private Optional<ClusterId> last = Optional.empty();
    private boolean ended;

    Pages(Function<Optional<ClusterId>, List<T>> load, Function<T, ClusterId> idOf) {
      this.load = load;
      this.idOf = idOf;
    }

    @Nullable T next() {
      if (index == page.size() && !ended) {
        page = load.apply(last);
        index = 0;
        ended = page.size() < PAGE;
      }
      if (index == page.size()) {
        return null;
      }
      var item = page.get(index++);
      last = Optional.of(idOf.apply(item));
      return item;
    }
  }
}
