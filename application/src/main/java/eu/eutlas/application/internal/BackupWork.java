package eu.eutlas.application.internal;

import eu.eutlas.application.Ids;
import eu.eutlas.application.Ports;
import eu.eutlas.application.Turns;
import eu.eutlas.application.cluster.RegionMaintenance;
import eu.eutlas.application.installation.InstallationPause;
import eu.eutlas.application.operation.ReconcileQueue;
import eu.eutlas.domain.backup.BackupId;
import eu.eutlas.domain.cluster.ClusterId;
import eu.eutlas.domain.cluster.RegionId;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * What is done about backups without anybody asking: nothing while the installation is paused, and
 * the sweeps find it again.
 */
final class BackupWork {
  private final InstallationPause pause;
  private final ScheduleBackups schedules;
  private final TakeBackup taking;
  private final TendBackup tending;
  private final RestoreData restoring;
  private final ProveBackup proving;

  BackupWork(
      Ports ports,
      Set<RegionId> regions,
      RegionMaintenance maintenance,
      InstallationPause pause,
      ReconcileQueue queue,
      ReconcileQueue longWork,
      Ids ids) {
    this.pause = pause;
    var backups = ports.stores().backups();
    var clusters = ports.stores().clusters();
    var clock = ports.clock();
    var turns = new Turns(ids, clock);
    var ends = new BackupEnds(backups, clusters, queue);
    var leases = new LongLeases(ports.stores().leases(), ports.node(), clock);
    this.schedules =
        new ScheduleBackups(
            clusters, backups, ports.catalogue(), ports.jobs(), queue, longWork, turns, ids, clock);
    this.taking = new TakeBackup(ports, regions, leases, ends, turns);
    this.restoring = new RestoreData(ports, regions, leases, queue, turns);
    this.tending =
        new TendBackup(backups, clusters, ports.backups().store(), ends, queue, turns, clock);
    this.proving =
        new ProveBackup(ports, maintenance, leases, new ProofEnds(clusters, queue), turns, ids);
  }

  void schedule(ClusterId cluster) {
    if (!pause.isOn()) {
      schedules.look(cluster);
    }
  }

  Optional<Instant> take(BackupId backup) {
    return pause.isOn() ? Optional.empty() : taking.take(backup);
  }

  Optional<Instant> restore(ClusterId cluster) {
    return pause.isOn() ? Optional.empty() : restoring.restore(cluster);
  }

  Optional<Instant> prove(BackupId backup) {
    return pause.isOn() ? Optional.empty() : proving.prove(backup);
  }

  Optional<Instant> tend(BackupId backup) {
    return pause.isOn() ? Optional.empty() : tending.tend(backup);
  }
}
