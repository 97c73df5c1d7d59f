package eu.eutlas.bootstrap;

import eu.eutlas.application.PortFailure;
import eu.eutlas.application.cluster.DataPlane;
import eu.eutlas.application.cluster.DataPlane.Capability;
import eu.eutlas.bootstrap.config.RegionConfiguration;
import eu.eutlas.domain.cluster.RegionId;
import eu.eutlas.k8s.KubernetesDataPlane;
import eu.eutlas.k8s.KubernetesRegion;
import eu.eutlas.local.LocalDataPlane;
import eu.eutlas.mongo.MongoMetadata;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A data plane for each region that this node has. A local region lies on one node's disk; the
 * other nodes of the installation know of it and leave its clusters to that one.
 */
final class RegionWiring {
  private static final String FOLDER = "clusters";

  private final MongoMetadata metadata;
  private final DataFolder folder;
  private final String nodeId;
  private final InstantSource clock;
  private final Closing closing;
  private final List<DataPlane> here = new ArrayList<>();
  private final Map<RegionId, Set<Capability>> elsewhere = new HashMap<>();

  private RegionWiring(
      MongoMetadata metadata,
      DataFolder folder,
      String nodeId,
      InstantSource clock,
      Closing closing) {
    this.metadata = metadata;
    this.folder = folder;
    this.nodeId = nodeId;
    this.clock = clock;
    this.closing = closing;
  }

  static RegionWiring open(
      List<RegionConfiguration> regions,
      MongoMetadata metadata,
      DataFolder folder,
      String nodeId,
      InstantSource clock,
      Closing closing) {
    var wiring = new RegionWiring(metadata, folder, nodeId, clock, closing);
    regions.forEach(wiring::open);
    return wiring;
  }

  List<DataPlane> here() {
    return here;
  }

  /** What can be done in the regions that only other nodes have. */
  Map<RegionId, Set<Capability>> elsewhere() {
    return elsewhere;
  }

  private void open(RegionConfiguration region) {
    var id = region.region().id();
    switch (region.ground()) {
      case RegionConfiguration.Local() -> here.add(closing.opened("region " + id, local(id)));
      case RegionConfiguration.Elsewhere() -> elsewhere.put(id, LocalDataPlane.CAPABILITIES);
      case RegionConfiguration.Kubernetes ground ->
          here.add(closing.opened("region " + id, kubernetes(id, ground)));
    }
  }

  /** Somebody else's clusters would look as if they had vanished, and be made anew, empty. */
  private LocalDataPlane local(RegionId region) {
    if (!metadata.homeOf(region, nodeId).equals(nodeId)) {
      throw new StartException(
          "The region %s lies on the disk of another node. Write it as `elsewhere` in this node's"
                  .formatted(region)
              + " regions, and give the regions of this node ids of their own.");
    }
    return serve(region);
  }

  private LocalDataPlane serve(RegionId region) {
    Path clusters = folder.resolve(FOLDER).resolve(region.value());
    try {
      return LocalDataPlane.open(clusters, region, metadata.installation().id());
    } catch (PortFailure e) {
      throw new StartException("The region " + region + " cannot be used: " + e.getMessage(), e);
    }
  }

  private LateDataPlane kubernetes(RegionId id, RegionConfiguration.Kubernetes ground) {
    var settings =
        new KubernetesRegion(
            id,
            metadata.installation().id(),
            ground.account(),
            ground.dialect(),
            ground.storageClass(),
            ground.releases(),
            ground.operatorVersion(),
            ground.surroundings(),
            KubernetesRegion.Timeouts.USUAL);
    return LateDataPlane.open(
        id, ground.dialect().capabilities(), () -> KubernetesDataPlane.open(settings, clock));
  }
}
