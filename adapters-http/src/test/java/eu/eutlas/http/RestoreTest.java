package eu.eutlas.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import eu.eutlas.domain.backup.Namespace;
import eu.eutlas.domain.cluster.Endpoint;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Restores by REST. */
final class RestoreTest {
  private static final Namespace ORDERS = new Namespace("shop", "orders");
  private static Api api;
  private static Api.Person owner;
  private static String project;
  private String cluster = "";
  private String backup = "";

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
  void backUp() {
    cluster = api.cluster(owner, project);
    put(cluster, "a lamp", "a window");
    backup = cluster + "/backups/" + client().post(cluster + "/backups").text("id");
    await().until(() -> client().get(backup).text("state").equals("COMPLETED"));
  }

  @Test
  void aBackupIsRestoredIntoItsCluster() {
    put(cluster, "spoiled");

    var accepted = restore("{'targetClusterId': '%s'}".formatted(id(cluster)));

    assertThat(accepted.status()).as(accepted.body()).isEqualTo(202);
    assertThat(accepted.text("state")).isEqualTo("RESTORING");
    assertThat(accepted.json().at("/operation/type").asText()).isEqualTo("RESTORE");
    assertThat(accepted.header("Location")).contains("/operations/");
    await().until(() -> client().get(cluster).text("state").equals("READY"));
    assertThat(documents(cluster)).containsExactly("a lamp", "a window");
    assertThat(client().get(cluster + "/backups").json().path("items"))
        .extracting(item -> item.get("trigger").asText())
        .containsExactlyInAnyOrder("MANUAL", "SAFETY");
    await()
        .untilAsserted(() ->
            assertThat(client().get(cluster + "/events").body())
                .contains("CLUSTER_RESTORE_REQUESTED", "CLUSTER_RESTORED"));
  }

  @Test
  void aPartIsRestoredUnderAnotherNameWithoutASafetyBackup() {
    put(cluster, "spoiled");

    var accepted =
        restore(
            "{'targetClusterId': '%s', 'safetyBackup': false, 'namespaces': [{'from': 'shop', 'to': 'shop_before'}]}"
                .formatted(id(cluster)));

    assertThat(accepted.status()).as(accepted.body()).isEqualTo(202);
    await().until(() -> client().get(cluster).text("state").equals("READY"));
    assertThat(documents(cluster)).containsExactly("spoiled");
    assertThat(
            api.world()
                .backups()
                .archives()
                .documents(endpoint(cluster), new Namespace("shop_before", "orders")))
        .containsExactly("a lamp", "a window");
    assertThat(client().get(cluster + "/backups").json().path("items")).hasSize(1);
  }

  @Test
  void aNewClusterIsMadeOfABackupOnceForAKey() {
    var body = "{'newCluster': {'name': 'copy-%s'}}".formatted(id(cluster).substring(18));

    var accepted = restore(body, "once");
    var again = restore(body, "once");

    assertThat(accepted.status()).as(accepted.body()).isEqualTo(202);
    assertThat(again.text("id")).isEqualTo(accepted.text("id"));
    assertThat(again.header("Idempotent-Replay")).isEqualTo("true");
    var made = cluster.substring(0, cluster.lastIndexOf('/') + 1) + accepted.text("id");
    await().until(() -> client().get(made).text("state").equals("READY"));
    assertThat(documents(made)).containsExactly("a lamp", "a window");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{'targetClusterId': '0123456789abcdef01234567', 'newCluster': {'name': 'both'}}",
        "{'newCluster': {}}",
        "{'newCluster': {'name': 'twice'}, 'namespaces': [{'from': 'a'}, {'from': 'b', 'to': 'a'}]}",
        "{'newCluster': {'name': 'mixed'}, 'namespaces': [{'from': 'a', 'to': 'b.c'}]}",
        "{'newCluster': {'name': 'nothing'}, 'namespaces': [{'from': ''}]}"
      })
  void whatIsNotClearIsRefused(String body) {
    var refused = restore(body);

    assertThat(refused.status()).as(refused.body()).isEqualTo(422);
    assertThat(refused.text("code")).isEqualTo("INVALID_REQUEST");
  }

  @Test
  void anotherTenantsClusterIsNotFound() {
    var stranger = api.verified();
    var theirs = api.cluster(stranger, api.project(stranger, api.org(stranger)));

    var refused = restore("{'targetClusterId': '%s'}".formatted(id(theirs)));

    assertThat(refused.status()).isEqualTo(404);
    assertThat(stranger.client().get(theirs).text("state")).isEqualTo("READY");
  }

  private Client.Reply restore(String body) {
    return client().post(backup + "/restore", body.replace('\'', '"'));
  }

  private Client.Reply restore(String body, String key) {
    return client()
        .send(
            client()
                .request("POST", backup + "/restore", body.replace('\'', '"'))
                .header("Idempotency-Key", key + id(cluster)));
  }

  private void put(String path, String... documents) {
    api.world().backups().archives().put(endpoint(path), ORDERS, List.of(documents));
  }

  private List<String> documents(String path) {
    return api.world().backups().archives().documents(endpoint(path), ORDERS);
  }

  private Endpoint endpoint(String path) {
    JsonNode endpoint = client().get(path).json().get("endpoint");
    return new Endpoint(endpoint.get("host").asText(), endpoint.get("port").asInt());
  }

  private static String id(String path) {
    return path.substring(path.lastIndexOf('/') + 1);
  }

  private static Client client() {
    return owner.client();
  }
}
