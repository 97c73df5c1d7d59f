package eu.eutlas.application.backup;

import eu.eutlas.application.cluster.ClusterAccess.Address;
import eu.eutlas.domain.backup.BackupId;

/** A backup by its address: the cluster that it is of, and its id. */
public record BackupAddress(Address cluster, BackupId backup) {}
