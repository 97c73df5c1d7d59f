package eu.eutlas.application.cluster;

import eu.eutlas.application.PortFailure;
import eu.eutlas.domain.cluster.Maintenance;
import eu.eutlas.domain.cluster.RegionId;
import java.util.Map;
import java.util.Optional;

/**
 * Which regions are in maintenance, and whether the whole installation is paused. Any call may
 * throw {@link PortFailure.Unavailable}; a write also {@link PortFailure.OutcomeUnknown}.
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

  /** Why the whole installation is paused, and since when; absent when it works. */
  Optional<Maintenance> pause();

  /** Pauses the installation. A pause that has begun stays as it is. Repeatable. */
  void beginPause(Maintenance pause);

  /** Ends the pause, if there is one. Repeatable. */
  void endPause();
}
