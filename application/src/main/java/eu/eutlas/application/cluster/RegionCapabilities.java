package eu.eutlas.application.cluster;

import eu.eutlas.domain.Outcome;
import eu.eutlas.domain.Refusal;
import eu.eutlas.domain.RefusalCode;
import eu.eutlas.domain.cluster.Cluster;
import eu.eutlas.domain.cluster.RegionId;
import java.util.List;
import java.util.Set;

/** What the regions can do; a region that is not configured can do nothing. */
public final class RegionCapabilities {
  private final List<DataPlane> dataPlanes;

  public RegionCapabilities(List<DataPlane> dataPlanes) {
    this.dataPlanes = List.copyOf(dataPlanes);
  }

  Set<DataPlane.Capability> of(RegionId region) {
    return dataPlanes.stream()
        .filter(plane -> plane.region().equals(region))
        .findFirst()
        .map(DataPlane::capabilities)
        .orElseGet(Set::of);
  }

  /** The cluster, if its region can do that. */
  Outcome<Cluster> require(Cluster cluster, DataPlane.Capability capability) {
    return of(cluster.spec().region()).contains(capability)
        ? Outcome.done(cluster)
        : Outcome.refused(
            Refusal.conflict(
                RefusalCode.NOT_SUPPORTED_HERE,
                "The region %s cannot do this: it lacks %s."
                    .formatted(cluster.spec().region(), capability)));
  }
}
