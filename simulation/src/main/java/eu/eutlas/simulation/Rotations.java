package eu.eutlas.simulation;

import eu.eutlas.domain.cluster.Cluster;
import eu.eutlas.domain.cluster.OutgoingLogin;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** For how long two logins are to work after each rotation, write by write. */
final class Rotations {
  /** As far as the clocks of nodes may be off. */
  static final Duration OFF = Duration.ofSeconds(5);

  private final World world;
  private final Map<String, Overlap> overlaps = new HashMap<>();

  Rotations(World world) {
    this.world = world;
  }

  private record Overlap(OutgoingLogin former, Instant orderedAt) {}

  /** A cluster was written: only time ends an overlap, and nobody changes it. */
  void committed(Cluster cluster) {
    var key = cluster.id().value();
    var before = Optional.ofNullable(overlaps.get(key));
    var now = cluster.spec().users().outgoing();
    now.map(former -> new Overlap(former, before.map(Overlap::orderedAt).orElseGet(this::now)))
        .ifPresentOrElse(overlap -> overlaps.put(key, overlap), () -> overlaps.remove(key));
    if (before.isEmpty() || cluster.isDeleted()) {
      return;
    }
    var former = before.get().former();
    if (now.isEmpty()) {
      var isTakenBack = cluster.spec().users().customer().equals(former.login());
      if (!isTakenBack && !former.until().map(this::isOver).orElse(false)) {
        throw broken(cluster, "A former login was given up before its end.");
      }
    } else if (!isSame(former, now.get()) || isTooEarly(before.get().orderedAt(), now.get())) {
      throw broken(cluster, "A former login is to end at another time.");
    }
  }

  private static boolean isSame(OutgoingLogin before, OutgoingLogin now) {
    return now.login().equals(before.login())
        && now.overlap().equals(before.overlap())
        && (before.until().isEmpty() || now.until().equals(before.until()));
  }

  /** The overlap is counted from when the new login is proved, which is after it was ordered. */
  private static boolean isTooEarly(Instant orderedAt, OutgoingLogin former) {
    return former
        .until()
        .filter(end -> end.plus(OFF).isBefore(orderedAt.plus(former.overlap())))
        .isPresent();
  }

  private boolean isOver(Instant end) {
    return !now().plus(OFF).isBefore(end);
  }

  private Instant now() {
    return world.clockwork().instant();
  }

  private static Violation broken(Cluster cluster, String message) {
    return Invariant.ROTATIONS_OVERLAP_AND_END.broken(cluster.id(), message);
  }
}
