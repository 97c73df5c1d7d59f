package eu.eutlas.http.backup;

import eu.eutlas.domain.backup.BackupPolicy;
import eu.eutlas.domain.backup.BackupProof;
import eu.eutlas.domain.backup.GoodBackup;
import eu.eutlas.domain.cluster.Cluster;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * When a cluster is backed up by itself, and what is known of its backups.
 *
 * @param nextAt when the next scheduled backup begins; null when none is scheduled: the policy is
 *     off or the plan has none
 * @param newestAt as of when the newest good backup is; null before the first
 * @param provenAt when a backup was restored and compared last; null if never
 * @param recoverySeconds how long that took
 */
record BackupPolicyResponse(
    boolean enabled,
    int intervalHours,
    WindowResponse window,
    RetentionResponse retention,
    boolean prove,
    @Nullable Instant nextAt,
    @Nullable Instant newestAt,
    @Nullable Instant provenAt,
    @Nullable Long recoverySeconds) {

  /** When in a day backups may begin. */
  record WindowResponse(int start, int hours, String timeZone) {}

  /** How many days backups stay, and how many of the newest in any case. */
  record RetentionResponse(int days, int last) {}

  static BackupPolicyResponse of(Cluster cluster) {
    BackupPolicy policy = cluster.settings().backups();
    var backups = cluster.status().backups();
    var window = policy.window();
    return new BackupPolicyResponse(
        policy.enabled(),
        policy.intervalHours(),
        new WindowResponse(window.start(), window.hours(), window.zone().getId()),
        new RetentionResponse(policy.retention().days(), policy.retention().last()),
        policy.prove(),
        backups.nextAt().orElse(null),
        backups.newest().map(GoodBackup::at).orElse(null),
        backups.proved().map(BackupProof::at).orElse(null),
        backups.proved().map(BackupProof::recovery).map(Duration::toSeconds).orElse(null));
  }
}
