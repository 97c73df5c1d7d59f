package eu.eutlas.tenant;

import com.mongodb.ServerAddress;
import com.mongodb.connection.ClusterConnectionMode;
import com.mongodb.connection.ClusterSettings;
import com.mongodb.connection.ClusterType;
import eu.eutlas.domain.cluster.Endpoint;

/** An endpoint in the driver's words. */
public final class Seeds {
  private Seeds() {}

  public static ClusterSettings.Builder into(ClusterSettings.Builder cluster, Endpoint endpoint) {
    var hosts =
        endpoint.seeds().stream().map(seed -> new ServerAddress(seed.host(), seed.port())).toList();
    return endpoint
        .replicaSet()
        .map(name ->
            cluster
                .mode(ClusterConnectionMode.MULTIPLE)
                .requiredReplicaSetName(name)
                .requiredClusterType(ClusterType.REPLICA_SET))
        .orElseGet(() -> cluster.mode(ClusterConnectionMode.SINGLE))
        .hosts(hosts);
  }
}
