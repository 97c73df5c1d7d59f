package eu.eutlas.application.cluster;

import eu.eutlas.domain.Outcome;
import eu.eutlas.domain.Refusal;
import eu.eutlas.domain.RefusalCode;
import eu.eutlas.domain.cluster.Cluster;
import eu.eutlas.domain.cluster.RegionId;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What the regions can do; a region that is not configured can do nothing. */
public final class RegionCapabilities {
  private final List<DataPlane> here;
  private final Map<RegionId, Set<DataPlane.Capability>> elsewhere;

  /**
   * Of an installation.
   *
   * @param here the regions that this node has
   * @param elsewhere those that only others have
   */
  public RegionCapabilities(
      List<DataPlane> here, Map<RegionId, Set<DataPlane.Capability>> elsewhere) {
    this.here = List.copyOf(here);
    this.elsewhere = Map.copyOf(elsewhere);
  }

  public Set<DataPlane.Capability> of(RegionId region) {
    return here.stream()
        .filter(plane -> plane.region().equals(region))
        .findFirst()
        .map(DataPlane::capabilities)
        .orElseGet(() -> elsewhere.getOrDefault(region, Set.of()));
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
