package eu.eutlas.application.backup;

import eu.eutlas.application.Page;
import eu.eutlas.application.PageRequest;
import eu.eutlas.application.cluster.ClusterAccess.Address;
import eu.eutlas.domain.Outcome;
import eu.eutlas.domain.backup.Backup;
import eu.eutlas.domain.identity.Actor;
import eu.eutlas.domain.organization.Permission;

/** Shows the backups of a cluster. */
public final class ReadBackups {
  private final BackupAccess access;
  private final BackupRepository backups;

  ReadBackups(BackupAccess access, BackupRepository backups) {
    this.access = access;
    this.backups = backups;
  }

  /** All of a cluster, newest first, the one under way included. */
  public Outcome<Page<Backup>> list(Actor actor, Address address, PageRequest page) {
    return access.admitted(
        actor,
        admitted ->
            access
                .cluster(admitted, Permission.READ_BACKUPS, address)
                .map(cluster -> backups.list(admitted.scope(), cluster.id(), page)));
  }

  public Outcome<Backup> find(Actor actor, BackupAddress address) {
    return access.admitted(
        actor, admitted -> access.backup(admitted, Permission.READ_BACKUPS, address));
  }
}
