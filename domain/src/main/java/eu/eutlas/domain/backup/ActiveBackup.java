package eu.eutlas.domain.backup;

import java.time.Instant;

/** The backup that is being taken of a cluster. There is one at a time. */
public record ActiveBackup(BackupId id, BackupTrigger trigger, Instant since) {}
