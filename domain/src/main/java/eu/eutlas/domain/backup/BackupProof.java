package eu.eutlas.domain.backup;

import java.time.Duration;
import java.time.Instant;

/**
 * That a backup was restored into a throw-away cluster and compared, and was the same.
 *
 * @param recovery how long that took, from the wish to the last comparison
 */
public record BackupProof(BackupId id, Instant at, Duration recovery) {}
