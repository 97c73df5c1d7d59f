package eu.eutlas.http.cluster;

import eu.eutlas.domain.cluster.Region;
import java.util.List;

/** A place where clusters can run. */
record RegionResponse(
    String id, String name, String location, List<String> capabilities, String health) {
  static RegionResponse of(Region region) {
    return new RegionResponse(
        region.id().value(), region.name(), region.location(), List.of(), "UNKNOWN");
  }
}
