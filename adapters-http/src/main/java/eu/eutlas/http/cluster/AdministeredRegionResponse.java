package eu.eutlas.http.cluster;

import eu.eutlas.application.cluster.DataPlane;
import eu.eutlas.application.cluster.ListRegions;
import eu.eutlas.application.cluster.RegionHealth;
import eu.eutlas.domain.cluster.Capacity;
import eu.eutlas.domain.cluster.Maintenance;
import eu.eutlas.domain.cluster.Promised;
import eu.eutlas.domain.cluster.RegionType;
import eu.eutlas.http.operation.ActorResponse;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * A region as administrators see it. Health is as the answering node knows it.
 *
 * @param healthReason why it is DOWN; null when it is not
 * @param maintenance null when it takes orders
 * @param full whether it has no room for another cluster, of whatever plan
 * @param promised to its clusters, whether they use it or not
 */
record AdministeredRegionResponse(
    String id,
    String name,
    String location,
    RegionType type,
    List<DataPlane.Capability> capabilities,
    RegionHealth.Health health,
    @Nullable String healthReason,
    @Nullable AdministeredMaintenanceResponse maintenance,
    boolean full,
    PromisedResponse promised,
    CapacityResponse capacity) {
  private static final double MILLIS = 1000;

  /**
   * That it takes no orders, and since when.
   *
   * @param by who gave the reason; null where nobody remembers
   */
  record AdministeredMaintenanceResponse(String reason, Instant since, @Nullable ActorResponse by) {
    static AdministeredMaintenanceResponse of(Maintenance maintenance) {
      return new AdministeredMaintenanceResponse(
          maintenance.reason().value(),
          maintenance.since(),
          maintenance.by().map(ActorResponse::of).orElse(null));
    }
  }

  /**
   * What all members of all clusters come to, without what paused ones do not need.
   *
   * @param cpu cores
   */
  record PromisedResponse(long clusters, double cpu, long memoryMb, long storageGb) {
    static PromisedResponse of(Promised promised) {
      return new PromisedResponse(
          promised.clusters(),
          promised.cpuMillis() / MILLIS,
          promised.memoryMegabytes(),
          promised.storageGigabytes());
    }
  }

  /** How much may be promised; null is not limited. */
  record CapacityResponse(
      @Nullable Long clusters,
      @Nullable Double cpu,
      @Nullable Long memoryMb,
      @Nullable Long storageGb) {
    static CapacityResponse of(Capacity capacity) {
      var cpu = orNull(capacity.cpuMillis());
      return new CapacityResponse(
          orNull(capacity.clusters()),
          cpu == null ? null : cpu / MILLIS,
          orNull(capacity.memoryMegabytes()),
          orNull(capacity.storageGigabytes()));
    }

    private static @Nullable Long orNull(OptionalLong limit) {
      return limit.isPresent() ? limit.getAsLong() : null;
    }
  }

  static AdministeredRegionResponse of(ListRegions.AdministeredRegion seen) {
    var present = seen.present();
    var region = present.region();
    return new AdministeredRegionResponse(
        region.id().value(),
        region.name(),
        region.location(),
        region.type(),
        present.capabilities().stream().sorted().toList(),
        present.health(),
        seen.trouble().orElse(null),
        present.maintenance().map(AdministeredMaintenanceResponse::of).orElse(null),
        present.full(),
        PromisedResponse.of(seen.promised()),
        CapacityResponse.of(region.capacity()));
  }
}
