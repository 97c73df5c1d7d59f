package eu.eutlas.http.cluster;

import eu.eutlas.domain.cluster.MaintenanceReason;
import eu.eutlas.http.json.JsonRequest;
import java.util.Optional;

/** Whether a region is to be left alone for a while, and why. */
record SetMaintenanceRequest(Boolean on, Optional<MaintenanceReason> reason)
    implements JsonRequest {

  /** Absent when it is to be over. */
  Optional<MaintenanceReason> begun() {
    return on ? reason.or(() -> Optional.of(MaintenanceReason.NONE)) : Optional.empty();
  }
}
