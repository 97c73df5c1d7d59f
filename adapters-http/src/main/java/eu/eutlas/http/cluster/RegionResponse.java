package eu.eutlas.http.cluster;

import eu.eutlas.application.cluster.DataPlane;
import eu.eutlas.application.cluster.ReadCatalogue;
import eu.eutlas.application.cluster.RegionHealth;
import eu.eutlas.domain.cluster.Maintenance;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A place where clusters can run.
 *
 * @param capabilities what it can do beyond creating and deleting
 * @param maintenance null when it takes orders
 * @param full whether it has no room for another cluster, of whatever plan
 */
record RegionResponse(
    String id,
    String name,
    String location,
    List<DataPlane.Capability> capabilities,
    RegionHealth.Health health,
    @Nullable MaintenanceResponse maintenance,
    boolean full) {

  /** That it takes no orders, and since when. */
  record MaintenanceResponse(String reason, Instant since) {
    static MaintenanceResponse of(Maintenance maintenance) {
      return new MaintenanceResponse(maintenance.reason().value(), maintenance.since());
    }
  }

  static RegionResponse of(ReadCatalogue.PresentRegion present) {
    return new RegionResponse(
        present.region().id().value(),
        present.region().name(),
        present.region().location(),
        present.capabilities().stream().sorted().toList(),
        present.health(),
        present.maintenance().map(MaintenanceResponse::of).orElse(null),
        present.full());
  }
}
