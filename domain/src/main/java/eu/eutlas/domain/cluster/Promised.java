package eu.eutlas.domain.cluster;

/**
 * What has been promised to clusters, all members together, whether they use it or not. A paused
 * cluster keeps its storage and gives back the rest; a deleted one has nothing.
 */
public record Promised(long clusters, long cpuMillis, long memoryMegabytes, long storageGigabytes) {
  public static final Promised NOTHING = new Promised(0, 0, 0, 0);

  /** To a cluster as it is now. */
  public static Promised to(Cluster cluster) {
    return to(cluster.state().name(), cluster.spec().resources());
  }

  /** To a cluster in a state, with these resources for each member. */
  public static Promised to(ClusterState.Name state, Resources each) {
    return switch (state) {
      case CREATING, READY, UPDATING, PAUSING, RESUMING, RESTORING, DEGRADED, DELETING, FAILED ->
          to(each);
      case PAUSED -> new Promised(1, 0, 0, to(each).storageGigabytes);
      case DELETED -> NOTHING;
    };
  }

  /** To a cluster that runs, with these resources for each member. */
  public static Promised to(Resources each) {
    long members = each.members();
    return new Promised(
        1,
        members * each.cpuMillis(),
        members * each.memoryMegabytes(),
        members * each.storageGigabytes());
  }

  public Promised plus(Promised more) {
    return new Promised(
        clusters + more.clusters,
        cpuMillis + more.cpuMillis,
        memoryMegabytes + more.memoryMegabytes,
        storageGigabytes + more.storageGigabytes);
  }

  /** What is there beyond the other; less than nothing where the other is more. */
  public Promised minus(Promised other) {
    return plus(other.times(-1));
  }

  /** To so many of the same. */
  public Promised times(long count) {
    return new Promised(
        count * clusters, count * cpuMillis, count * memoryMegabytes, count * storageGigabytes);
  }
}
