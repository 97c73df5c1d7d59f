package eu.eutlas.storage;

import eu.eutlas.domain.InvalidValue;
import java.nio.file.Path;
import java.time.Duration;

/**
 * How backups are kept in a folder.
 *
 * @param folder where; made when it is not there
 * @param abandonedAfter how long nothing was written to an unfinished object before a starting node
 *     takes it for a killed one's: longer than any pause in a backup of another node
 */
public record FolderSettings(Path folder, Duration abandonedAfter) {
  private static final Duration A_DAY = Duration.ofDays(1);
  private static final Duration SHORTEST = Duration.ofHours(1);

  public FolderSettings {
    InvalidValue.unless(
        folder.isAbsolute(),
        "The backup folder "
            + folder
            + " is not absolute: give the whole path, such as /var/lib/eutlas/backups.");
    InvalidValue.unless(
        abandonedAfter.compareTo(SHORTEST) >= 0,
        "Unfinished backups are removed after an hour at the earliest.");
  }

  public FolderSettings(Path folder) {
    this(folder, A_DAY);
  }
}
