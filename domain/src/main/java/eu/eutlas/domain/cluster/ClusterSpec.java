package eu.eutlas.domain.cluster;

import eu.eutlas.domain.InvalidValue;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What is wanted of a cluster in its data plane.
 *
 * @param generation rises with each change of what its servers are to be, so that what is seen can
 *     be told from what was wanted before
 * @param admin EUTLAS's own user, the only one that the data plane knows
 * @param users who else may use the database; they change without another generation
 * @param access from where it may be reached; it changes without another generation, too
 */
public record ClusterSpec(
    long generation,
    PlanId plan,
    Resources resources,
    RegionId region,
    MongoVersion mongoVersion,
    DatabaseLogin admin,
    ClusterUsers users,
    AccessList access) {
  public ClusterSpec {
    InvalidValue.unless(generation >= 1, "A generation is 1 or more.");
  }

  /** The next generation, of the same: it is to be stopped, or to run again. */
  ClusterSpec next() {
    return next(plan, resources, mongoVersion);
  }

  /** The next generation, of another size. */
  ClusterSpec resized(Plan to) {
    return next(to.id(), to.resources(), mongoVersion);
  }

  /** The next generation, of another version. */
  ClusterSpec upgraded(MongoVersion to) {
    return next(plan, resources, to);
  }

  /** The same servers, with other users. */
  ClusterSpec with(ClusterUsers next) {
    return new ClusterSpec(generation, plan, resources, region, mongoVersion, admin, next, access);
  }

  /** The same servers, to be reached from elsewhere. */
  ClusterSpec with(AccessList next) {
    return new ClusterSpec(generation, plan, resources, region, mongoVersion, admin, users, next);
  }

  /** When something of it ends by itself; absent where nothing does. */
  public Optional<Instant> nextEnd() {
    return Stream.of(users.nextEnd(), access.nextExpiry())
        .flatMap(Optional::stream)
        .min(Instant::compareTo);
  }

  private ClusterSpec next(PlanId toPlan, Resources toResources, MongoVersion toVersion) {
    return new ClusterSpec(
        generation + 1, toPlan, toResources, region, toVersion, admin, users, access);
  }
}
