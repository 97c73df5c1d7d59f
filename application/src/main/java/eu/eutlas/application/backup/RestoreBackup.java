package eu.eutlas.application.backup;

import eu.eutlas.application.Access;
import eu.eutlas.application.Created;
import eu.eutlas.application.Ids;
import eu.eutlas.application.Turns;
import eu.eutlas.application.cluster.ClusterAccess.Address;
import eu.eutlas.application.cluster.ClusterOrders;
import eu.eutlas.application.cluster.ClusterRepository;
import eu.eutlas.application.cluster.CreateCluster;
import eu.eutlas.application.operation.Jobs;
import eu.eutlas.application.operation.ReconcileQueue;
import eu.eutlas.application.operation.ReconcileQueue.Lane;
import eu.eutlas.application.operation.Work;
import eu.eutlas.domain.OriginKey;
import eu.eutlas.domain.Outcome;
import eu.eutlas.domain.Refusal;
import eu.eutlas.domain.backup.Backup;
import eu.eutlas.domain.backup.BackupId;
import eu.eutlas.domain.backup.BackupOrder;
import eu.eutlas.domain.backup.BackupTrigger;
import eu.eutlas.domain.backup.Restoration;
import eu.eutlas.domain.backup.Selection;
import eu.eutlas.domain.cluster.Cluster;
import eu.eutlas.domain.cluster.ClusterBackup;
import eu.eutlas.domain.cluster.ClusterId;
import eu.eutlas.domain.cluster.ClusterName;
import eu.eutlas.domain.cluster.ClusterRestore;
import eu.eutlas.domain.cluster.ClusterSettings;
import eu.eutlas.domain.cluster.ClusterSpec;
import eu.eutlas.domain.cluster.ClusterState;
import eu.eutlas.domain.cluster.MongoVersion;
import eu.eutlas.domain.cluster.PlanId;
import eu.eutlas.domain.cluster.RegionId;
import eu.eutlas.domain.event.Initiator;
import eu.eutlas.domain.identity.Actor;
import eu.eutlas.domain.organization.Permission;
import eu.eutlas.domain.project.ProjectId;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Function;

/**
 * Orders that a backup is restored, into a cluster of its organization that is there or into a new
 * one. It is an operation of its target: people are kept out, what was there is backed up first
 * unless nobody wants that, and afterwards all of it is compared.
 */
public final class RestoreBackup {
  private final BackupAccess access;
  private final BackupRepository backups;
  private final ClusterRepository clusters;
  private final ClusterOrders orders;
  private final CreateCluster create;
  private final Jobs jobs;
  private final ReconcileQueue longWork;
  private final Turns turns;
  private final Ids ids;
  private final InstantSource clock;

  RestoreBackup(
      BackupAccess access,
      BackupRepository backups,
      ClusterRepository clusters,
      ClusterOrders orders,
      CreateCluster create,
      Jobs jobs,
      ReconcileQueue longWork,
      Turns turns,
      Ids ids,
      InstantSource clock) {
    this.access = access;
    this.backups = backups;
    this.clusters = clusters;
    this.orders = orders;
    this.create = create;
    this.jobs = jobs;
    this.longWork = longWork;
    this.turns = turns;
    this.ids = ids;
    this.clock = clock;
  }

  /**
   * Into a cluster that is there.
   *
   * @param safety whether what is there is backed up before; what an earlier restore left FAILED is
   *     not worth that
   */
  public record Into(BackupAddress source, ClusterId target, Selection what, boolean safety) {}

  /**
   * Into a cluster that is made for it.
   *
   * @param project absent for that of the backup
   * @param plan absent, like region and version, for that of the cluster that was backed up
   */
  public record IntoNew(
      BackupAddress source,
      Optional<ProjectId> project,
      ClusterName name,
      Optional<PlanId> plan,
      Optional<RegionId> region,
      Optional<MongoVersion> mongoVersion,
      ClusterSettings settings,
      Selection what,
      Optional<OriginKey> origin) {}

  public Outcome<Cluster> into(Actor actor, Into command) {
    return access.admitted(
        actor,
        admitted ->
            source(admitted, command.source())
                .flatMap(backup ->
                    target(admitted, backup, command.target())
                        .flatMap(target -> into(actor, backup, target, command))));
  }

