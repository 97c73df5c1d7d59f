package eu.eutlas.http.cluster;

import eu.eutlas.application.cluster.DataPlane;
import eu.eutlas.application.cluster.ReadCatalogue;
import eu.eutlas.application.cluster.RegionHealth;
import java.util.List;

/**
 * A place where clusters can run.
 *
 * @param capabilities what it can do beyond creating and deleting
 */
record RegionResponse(
    String id,
    String name,
    String location,
    List<DataPlane.Capability> capabilities,
    RegionHealth.Health health) {
  static RegionResponse of(ReadCatalogue.PresentRegion present) {
    return new RegionResponse(
        present.region().id().value(),
        present.region().name(),
        present.region().location(),
        present.capabilities().stream().sorted().toList(),
        present.health());
  }
}
