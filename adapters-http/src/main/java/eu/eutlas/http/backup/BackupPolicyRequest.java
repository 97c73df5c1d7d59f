package eu.eutlas.http.backup;

import eu.eutlas.domain.backup.BackupPolicy;
import eu.eutlas.domain.backup.BackupWindow;
import eu.eutlas.domain.backup.Retention;
import eu.eutlas.http.json.JsonRequest;
import java.util.Optional;

/** When a cluster is backed up by itself, and how long that stays. */
record BackupPolicyRequest(
    Boolean enabled,
    IntervalHours intervalHours,
    Optional<WindowRequest> window,
    RetentionRequest retention,
    Optional<Boolean> prove)
    implements JsonRequest {

  /**
   * When in a day backups may begin, by the clocks of a zone; the whole day where it is missing.
   */
  record WindowRequest(WindowStart start, WindowHours hours, Optional<ZoneName> timeZone)
      implements JsonRequest {
    BackupWindow window() {
      return new BackupWindow(
          start.value(),
          hours.value(),
          timeZone.map(ZoneName::zone).orElse(BackupWindow.ANY.zone()));
    }
  }

  /** How many days backups stay, and how many of the newest in any case. */
  record RetentionRequest(RetentionDays days, Optional<NewestKept> last) implements JsonRequest {
    Retention retention() {
      return new Retention(
          days.value(), last.map(NewestKept::value).orElse(Retention.USUAL.last()));
    }
  }

  BackupPolicy policy() {
    return new BackupPolicy(
        enabled,
        intervalHours.value(),
        window.map(WindowRequest::window).orElse(BackupWindow.ANY),
        retention.retention(),
        prove.orElse(false));
  }
}
