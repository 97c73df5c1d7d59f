package eu.eutlas.domain.backup;

import eu.eutlas.domain.InvalidValue;
import java.time.DateTimeException;
import java.time.ZoneId;

/**
 * When in a day backups may begin.
 *
 * @param start the hour by the clocks of the zone, 0 to 23
 * @param hours how many hours from then on, 1 to 24, also past midnight
 * @param zone of the IANA time zone database
 */
public record BackupWindow(int start, int hours, ZoneId zone) {
  /** The whole day. */
  public static final BackupWindow ANY = new BackupWindow(0, 24, ZoneId.of("UTC"));

  private static final int HOURS_A_DAY = 24;

  public BackupWindow {
    InvalidValue.unless(start >= 0 && start < HOURS_A_DAY, "A window starts at 0 to 23.");
    InvalidValue.unless(hours >= 1 && hours <= HOURS_A_DAY, "A window has 1 to 24 hours.");
  }

  /**
   * Reads the name of a zone, such as Europe/Berlin.
   *
   * @throws InvalidValue for a zone that is not known
   */
  public static ZoneId zone(String name) {
    try {
      return ZoneId.of(name);
    } catch (DateTimeException e) {
      throw new InvalidValue("There is no such time zone. Say, for example, Europe/Berlin or UTC.");
    }
  }
}
