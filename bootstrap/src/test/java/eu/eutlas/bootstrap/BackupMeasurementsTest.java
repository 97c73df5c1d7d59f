package eu.eutlas.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import com.codahale.metrics.MetricRegistry;
import eu.eutlas.application.Telemetry.BackupResult;
import eu.eutlas.bootstrap.config.Configuration;
import eu.eutlas.domain.backup.BackupTrigger;
import io.prometheus.metrics.expositionformats.PrometheusTextFormatWriter;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the operations port tells of backups. */
final class BackupMeasurementsTest {
  @TempDir Path folder;

  @Test
  void countsAttemptsBytesAndSeconds() throws IOException {
    var registry = new PrometheusRegistry();
    var measurements = new Measurements(new MetricRegistry(), new BackupMeasurements(registry));

    measurements.backup(
        BackupTrigger.SCHEDULED, BackupResult.COMPLETED, 2_000, Duration.ofSeconds(20));
    measurements.backup(BackupTrigger.MANUAL, BackupResult.FAILED, 0, Duration.ofMillis(500));
    measurements.storeSwept(5, 2);

    assertThat(text(registry))
        .contains(
            "eutlas_backup_attempts_total{result=\"completed\",trigger=\"scheduled\"} 1.0",
            "eutlas_backup_attempts_total{result=\"failed\",trigger=\"manual\"} 1.0",
            "eutlas_backup_bytes_total{trigger=\"scheduled\"} 2000.0",
            "eutlas_backup_duration_seconds_bucket{result=\"completed\",le=\"60.0\"} 1",
            "eutlas_backup_duration_seconds_sum{result=\"failed\"} 0.5",
            "eutlas_backup_orphan_objects 3.0",
            "eutlas_backup_orphan_objects_removed_total 2.0");
  }

  @Test
  void theOperationsPortTellsHowBackupsStand() throws Exception {
    var admin = freePort();

    try (var product = Product.start(configuration(admin))) {
      assertThat(product.address().getPort()).isPositive();
      assertThat(scraped(admin))
          .contains(
              "eutlas_backup_running 0.0",
              "eutlas_backup_waiting 0.0",
              "eutlas_backup_late_clusters 0.0",
              "eutlas_backup_oldest_newest_age_seconds 0.0",
              "eutlas_backup_orphan_objects")
          .doesNotContain("cluster=\"");
    }
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  private Configuration configuration(int admin) {
    var environment = new HashMap<>(Map.of("EUTLAS_ADMIN_PORT", "" + admin));
    environment.put("EUTLAS_DATA", folder.resolve("data").toString());
    environment.put("EUTLAS_HTTP_PORT", "0");
    environment.put("EUTLAS_JOBS_PORT", "0");
    return Configuration.read(environment);
  }

  private static String scraped(int admin) throws IOException, InterruptedException {
    try (var client = HttpClient.newHttpClient()) {
      var request =
          HttpRequest.newBuilder(URI.create("http://localhost:" + admin + "/metrics")).build();
      return client.send(request, HttpResponse.BodyHandlers.ofString()).body();
    }
  }

  private static String text(PrometheusRegistry registry) throws IOException {
    var out = new ByteArrayOutputStream();
    PrometheusTextFormatWriter.create().write(out, registry.scrape());
    return out.toString(StandardCharsets.UTF_8);
  }
}
