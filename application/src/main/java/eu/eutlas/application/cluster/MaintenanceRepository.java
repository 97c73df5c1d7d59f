package eu.eutlas.application.cluster;

import eu.eutlas.application.PortFailure;
import eu.eutlas.domain.cluster.Maintenance;
import eu.eutlas.domain.cluster.RegionId;
import java.util.Map;

/**
 * Which regions are in maintenance. Any call may throw {@link PortFailure.Unavailable}; a write
 * also {@link PortFailure.OutcomeUnknown}.
 */
public interface MaintenanceRepository {

  /** All of them. */
  Map<RegionId, Maintenance> all();

  /**
   * Begins it. One that has begun gets this reason and who gave it, and keeps its beginning.
   * Repeatable.
   */
  void begin(RegionId region, Maintenance maintenance);

  /** Ends it, if it is. Repeatable. */
  void end(RegionId region);
}
