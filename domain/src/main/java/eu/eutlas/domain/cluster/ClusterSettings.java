package eu.eutlas.domain.cluster;

import eu.eutlas.domain.backup.BackupPolicy;

/** What people may change of a cluster at any time, without an operation. */
public record ClusterSettings(Labels labels, boolean deletionProtection, BackupPolicy backups) {
  /** With the usual policy for backups. */
  public ClusterSettings(Labels labels, boolean deletionProtection) {
    this(labels, deletionProtection, BackupPolicy.USUAL);
  }

  ClusterSettings with(BackupPolicy policy) {
    return new ClusterSettings(labels, deletionProtection, policy);
  }
}
