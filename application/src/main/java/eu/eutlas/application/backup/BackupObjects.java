package eu.eutlas.application.backup;

import eu.eutlas.domain.backup.Backup;

/** Under which keys the objects of a backup are in the store: each attempt has its own. */
public final class BackupObjects {
  private BackupObjects() {}

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

  private static ObjectKey key(Backup backup, String name) {
    return new ObjectKey(prefix(backup) + backup.tries().count() + "/" + name);
  }
}
