package eu.eutlas.simulation;

import eu.eutlas.application.Created;
import eu.eutlas.application.backup.BackupAddress;
import eu.eutlas.application.backup.OrderBackup;
import eu.eutlas.domain.backup.Backup;
import eu.eutlas.domain.cluster.Cluster;
import eu.eutlas.domain.organization.OrgId;

/** What people do about backups, and what there is to back up. */
final class Copying {
  private Copying() {}

  /** Somebody's program writes into their cluster. */
  static void write(Visit visit) {
    visit
        .someReadyCluster()
        .flatMap(visit::cluster)
        .filter(cluster -> !cluster.isDeleted())
        .ifPresent(cluster -> write(visit, cluster));
  }

  private static void write(Visit visit, Cluster cluster) {
    cluster
        .status()
        .endpoint()
        .ifPresent(endpoint -> visit.world().ledger().copies().write(cluster.id(), endpoint));
  }

  static void order(Visit visit) {
    visit
        .someReadyCluster()
        .ifPresent(address -> {
          var origin = Deeds.maybeOrigin(visit, "backups/" + address.cluster(), "");
          Deeds.twice(
              visit,
              origin,
              again ->
                  again
                      .answered(
                          "back up",
                          again
                              .eutlas()
                              .backups()
                              .order()
                              .handle(again.actor(), new OrderBackup.Command(address, origin))
                              .map(Created::value),
                          Copying::org)
                      .ifPresent(again.world().ledger().copies()::promised));
        });
  }

  /** In whatever state it is. */
  static void delete(Visit visit) {
    visit
        .someCluster()
        .ifPresent(address -> {
          var known = visit.world().ledger().copies().of(address.cluster());
          if (!known.isEmpty()) {
            var backup = new BackupAddress(address, visit.luck().one(known).id());
            var unused =
                visit.answered(
                    "delete backup",
                    visit.eutlas().backups().keep().delete(visit.actor(), backup),
                    Copying::org);
          }
        });
  }

  private static OrgId org(Backup backup) {
    return backup.order().orgId();
  }
}