  public Outcome<Created<Cluster>> intoNew(Actor actor, IntoNew command) {
    return access.admitted(
        actor,
        admitted ->
            source(admitted, command.source())
                .flatMap(backup ->
                    order(admitted, backup, command)
                        .flatMap(order -> create(actor, backup, order, command.what()))));
  }

  private Outcome<Backup> source(Access admitted, BackupAddress address) {
    return access
        .backup(admitted, Permission.RESTORE_BACKUP, address)
        .flatMap(backup -> backup.usable().map(contents -> backup));
  }

  /** A cluster that lives, of the same organization. */
  private Outcome<Cluster> target(Access admitted, Backup backup, ClusterId target) {
    var found =
        clusters
            .find(admitted.scope(), target)
            .filter(cluster -> cluster.orgId().equals(backup.order().orgId()))
            .filter(cluster -> !cluster.isDeleted());
    return admitted.allow(Permission.RESTORE_BACKUP, found, Cluster::orgId, "cluster");
  }

  private Outcome<Cluster> into(Actor actor, Backup source, Cluster target, Into command) {
    var contents = source.contents().orElseThrow();
    var wanted = command.safety() && !(target.state() instanceof ClusterState.Failed);
    var safety = wanted ? Optional.of(safety(actor, target)) : Optional.<Backup>empty();
    var restoration = Restoration.into(source, contents, command.what(), safety.map(Backup::id));
    safety.ifPresent(backups::insert);
    var ordered =
        orders.restore(
            actor,
            new ClusterOrders.Target(
                Permission.RESTORE_BACKUP,
                new Address(target.projectId(), target.id()),
                Optional.empty()),
            contents,
            (cluster, operation, turn) ->
                ClusterRestore.order(cluster, restoration, contents, operation, turn)
                    .map(restoring ->
                        safety
                            .map(backup -> ClusterBackup.save(restoring, backup, turns.next()))
                            .orElse(restoring)));
    safety.ifPresent(backup -> hint(ordered, backup));
    return ordered;
  }

  /** A record that no cluster knows is taken away again. */
  private void hint(Outcome<Cluster> ordered, Backup safety) {
    if (ordered instanceof Outcome.Refused<Cluster>) {
      backups.remove(safety.id());
    } else {
      longWork.nudge(new Work.TakeBackup(safety.id()), Lane.PEOPLE);
      jobs.backUp(Jobs.BackupTicket.of(safety));
    }
  }

  private Backup safety(Actor actor, Cluster cluster) {
    return Backup.request(
        new BackupId(ids.next()),
        new BackupOrder(
            cluster.orgId(),
            cluster.projectId(),
            cluster.id(),
            cluster.name(),
            cluster.spec().region(),
            BackupTrigger.SAFETY,
            Initiator.of(actor),
            actor.correlationId(),
            Optional.empty(),
            clock.instant()));
  }

  /** What is not said is as it was of the cluster that was backed up, also of one that is gone. */
  private Outcome<CreateCluster.Command> order(Access admitted, Backup backup, IntoNew command) {
    var before = clusters.find(admitted.scope(), backup.order().clusterId()).map(Cluster::spec);
    return given(command.plan(), before, ClusterSpec::plan, "plan")
        .flatMap(plan ->
            given(command.region(), before, ClusterSpec::region, "region")
                .flatMap(region ->
                    given(command.mongoVersion(), before, ClusterSpec::mongoVersion, "mongoVersion")
                        .map(version ->
                            new CreateCluster.Command(
                                command.project().orElse(backup.order().projectId()),
                                command.name(),
                                plan,
                                region,
                                version,
                                command.settings(),
                                command.origin()))));
  }

  private static <T> Outcome<T> given(
      Optional<T> wanted,
      Optional<ClusterSpec> before,
      Function<ClusterSpec, T> same,
      String field) {
    return wanted
        .or(() -> before.map(same))
        .map(Outcome::done)
        .orElseGet(() ->
            Outcome.refused(
                Refusal.invalid(
                    field,
                    "The cluster that was backed up is forgotten: say it for the new one.")));
  }

  private Outcome<Created<Cluster>> create(
      Actor actor, Backup backup, CreateCluster.Command order, Selection what) {
    var contents = backup.contents().orElseThrow();
    return create.restoring(
        actor,
        order,
        new CreateCluster.Filling(
            backup.order().orgId(), Restoration.intoNew(backup, contents, what), contents));
  }
}
