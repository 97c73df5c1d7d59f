package eu.eutlas.application.backup;

import eu.eutlas.application.Access;
import eu.eutlas.application.Authorizer;
import eu.eutlas.application.cluster.ClusterAccess.Address;
import eu.eutlas.application.cluster.ClusterRepository;
import eu.eutlas.domain.Outcome;
import eu.eutlas.domain.backup.Backup;
import eu.eutlas.domain.cluster.Cluster;
import eu.eutlas.domain.identity.Actor;
import eu.eutlas.domain.organization.Permission;
import java.util.function.Function;

/**
 * Finds the cluster and the backup that somebody means, if they may do what they want with them.
 */
final class BackupAccess {
  private final Authorizer authorizer;
  private final ClusterRepository clusters;
  private final BackupRepository backups;

  BackupAccess(Authorizer authorizer, ClusterRepository clusters, BackupRepository backups) {
    this.authorizer = authorizer;
    this.clusters = clusters;
    this.backups = backups;
  }

  <T> Outcome<T> admitted(Actor actor, Function<Access, Outcome<T>> then) {
    return authorizer.admit(actor).flatMap(then);
  }

  /** A cluster that lives. */
  Outcome<Cluster> cluster(Access access, Permission permission, Address address) {
    var found =
        clusters
            .find(access.scope(), address.cluster())
            .filter(cluster -> cluster.projectId().equals(address.project()))
            .filter(cluster -> !cluster.isDeleted());
    return access.allow(permission, found, Cluster::orgId, "cluster");
  }

  /** A backup, also of a cluster that is gone. */
  Outcome<Backup> backup(Access access, Permission permission, BackupAddress address) {
    var found =
        backups
            .find(access.scope(), address.backup())
            .filter(backup -> backup.order().clusterId().equals(address.cluster().cluster()))
            .filter(backup -> backup.order().projectId().equals(address.cluster().project()));
    return access.allow(permission, found, backup -> backup.order().orgId(), "backup");
  }
}
