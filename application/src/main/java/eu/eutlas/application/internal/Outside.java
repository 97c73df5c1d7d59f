package eu.eutlas.application.internal;

import eu.eutlas.application.PortFailure;
import eu.eutlas.application.Sealer;
import eu.eutlas.application.cluster.DataPlane;
import eu.eutlas.application.cluster.TenantDatabase;
import eu.eutlas.domain.cluster.Action;
import eu.eutlas.domain.cluster.Cluster;
import eu.eutlas.domain.cluster.ClusterLifecycle;
import eu.eutlas.domain.cluster.ClusterObservation;
import eu.eutlas.domain.cluster.RegionId;
import java.time.Instant;
import java.util.Map;

/**
 * What lies outside of EUTLAS, as the lifecycle speaks of it: data planes and customers' databases,
 * looked at and acted upon.
 */
public final class Outside {
  private final Map<RegionId, DataPlane> dataPlanes;
  private final UserTrials users;

  public Outside(Map<RegionId, DataPlane> dataPlanes, TenantDatabase database, Sealer sealer) {
    this.dataPlanes = Map.copyOf(dataPlanes);
    this.users = new UserTrials(database, sealer);
  }

  /** Whether this node has the region of a cluster. */
  boolean reaches(Cluster cluster) {
    return dataPlanes.containsKey(cluster.spec().region());
  }

  /** What is seen of a cluster; its users are tried only when a decision hangs on it. */
  ClusterObservation observe(Cluster cluster, Instant now) {
    var seen = dataPlane(cluster.spec().region()).observe(cluster.id());
    return switch (seen) {
      case ClusterObservation.Running running ->
          ClusterLifecycle.needsProof(cluster, running, now)
              ? running.with(users.of(cluster, running.endpoint(), now))
              : running;
      case ClusterObservation.Absent absent -> absent;
      case ClusterObservation.Starting starting -> starting;
      case ClusterObservation.Failing failing -> failing;
      case ClusterObservation.Stopped stopped -> stopped;
      case ClusterObservation.Leaving leaving -> leaving;
    };
  }

  void perform(Action action, Instant now) {
    switch (action) {
      case Action.Provision(var id, var spec) -> {
        var admin = users.open(id, spec.admin());
        dataPlane(spec.region())
            .provision(
                new DataPlane.Order(
                    id,
                    spec.generation(),
                    spec.resources(),
                    spec.mongoVersion(),
                    admin.username(),
                    admin.password(),
                    spec.access().at(now).ranges()));
      }
      case Action.Stop(var id, var spec) -> dataPlane(spec.region()).stop(id, spec.generation());
      case Action.Admit(var id, var region, var ranges) -> dataPlane(region).admit(id, ranges);
      case Action.EnsureUsers ensure -> users.perform(ensure, now);
      case Action.Deprovision(var id, var region) -> dataPlane(region).deprovision(id);
    }
  }

  /** A region may leave the configuration while clusters of it are left. */
  private DataPlane dataPlane(RegionId region) {
    var plane = dataPlanes.get(region);
    if (plane == null) {
      throw new PortFailure.Unavailable(
          "REGION_NOT_CONFIGURED", "No node that runs has the region " + region + ".", null);
    }
    return plane;
  }
}
