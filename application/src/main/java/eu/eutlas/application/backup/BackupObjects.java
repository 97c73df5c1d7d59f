package eu.eutlas.application.backup;

import eu.eutlas.domain.backup.Backup;
import eu.eutlas.domain.backup.BackupId;
import java.util.Optional;
import java.util.regex.Pattern;

/** Under which keys the objects of a backup are in the store: each attempt has its own. */
public final class BackupObjects {
  private static final String ID = "[0-9a-f]{24}";
  private static final Pattern KEY =
      Pattern.compile(ID + "/" + ID + "/(" + ID + ")/([1-9][0-9]{0,5})/[^/]+");

  private BackupObjects() {}

  /**
   * Where an object of a backup lies.
   *
   * @param attempt the one that wrote it
   */
  public record Place(BackupId backup, int attempt) {}

  /** What all of them begin with, of whatever attempt. */
  public static String prefix(Backup backup) {
    return backup.place() + "/";
  }

  /** The archive that the last attempt wrote. */
  public static ObjectKey archive(Backup backup) {
    return key(backup, "archive.gz");
  }

  /** The manifest of that archive, written when it was whole. */
  public static ObjectKey manifest(Backup backup) {
    return key(backup, "manifest.json");
  }

  /** The place that a key names; absent for a key that is not of this form. */
  public static Optional<Place> place(ObjectKey key) {
    var found = KEY.matcher(key.value());
    return found.matches()
        ? Optional.of(new Place(new BackupId(found.group(1)), Integer.parseInt(found.group(2))))
        : Optional.empty();
  }

  /** Whether an object belongs to a backup as it is now: its last attempt wrote it. */
  public static boolean isOf(Backup backup, ObjectKey key) {
    return key.value().startsWith(attempt(backup));
  }

  private static ObjectKey key(Backup backup, String name) {
    return new ObjectKey(attempt(backup) + name);
  }

  private static String attempt(Backup backup) {
    return prefix(backup) + backup.tries().count() + "/";
  }
}
