package eu.eutlas.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What has not begun is taken back. Nothing begins in a region that does not answer. */
final class CancelTest {
  private static Api api;
  private static Api.Person owner;
  private static String project;

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

  @AfterEach
  void heal() {
    api.world().dataPlane().reachable(true);
  }

  @BeforeEach
  void begin() {
    api.world().dataPlane().reachable(true);
  }

  @Test
  void aResizeThatHasNotBegunIsTakenBack() {
    var cluster = api.cluster(owner, project);
    api.world().dataPlane().reachable(false);
    var accepted = client().post(cluster + "/resize", "{\"plan\":\"SMALL\"}");
    assertThat(accepted.text("state")).isEqualTo("UPDATING");

    var cancelled = client().post(operation(accepted) + "/cancel");

    assertThat(cancelled.status()).as(cancelled.body()).isEqualTo(200);
    assertThat(cancelled.text("state")).isEqualTo("CANCELLED");
    assertThat(client().get(cluster).text("plan")).isEqualTo("DEV");
    assertThat(client().get(cluster).text("state")).isEqualTo("READY");
    assertThat(client().post(operation(accepted) + "/cancel").code()).isEqualTo("TOO_LATE");
  }

  @Test
  void aCreationThatHasNotBegunIsTakenBackWithItsCluster() {
    api.world().dataPlane().reachable(false);
    var clusters = "/projects/" + project + "/clusters";
    var accepted = client().post(clusters, Client.write(Api.aCluster("never")));

    var cancelled = client().post(operation(accepted) + "/cancel");

    assertThat(cancelled.status()).as(cancelled.body()).isEqualTo(200);
    assertThat(client().get(clusters + "/" + accepted.text("id")).status()).isEqualTo(404);
    api.world().dataPlane().reachable(true);
    var again = client().post(clusters, Client.write(Api.aCluster("never")));
    assertThat(again.status()).as("its name is free: " + again.body()).isEqualTo(202);
  }

  private static String operation(Client.Reply accepted) {
    return "/operations/" + accepted.json().at("/operation/id").asText();
  }

  private static Client client() {
    return owner.client();
  }
}
