package eu.eutlas.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A region is left alone for a while. */
final class MaintenanceTest {
  private static final String REGION = "/admin/regions/local/maintenance";
  private static Api api;
  private static Api.Person administrator;
  private static String project;

  @BeforeAll
  static void populate() {
    api = Api.start();
    administrator = api.verified();
    project = api.project(administrator, api.org(administrator));
  }

  @AfterAll
  static void stop() {
    api.close();
  }

  @AfterEach
  void end() {
    assertThat(set(Map.of("on", false)).status()).isEqualTo(200);
  }

  @Test
  void itShowsOnTheRegionUntilItIsOver() {
    var begun = set(Map.of("on", true, "reason", "new disks"));

    assertThat(begun.status()).as(begun.body()).isEqualTo(200);
    assertThat(begun.json().at("/maintenance/reason").asText()).isEqualTo("new disks");
    assertThat(regions()).contains("new disks");
    set(Map.of("on", false));
    assertThat(regions()).contains("\"maintenance\":null");
  }

  @Test
  void noOrderIsTakenMeanwhileButADeletion() {
    var cluster = api.cluster(administrator, project);
    set(Map.of("on", true, "reason", "new disks"));

    var created =
        client()
            .post("/projects/" + project + "/clusters", Client.write(Api.aCluster("meanwhile")));
    var resized = client().post(cluster + "/resize", "{\"plan\":\"SMALL\"}");
    var deleted = client().delete(cluster);

    assertThat(created.status()).isEqualTo(409);
    assertThat(created.code()).isEqualTo("REGION_IN_MAINTENANCE");
    assertThat(created.text("detail")).contains("new disks");
    assertThat(resized.code()).isEqualTo("REGION_IN_MAINTENANCE");
    assertThat(deleted.status()).isEqualTo(202);
    set(Map.of("on", false));
    await().atMost(Duration.ofSeconds(90)).until(() -> client().get(cluster).status() == 404);
  }

  @Test
  void whatIsNotARegionIsNotFound() {
    assertThat(client().put("/admin/regions/nowhere/maintenance", Map.of("on", true)).status())
        .isEqualTo(404);
    assertThat(client().put("/admin/regions/-/maintenance", Map.of("on", true)).status())
        .isEqualTo(404);
    assertThat(client().put(REGION, Map.of()).status()).isEqualTo(422);
  }

  private static Client.Reply set(Map<String, Object> body) {
    return client().put(REGION, body);
  }

  private static String regions() {
    return client().get("/regions").body();
  }

  private static Client client() {
    return administrator.client();
  }
}
