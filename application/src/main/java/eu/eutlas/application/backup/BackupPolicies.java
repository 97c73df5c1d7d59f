package eu.eutlas.application.backup;

import eu.eutlas.application.Changes;
import eu.eutlas.application.Revisions;
import eu.eutlas.application.Turns;
import eu.eutlas.application.cluster.Catalogue;
import eu.eutlas.application.cluster.ClusterAccess.Address;
import eu.eutlas.application.cluster.ClusterRepository;
import eu.eutlas.application.operation.ReconcileQueue;
import eu.eutlas.application.operation.ReconcileQueue.Lane;
import eu.eutlas.application.operation.Work;
import eu.eutlas.domain.Outcome;
import eu.eutlas.domain.Revision;
import eu.eutlas.domain.backup.BackupPolicy;
import eu.eutlas.domain.cluster.Cluster;
import eu.eutlas.domain.cluster.ClusterBackup;
import eu.eutlas.domain.cluster.Plan;
import eu.eutlas.domain.identity.Actor;
import eu.eutlas.domain.organization.Permission;
import java.util.Optional;

/** When clusters are backed up by themselves, and how long that is kept. */
public final class BackupPolicies {
  private final BackupAccess access;
  private final ClusterRepository clusters;
  private final Catalogue catalogue;
  private final ReconcileQueue queue;
  private final Turns turns;

  BackupPolicies(
      BackupAccess access,
      ClusterRepository clusters,
      Catalogue catalogue,
      ReconcileQueue queue,
      Turns turns) {
    this.access = access;
    this.clusters = clusters;
    this.catalogue = catalogue;
    this.queue = queue;
    this.turns = turns;
  }

  /** The cluster, which holds its policy and what is known of its backups. */
  public Outcome<Cluster> read(Actor actor, Address address) {
    return access.admitted(
        actor, admitted -> access.cluster(admitted, Permission.READ_BACKUPS, address));
  }

  /**
   * Another policy.
   *
   * @param ifMatch the cluster's revision; absent when any will do
   */
  public record Change(Address address, BackupPolicy policy, Optional<Revision> ifMatch) {}

  /**
   * Replaces the policy. Backups that are there already stay as long as was promised when they were
   * taken.
   */
  public Outcome<Cluster> change(Actor actor, Change command) {
    return access
        .admitted(
            actor,
            admitted ->
                Changes.apply(
                    () ->
                        access
                            .cluster(admitted, Permission.CHANGE_BACKUP_POLICY, command.address())
                            .flatMap(cluster ->
                                Revisions.check(cluster, cluster.revision(), command.ifMatch())),
                    cluster ->
                        ClusterBackup.follow(
                            cluster, command.policy(), isPlanned(cluster), actor, turns.next()),
                    clusters::save))
        .map(saved -> {
          queue.nudge(new Work.RelayCluster(saved.id()), Lane.PEOPLE);
          return saved;
        });
  }

  private boolean isPlanned(Cluster cluster) {
    return catalogue.plan(cluster.spec().plan()).map(Plan::scheduledBackups).orElse(false);
  }
}
