package eu.eutlas.domain.cluster;

import eu.eutlas.domain.InvalidValue;

/**
 * What is wanted of a cluster in its data plane.
 *
 * @param generation rises with each change of what its servers are to be, so that what is seen can
 *     be told from what was wanted before
 * @param admin EUTLAS's own user, the only one that the data plane knows
 * @param users who else may use the database; they change without another generation
 */
public record ClusterSpec(
    long generation,
    PlanId plan,
    Resources resources,
    RegionId region,
    MongoVersion mongoVersion,
    DatabaseLogin admin,
    ClusterUsers users) {
  public ClusterSpec {
    InvalidValue.unless(generation >= 1, "A generation is 1 or more.");
  }

  /** The next generation, of the same: it is to be stopped, or to run again. */
  ClusterSpec next() {
    return new ClusterSpec(generation + 1, plan, resources, region, mongoVersion, admin, users);
  }

  /** The next generation, of another size. */
  ClusterSpec resized(Plan to) {
    return new ClusterSpec(
        generation + 1, to.id(), to.resources(), region, mongoVersion, admin, users);
  }

  /** The next generation, of another version. */
  ClusterSpec upgraded(MongoVersion to) {
    return new ClusterSpec(generation + 1, plan, resources, region, to, admin, users);
  }

  /** The same servers, with other users. */
  ClusterSpec with(ClusterUsers next) {
    return new ClusterSpec(generation, plan, resources, region, mongoVersion, admin, next);
  }
}
