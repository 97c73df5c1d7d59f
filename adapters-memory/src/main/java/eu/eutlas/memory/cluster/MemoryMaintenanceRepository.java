package eu.eutlas.memory.cluster;

import eu.eutlas.application.cluster.MaintenanceRepository;
import eu.eutlas.domain.cluster.Maintenance;
import eu.eutlas.domain.cluster.RegionId;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The maintenance of regions and of the whole, in memory. */
public final class MemoryMaintenanceRepository implements MaintenanceRepository {
  private final Map<RegionId, Maintenance> regions = new HashMap<>();
  private Optional<Maintenance> pause = Optional.empty();

  @Override
  public synchronized Map<RegionId, Maintenance> all() {
    return Map.copyOf(regions);
  }

  @Override
  public synchronized void begin(RegionId region, Maintenance maintenance) {
    regions.merge(
        region,
        maintenance,
        (known, next) -> new Maintenance(next.reason(), known.since(), next.by()));
  }

  @Override
  public synchronized void end(RegionId region) {
    regions.remove(region);
  }

  @Override
  public synchronized Optional<Maintenance> pause() {
    return pause;
  }

  @Override
  public synchronized void beginPause(Maintenance begun) {
    pause = pause.or(() -> Optional.of(begun));
  }

  @Override
  public synchronized void endPause() {
    pause = Optional.empty();
  }
}
