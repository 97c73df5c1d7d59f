package eu.eutlas.testkit.cluster;

import eu.eutlas.domain.SealedSecret;
import eu.eutlas.domain.cluster.AccessList;
import eu.eutlas.domain.cluster.Cluster;
import eu.eutlas.domain.cluster.ClusterId;
import eu.eutlas.domain.cluster.ClusterSpec;
import eu.eutlas.domain.cluster.ClusterUsers;
import eu.eutlas.domain.cluster.DatabaseLogin;
import eu.eutlas.domain.cluster.Endpoint;
import eu.eutlas.domain.cluster.MongoVersion;
import eu.eutlas.domain.cluster.PlanId;
import eu.eutlas.domain.cluster.RegionId;
import eu.eutlas.domain.cluster.Resources;
import eu.eutlas.testkit.HexIds;

/** Clusters for tests. */
public final class Clusters {
  /** Where clusters run unless a test says otherwise. */
  public static final RegionId REGION = new RegionId("local");

  private Clusters() {}

  public static ClusterId id(int number) {
    return new ClusterId(HexIds.of(number));
  }

  /** The number that an id was made of. */
  static int numberOf(ClusterId id) {
    return HexIds.numberOf(id.value());
  }

  public static ClusterBuilder aCluster() {
    return aCluster(1);
  }

  /**
   * A cluster of project 1 of organization 1 that is being created by the operation with the
   * cluster's own number, due at the clock's start, with nothing in its outbox.
   */
  public static ClusterBuilder aCluster(int number) {
    return new ClusterBuilder(number);
  }

  /** A cluster that was proved at the clock's start and has nothing to do. */
  public static ClusterBuilder aReadyCluster(int number) {
    return aCluster(number).ready(endpoint(number));
  }

  public static ClusterBuilder with(Cluster cluster) {
    return new ClusterBuilder(cluster);
  }

  /** A query for all clusters, oldest first, to be narrowed. */
  public static ClusterQueryBuilder query() {
    return new ClusterQueryBuilder();
  }

  public static Endpoint endpoint(int number) {
    return new Endpoint("cluster-" + number + ".example.org", 27017);
  }

  /** A small spec of generation 1. */
  public static ClusterSpec spec() {
    return new ClusterSpec(
        1,
        new PlanId("DEV"),
        new Resources(500, 1024, 5, 1),
        REGION,
        new MongoVersion("7.0"),
        new DatabaseLogin("eutlas-admin", new SealedSecret("sealed-admin-password"), 1),
        ClusterUsers.of(
            new DatabaseLogin("eutlas", new SealedSecret("sealed-customer-password"), 1)),
        AccessList.NOBODY);
  }
}
