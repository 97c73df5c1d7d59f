package eu.eutlas.application.internal;

import java.util.Set;

/** Why a backup failed, in words for who owns the data, and what they can do about it. */
enum BackupTrouble {
  STORE_FULL(
      "The place where backups are kept is full.",
      "Ask whoever runs this installation to make room there, or keep backups for a shorter time."),
  STORE(
      "The place where backups are kept could not be read or written.",
      "Ask whoever runs this installation to look at the store of backups."),
  CLUSTER_AWAY(
      "The cluster could not be reached, or was not ready to be read.",
      "See in the console how the cluster is doing."),
  CLUSTER_REFUSES(
      "The cluster's server does not allow what a backup needs.",
      "Ask whoever runs this installation to look at the cluster."),
  CHANGING(
      "The cluster changed too much while it was read.",
      "Choose a time for backups at which less is written, and at which nobody drops or renames"
          + " collections."),
  INTERRUPTED(
      "The work was interrupted again and again.",
      "Ask whoever runs this installation whether its servers stay up long enough for a backup."),
  OTHER(
      "Something unexpected came in the way.",
      "Look at the cluster's events in the console; if they do not explain it, ask whoever runs"
          + " this installation.");

  private static final Set<String> FULL = Set.of("S3_FULL", "FOLDER_FULL");
  private static final Set<String> AWAY =
      Set.of("CLUSTER_NOT_READY", "NOT_REACHED", "NOT_PRIMARY", "NO_ANSWER", "STOPPING");
  private static final Set<String> REFUSED =
      Set.of("ADMIN_REFUSED", "REFUSED", "SHARDED", "NO_OPLOG", "NO_SNAPSHOT");
  private static final Set<String> CHANGED =
      Set.of(
          "CHANGED_MEANWHILE",
          "CHANGING",
          "RENAMED",
          "CURSOR_GONE",
          "LARGE_TRANSACTION",
          "OPLOG_TOO_SHORT",
          "SNAPSHOT_OVERRUN");

  private final String reason;
  private final String next;

  BackupTrouble(String reason, String next) {
    this.reason = reason;
    this.next = next;
  }

  /** What the code of a failure comes to. */
  static BackupTrouble of(String code) {
    if (FULL.contains(code)) {
      return STORE_FULL;
    }
    if (code.startsWith("S3_") || code.startsWith("FOLDER_")) {
      return STORE;
    }
    if (AWAY.contains(code)) {
      return CLUSTER_AWAY;
    }
    if (REFUSED.contains(code)) {
      return CLUSTER_REFUSES;
    }
    if (CHANGED.contains(code)) {
      return CHANGING;
    }
    return code.equals("BACKUP_INTERRUPTED") ? INTERRUPTED : OTHER;
  }

  /** A sentence. */
  String reason() {
    return reason;
  }

  /** What to do, in a sentence. */
  String next() {
    return next;
  }
}
