package eu.eutlas.application.cluster;

import eu.eutlas.application.cluster.ClusterAccess.Address;
import eu.eutlas.domain.Outcome;
import eu.eutlas.domain.cluster.Cluster;
import eu.eutlas.domain.identity.Actor;
import eu.eutlas.domain.organization.Permission;

/** Reads one cluster. */
public final class ReadCluster {
  private final ClusterAccess access;

  public ReadCluster(ClusterAccess access) {
    this.access = access;
  }

  public Outcome<Cluster> handle(Actor actor, Address address) {
    return access.find(actor, Permission.READ_CLUSTER, address);
  }
}
