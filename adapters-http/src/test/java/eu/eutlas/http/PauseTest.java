package eu.eutlas.http;

import static org.assertj.core.api.Assertions.assertThat;

import eu.eutlas.application.cluster.DataPlane.Capability;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A cluster is paused and resumed. */
final class PauseTest {
  private static final String SMALL = "{\"plan\":\"SMALL\"}";
  private static Api api;
  private static Api.Person owner;
  private static String project;
  private String cluster = "";

  @BeforeAll
  static void populate() {
    api = Api.start();
    owner = api.verified();
    project = api.project(owner, api.org(owner));
  }

  @AfterAll
  static void stop() {
    api.close();
  }

  @BeforeEach
  void order() {
    cluster = api.cluster(owner, project);
  }

  @AfterEach
  void heal() {
    api.world().dataPlane().accepting(true);
    api.world().dataPlane().can(EnumSet.allOf(Capability.class));
  }

  @Test
  void aRunningClusterIsPaused() {
    var tag = client().get(cluster).header("ETag");

    var accepted = client().post(cluster + "/pause");

    assertThat(accepted.status()).as(accepted.body()).isEqualTo(202);
    assertThat(accepted.text("state")).isEqualTo("PAUSING");
    assertThat(accepted.json().at("/operation/type").asText()).isEqualTo("PAUSE");
    assertThat(accepted.header("ETag")).isNotEqualTo(tag);
    assertThat(ended(accepted).text("state")).isEqualTo("SUCCEEDED");
    var paused = client().get(cluster).json();
    assertThat(paused.path("state").asText()).isEqualTo("PAUSED");
    assertThat(paused.get("stateMessage").isNull()).isTrue();
    assertThat(paused.get("operation").isNull()).isTrue();
  }

  @Test
  void aPausedClusterRunsAgain() {
    var before = client().get(cluster + "/credentials").body();
    pause();

    var accepted = client().post(cluster + "/resume");

    assertThat(accepted.status()).as(accepted.body()).isEqualTo(202);
    assertThat(accepted.text("state")).isEqualTo("RESUMING");
    assertThat(ended(accepted).text("state")).isEqualTo("SUCCEEDED");
    assertThat(client().get(cluster).text("state")).isEqualTo("READY");
    assertThat(client().get(cluster + "/credentials").body()).isEqualTo(before);
  }

  @Test
  void aPausedClusterTakesNothingButResumptionAndDeletion() {
    pause();

    for (var body :
        Map.of("/pause", "{}", "/resize", SMALL, "/upgrade", "{\"mongoVersion\":\"8.0\"}")
            .entrySet()) {
      var reply = client().post(cluster + body.getKey(), body.getValue());
      assertThat(reply.status()).as(body.getKey()).isEqualTo(409);
      assertThat(reply.code()).as(body.getKey()).isEqualTo("NOT_READY");
    }
    var credentials = client().get(cluster + "/credentials");
    assertThat(credentials.status()).isEqualTo(409);
    assertThat(credentials.text("detail")).isEqualTo("The cluster is paused. Resume it first.");
    assertThat(client().patch(cluster, "{\"labels\":{\"a\":\"b\"}}").status()).isEqualTo(200);
  }

  @Test
  void whatRunsIsNotResumed() {
    var reply = client().post(cluster + "/resume");

    assertThat(reply.status()).isEqualTo(409);
    assertThat(reply.code()).isEqualTo("NOT_PAUSED");
  }

  @Test
  void ofTwoAtOnceTheSecondIsToldOfTheFirst() {
    api.world().dataPlane().reachable(false);
    try {
      var first = client().post(cluster + "/pause");

      var second = client().post(cluster + "/resize", SMALL);

      assertThat(second.status()).isEqualTo(409);
      assertThat(second.code()).isEqualTo("OPERATION_IN_PROGRESS");
      assertThat(second.text("operationId")).isEqualTo(first.json().at("/operation/id").asText());
    } finally {
      api.world().dataPlane().reachable(true);
    }
  }

  @Test
  void aStaleRevisionIsRefused() {
    var request = client().request("POST", cluster + "/pause").header("If-Match", "\"99\"");

    assertThat(client().send(request).status()).isEqualTo(412);
  }

  @Test
  void aRegionThatCannotPauseSaysSo() {
    api.world().dataPlane().can(Set.of());

    var reply = client().post(cluster + "/pause");

    assertThat(reply.status()).isEqualTo(409);
    assertThat(reply.code()).isEqualTo("NOT_SUPPORTED_HERE");
    assertThat(client().get("/regions").body()).doesNotContain("PAUSE");
  }

  @Test
  void aPausedClusterIsDeleted() {
    pause();

    var deleted = client().delete(cluster);

    assertThat(deleted.status()).isEqualTo(202);
    assertThat(ended(deleted).text("state")).isEqualTo("SUCCEEDED");
    assertThat(client().get(cluster).status()).isEqualTo(404);
  }

  @Test
  void aPauseThatFailedIsTriedAgain() {
    api.world().dataPlane().accepting(false);
    var failed = ended(client().post(cluster + "/pause"));
    assertThat(failed.text("state")).isEqualTo("FAILED");
    assertThat(client().get(cluster).text("state")).isEqualTo("FAILED");
    api.world().dataPlane().accepting(true);

    var retried = client().post("/operations/" + failed.text("id") + "/retry");

    assertThat(retried.status()).as(retried.body()).isEqualTo(202);
    assertThat(client().get("/operations/" + retried.text("id") + "?waitSeconds=30").text("state"))
        .isEqualTo("SUCCEEDED");
    assertThat(client().get(cluster).text("state")).isEqualTo("PAUSED");
  }

  private void pause() {
    assertThat(ended(client().post(cluster + "/pause")).text("state")).isEqualTo("SUCCEEDED");
  }

  private static Client.Reply ended(Client.Reply accepted) {
    return client().get(accepted.header("Location") + "?waitSeconds=30");
  }

  private static Client client() {
    return owner.client();
  }
}
