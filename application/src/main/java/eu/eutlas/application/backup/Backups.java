package eu.eutlas.application.backup;

import eu.eutlas.application.Authorizer;
import eu.eutlas.application.Ids;
import eu.eutlas.application.Ports;
import eu.eutlas.application.Turns;
import eu.eutlas.application.cluster.ClusterOrders;
import eu.eutlas.application.cluster.CreateCluster;
import eu.eutlas.application.cluster.RegionMaintenance;
import eu.eutlas.application.internal.FollowBackup;
import eu.eutlas.application.internal.ProofRegions;
import eu.eutlas.application.operation.ReconcileQueue;

/** What can be done about backups: people order and read them, jobs follow them. */
public record Backups(
    OrderBackup order,
    ReadBackups read,
    DownloadBackup download,
    RestoreBackup restore,
    KeepBackup keep,
    BackupPolicies policies,
    OrderProof prove,
    FollowBackup follow) {

  /**
   * Assembles them.
   *
   * @param longWork where the taking of backups waits
   */
  public static Backups of(
      Ports ports,
      Authorizer authorizer,
      ReconcileQueue queue,
      ReconcileQueue longWork,
      RegionMaintenance maintenance,
      ClusterOrders orders,
      CreateCluster create,
      Ids ids) {
    var backups = ports.stores().backups();
    var clusters = ports.stores().clusters();
    var access = new BackupAccess(authorizer, clusters, backups);
    var turns = new Turns(ids, ports.clock());
    return new Backups(
        new OrderBackup(
            access,
            backups,
            clusters,
            maintenance,
            ports.jobs(),
            queue,
            longWork,
            turns,
            ids,
            ports.clock()),
        new ReadBackups(access, backups),
        new DownloadBackup(access, backups, ports.backups(), queue, turns),
        new RestoreBackup(
            access,
            backups,
            clusters,
            orders,
            create,
            ports.jobs(),
            longWork,
            turns,
            ids,
            ports.clock()),
        new KeepBackup(access, backups, queue, turns),
        new BackupPolicies(access, clusters, ports.catalogue(), queue, turns),
        new OrderProof(
            access, backups, new ProofRegions(ports), maintenance, longWork, ports.clock()),
        new FollowBackup(backups, longWork, ports.clock()));
  }
}
