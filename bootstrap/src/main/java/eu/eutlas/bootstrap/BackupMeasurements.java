package eu.eutlas.bootstrap;

import eu.eutlas.application.Telemetry.BackupResult;
import eu.eutlas.application.backup.BackupFigures;
import eu.eutlas.application.backup.BackupFigures.Figures;
import eu.eutlas.domain.backup.BackupTrigger;
import io.prometheus.metrics.core.metrics.Counter;
import io.prometheus.metrics.core.metrics.Gauge;
import io.prometheus.metrics.core.metrics.GaugeWithCallback;
import io.prometheus.metrics.core.metrics.Histogram;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.time.Duration;
import java.util.Locale;
import java.util.function.Function;

/** The numbers about backups. None has a label for each cluster. */
final class BackupMeasurements {
  private static final double MILLISECOND = 1e-3;

  private final PrometheusRegistry registry;
  private final Counter attempts;
  private final Counter bytes;
  private final Histogram seconds;
  private final Gauge orphans;
  private final Counter removed;

  BackupMeasurements(PrometheusRegistry registry) {
    this.registry = registry;
    this.attempts =
        Counter.builder()
            .name("eutlas_backup_attempts_total")
            .help("Attempts to take a backup that have ended on this node.")
            .labelNames("trigger", "result")
            .register(registry);
    this.bytes =
        Counter.builder()
            .name("eutlas_backup_bytes_total")
            .help("Bytes of the archives that this node has written, before encryption.")
            .labelNames("trigger")
            .register(registry);
    this.seconds =
        Histogram.builder()
            .name("eutlas_backup_duration_seconds")
            .help("How long attempts to take a backup have lasted on this node.")
            .labelNames("result")
            .classicOnly()
            .classicUpperBounds(1, 10, 60, 300, 1_800, 7_200, 28_800)
            .register(registry);
    this.orphans =
        Gauge.builder()
            .name("eutlas_backup_orphan_objects")
            .help("Objects that the last walk through the store found and no backup knows of.")
            .register(registry);
    this.removed =
        Counter.builder()
            .name("eutlas_backup_orphan_objects_removed_total")
            .help("Objects without a backup that were removed from the store.")
            .register(registry);
  }

  void ended(BackupTrigger trigger, BackupResult result, long size, Duration took) {
    attempts.labelValues(word(trigger), word(result)).inc();
    seconds.labelValues(word(result)).observe(took.toMillis() * MILLISECOND);
    if (result == BackupResult.COMPLETED) {
      bytes.labelValues(word(trigger)).inc(size);
    }
  }

  void storeSwept(long objects, long gone) {
    orphans.set((double) (objects - gone));
    removed.inc(gone);
  }

  /** How backups stand in the whole installation, asked for when somebody looks. */
  void show(BackupFigures figures) {
    gauge("eutlas_backup_running", "Backups that are being taken.", figures, Figures::running);
    gauge("eutlas_backup_waiting", "Backups that wait to be taken.", figures, Figures::waiting);
    gauge(
        "eutlas_backup_late_clusters",
        "Clusters with a schedule whose newest good backup is older than twice their interval.",
        figures,
        Figures::late);
    gauge(
        "eutlas_backup_oldest_newest_age_seconds",
        "The age of the newest good backup of the cluster with a schedule where it is oldest.",
        figures,
        all -> all.oldest().map(Duration::toSeconds).orElse(0L));
  }

  private void gauge(
      String name, String help, BackupFigures figures, Function<Figures, Long> number) {
    GaugeWithCallback.builder()
        .name(name)
        .help(help)
        .callback(value -> figures.read().map(number).ifPresent(value::call))
        .register(registry);
  }

  private static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }
}
