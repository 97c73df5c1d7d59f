package eu.eutlas.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import eu.eutlas.domain.cluster.Maintenance;
import eu.eutlas.domain.cluster.MaintenanceReason;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The whole installation observes until an administrator lets it go on. */
final class InstallationTest {
  private static final Instant SINCE = Instant.parse("2026-11-02T03:04:05Z");
  private static Api api;
  private static Api.Person administrator;

  @BeforeAll
  static void populate() {
    api = Api.start();
    administrator = api.verified();
  }

  @AfterAll
  static void stop() {
    api.close();
  }

  @Test
  void itIsShownPausedAndRefusesWhatActsUntilItIsResumed() {
    var client = administrator.client();
    var project = api.project(administrator, api.org(administrator));
    var cluster = api.cluster(administrator, project);
    var reason = new MaintenanceReason("Its metadata was restored.");
    api.world().maintenance().beginPause(new Maintenance(reason, SINCE, Optional.empty()));
    await()
        .atMost(Duration.ofSeconds(10))
        .until(() -> client.get("/admin/installation").json().path("paused").asBoolean());
    api.world().eutlas().sweepOnce();

    var paused = client.get("/admin/installation").json();
    var refused = client.post(cluster + "/resize", "{\"plan\":\"SMALL\"}");

    assertThat(paused.path("since").asText()).isEqualTo(SINCE.toString());
    assertThat(paused.path("reason").asText()).isEqualTo(reason.value());
    assertThat(paused.at("/regions/0/region").asText()).isEqualTo("local");
    assertThat(paused.at("/regions/0/clusters").asInt()).isPositive();
    assertThat(paused.path("missingClusters").asInt()).isZero();
    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.code()).isEqualTo("INSTALLATION_PAUSED");
    assertThat(refused.text("detail")).contains("POST /admin/installation/resume");
    assertThat(client.get(cluster).status()).isEqualTo(200);

    for (var time = 1; time <= 2; time++) {
      var resumed = client.post("/admin/installation/resume", Client.write(Map.of()));
      assertThat(resumed.status()).as(resumed.body()).isEqualTo(200);
      assertThat(resumed.json().path("paused").asBoolean()).isFalse();
      assertThat(resumed.json().path("since").isNull()).isTrue();
    }
    assertThat(client.post(cluster + "/resize", "{\"plan\":\"SMALL\"}").status()).isEqualTo(202);
  }
}
