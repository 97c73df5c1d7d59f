package eu.eutlas.http.backup;

import eu.eutlas.domain.backup.BackupWindow;
import java.time.ZoneId;

/** The name of a time zone. */
public record ZoneName(String value) {
  public ZoneName {
    var unused = BackupWindow.zone(value);
  }

  ZoneId zone() {
    return BackupWindow.zone(value);
  }
}
