package eu.eutlas.domain.backup;

import java.time.Instant;

/**
 * The newest backup that can be restored.
 *
 * @param at as of when its data is
 */
public record GoodBackup(BackupId id, Instant at) {}
