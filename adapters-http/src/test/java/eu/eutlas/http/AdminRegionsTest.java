package eu.eutlas.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import eu.eutlas.application.cluster.DataPlane;
import eu.eutlas.domain.Secret;
import eu.eutlas.domain.cluster.ClusterId;
import eu.eutlas.domain.cluster.MongoVersion;
import eu.eutlas.domain.cluster.Resources;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What administrators see of regions. */
final class AdminRegionsTest {
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

  @Test
  void aRegionIsShownWithAllThatThereIsToKnow() {
    api.cluster(administrator, project);
    await().until(() -> !region().path("health").asText().equals("UNKNOWN"));

    var region = region();

    assertThat(region.path("id").asText()).isEqualTo("local");
    assertThat(region.path("name").asText()).isEqualTo("This machine");
    assertThat(region.path("location").asText()).isEqualTo("Here");
    assertThat(region.path("type").asText()).isEqualTo("LOCAL");
    assertThat(region.path("capabilities").isArray()).isTrue();
    assertThat(region.path("health").asText()).isEqualTo("UP");
    assertThat(region.path("healthReason").isNull()).isTrue();
    assertThat(region.path("maintenance").isNull()).isTrue();
    assertThat(region.path("full").asBoolean()).isFalse();
    assertThat(region.at("/capacity/memoryMb").asLong()).isEqualTo(World.MEMORY_MEGABYTES);
    assertThat(region.at("/capacity/clusters").isNull()).isTrue();
    assertThat(region.at("/capacity/cpu").isNull()).isTrue();
    assertThat(region.at("/capacity/storageGb").isNull()).isTrue();
    await()
        .atMost(Duration.ofSeconds(20))
        .untilAsserted(() ->
            assertThat(region().path("promised").toString())
                .isEqualTo("{\"clusters\":1,\"cpu\":0.5,\"memoryMb\":512,\"storageGb\":1}"));
  }

  @Test
  void maintenanceIsShownWithWhoAskedForIt() {
    var path = "/admin/regions/local/maintenance";
    client().put(path, Map.of("on", true, "reason", "new disks"));

    var maintenance = region().path("maintenance");

    assertThat(maintenance.path("reason").asText()).isEqualTo("new disks");
    assertThat(Instant.parse(maintenance.path("since").asText())).isBeforeOrEqualTo(Instant.now());
    assertThat(maintenance.at("/by/id").asText()).isEqualTo(administrator.id().value());
    assertThat(maintenance.at("/by/name").asText()).isEqualTo("A Person");
    assertThat(client().get("/regions").json().at("/items/0/maintenance").has("by"))
        .as("tenants are not told")
        .isFalse();
    client().put(path, Map.of("on", false));
    assertThat(region().path("maintenance").isNull()).isTrue();
  }

  @Test
  void whatIsNobodysIsListedPageByPage() {
    for (var number = 1; number <= 3; number++) {
      put(stranger(number));
    }
    api.world().eutlas().sweepOnce();

    var first = client().get("/admin/unknown-resources?limit=2");
    var second =
        client().get("/admin/unknown-resources?limit=2&cursor=" + first.text("nextCursor"));

    assertThat(first.status()).as(first.body()).isEqualTo(200);
    assertThat(first.json().path("items")).hasSize(2);
    assertThat(first.json().at("/items/0/region").asText()).isEqualTo("local");
    assertThat(first.json().at("/items/0/clusterId").asText()).isEqualTo(stranger(1).value());
    assertThat(first.json().at("/items/0/firstSeenAt").asText())
        .isEqualTo(first.json().at("/items/0/lastSeenAt").asText());
    assertThat(second.json().at("/items/0/clusterId").asText()).isEqualTo(stranger(3).value());
    assertThat(second.json().path("nextCursor").isNull()).isTrue();
    assertThat(client().get("/admin/unknown-resources?region=north").json().path("items"))
        .isEmpty();
    assertThat(client().get("/admin/unknown-resources?region=-").status()).isEqualTo(422);
  }

  @Test
  void aFullRegionSaysSoToEverybodyWithoutNumbers() {
    var tenant = api.verified();
    var theirs = api.project(tenant, api.org(tenant));
    var large =
        Map.<String, Object>of(
            "name", "too-large", "plan", "HUGE", "region", "local", "mongoVersion", "7.0");

    var refused = tenant.client().post("/projects/" + theirs + "/clusters", Client.write(large));

    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.code()).isEqualTo("REGION_FULL");
    assertThat(refused.text("detail")).contains("local", "memory").doesNotContainPattern("[0-9]");
    var region = tenant.client().get("/regions").json().at("/items/0");
    assertThat(region.path("full").isBoolean()).isTrue();
    assertThat(region.has("capacity")).isFalse();
    assertThat(region.has("promised")).isFalse();
  }

  private static JsonNode region() {
    var reply = client().get("/admin/regions");
    assertThat(reply.status()).as(reply.body()).isEqualTo(200);
    assertThat(reply.json().path("nextCursor").isNull()).isTrue();
    return reply.json().at("/items/0");
  }

  private static Client client() {
    return administrator.client();
  }

  private static ClusterId stranger(int number) {
    return new ClusterId("%024x".formatted(number));
  }

  private static void put(ClusterId id) {
    api.world()
        .dataPlane()
        .provision(
            new DataPlane.Order(
                id,
                1,
                new Resources(500, 512, 1, 1),
                new MongoVersion("8.0"),
                "eutlas",
                new Secret("admin-password")));
  }
}
