package eu.eutlas.application.cluster;

import eu.eutlas.application.RecentReads;
import eu.eutlas.domain.Outcome;
import eu.eutlas.domain.Refusal;
import eu.eutlas.domain.RefusalCode;
import eu.eutlas.domain.cluster.Maintenance;
import eu.eutlas.domain.cluster.RegionId;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;

/** Which regions must not be touched, as of two seconds ago at most. */
public final class RegionMaintenance {
  private static final String ALL = "all";

  private final MaintenanceRepository repository;
  private final RecentReads<String, Map<RegionId, Maintenance>> recent;

  public RegionMaintenance(MaintenanceRepository repository, InstantSource clock) {
    this.repository = repository;
    this.recent = new RecentReads<>(clock);
  }

  /** The maintenance of a region; absent when it is in none. */
  public Optional<Maintenance> of(RegionId region) {
    return recent
        .get(ALL, all -> Optional.of(repository.all()))
        .map(regions -> regions.get(region));
  }

  /** The same thing, if the region takes orders. */
  public <T> Outcome<T> admit(RegionId region, T ordered) {
    return of(region)
        .map(maintenance ->
            Outcome.<T>refused(
                Refusal.conflict(
                    RefusalCode.REGION_IN_MAINTENANCE,
                    "The region %s is in maintenance and takes no orders.%s Try again later."
                        .formatted(region, because(maintenance)))))
        .orElseGet(() -> Outcome.done(ordered));
  }

  void begin(RegionId region, Maintenance maintenance) {
    repository.begin(region, maintenance);
    recent.forget(ALL);
  }

  void end(RegionId region) {
    repository.end(region);
    recent.forget(ALL);
  }

  private static String because(Maintenance maintenance) {
    var reason = maintenance.reason().value();
    return reason.isEmpty() ? "" : " The reason: " + reason + ".";
  }
}
