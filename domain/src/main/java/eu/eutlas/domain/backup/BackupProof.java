package eu.eutlas.domain.backup;

import java.time.Duration;
import java.time.Instant;

/**
 * That a backup was restored into a throw-away cluster and compared, and was the same.
 *
 * @param recovery how long that took: from the beginning of the work on it, before the first server
 *     was ordered, to the last comparison. Attempts that failed and nodes that died in the middle
 *     are in it; the waiting for a turn is not, since who needs a restore does not wait for one.
 */
public record BackupProof(BackupId id, Instant at, Duration recovery) {}
