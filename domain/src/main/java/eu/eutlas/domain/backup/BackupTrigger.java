package eu.eutlas.domain.backup;

/** Why a backup is taken. */
public enum BackupTrigger {
  /** Somebody asked for it. */
  MANUAL("a backup that somebody asked for"),
  /** The cluster's policy. */
  SCHEDULED("a scheduled backup"),
  /** A restore is about to replace what is there. */
  SAFETY("a backup before a restore"),
  /** The cluster is about to be deleted. */
  FINAL("the last backup before a deletion");

  private final String words;

  BackupTrigger(String words) {
    this.words = words;
  }

  /** For people, with its article. */
  public String words() {
    return words;
  }
}
