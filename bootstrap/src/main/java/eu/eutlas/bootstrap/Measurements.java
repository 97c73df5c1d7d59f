package eu.eutlas.bootstrap;

import com.codahale.metrics.MetricRegistry;
import eu.eutlas.application.Telemetry;
import eu.eutlas.domain.backup.BackupTrigger;
import java.time.Duration;

/** Keeps the numbers of background work where the metrics endpoint finds them. */
final class Measurements implements Telemetry {
  private final MetricRegistry metrics;
  private final BackupMeasurements backups;

  Measurements(MetricRegistry metrics, BackupMeasurements backups) {
    this.backups = backups;
    this.metrics = metrics;
  }

  @Override
  public void started(String kind, Duration waited) {
    metrics.timer("eutlas.work." + kind + ".waited").update(waited);
  }

  @Override
  public void ended(String kind, boolean well, Duration took) {
    metrics.timer("eutlas.work." + kind + (well ? ".done" : ".failed")).update(took);
  }

  @Override
  public void backup(BackupTrigger trigger, BackupResult result, long bytes, Duration took) {
    backups.ended(trigger, result, bytes, took);
  }

  @Override
  public void storeSwept(long orphans, long removed) {
    backups.storeSwept(orphans, removed);
  }
}
