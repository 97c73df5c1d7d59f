package eu.eutlas.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import eu.eutlas.application.cluster.DataPlane.Capability;
import eu.eutlas.domain.cluster.ClusterId;
import eu.eutlas.domain.cluster.ClusterObservation;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** From where a cluster is reached. */
final class AccessListTest {
  private static Api api;
  private static Api.Person owner;
  private static String project;
  private String list = "";
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
    list = cluster + "/network/access-list";
  }

  @AfterEach
  void heal() {
    api.world().dataPlane().can(EnumSet.allOf(Capability.class));
  }

  @Test
  void aNewClusterLetsNobodyIn() {
    assertThat(ranges()).isEmpty();
    assertThat(admitted()).isEmpty();
  }

  @Test
  void aRangeIsLetInWhenTheOperationIsDone() {
    var accepted = add(Map.of("cidr", "192.0.2.0/24", "comment", "the office"));

    assertThat(accepted.status()).as(accepted.body()).isEqualTo(202);
    assertThat(accepted.text("id")).isEqualTo("192.0.2.0-24");
    assertThat(accepted.text("comment")).isEqualTo("the office");
    assertThat(accepted.json().get("expiresAt").isNull()).isTrue();
    assertThat(accepted.json().at("/operation/type").asText()).isEqualTo("CHANGE_ACCESS_LIST");
    assertThat(ended(accepted).text("state")).isEqualTo("SUCCEEDED");
    assertThat(ranges()).containsExactly("192.0.2.0/24");
    assertThat(admitted()).containsExactly("192.0.2.0/24");
  }

  @Test
  void anAddressIsTheRangeOfItself() {
    ended(add(Map.of("cidr", "192.0.2.7")));
    ended(add(Map.of("cidr", "2001:DB8:0::7")));

    assertThat(ranges()).containsExactly("192.0.2.7/32", "2001:db8::7/128");
  }

  @Test
  void aRangeIsTakenAway() {
    ended(add(Map.of("cidr", "2001:db8::/32")));

    var removed = client().delete(list + "/2001:db8::-32");

    assertThat(removed.status()).as(removed.body()).isEqualTo(202);
    assertThat(ended(removed).text("state")).isEqualTo("SUCCEEDED");
    assertThat(ranges()).isEmpty();
    assertThat(admitted()).isEmpty();
    assertThat(client().delete(list + "/2001:db8::-32").status()).isEqualTo(404);
    assertThat(client().delete(list + "/nonsense").status()).isEqualTo(404);
  }

  @Test
  void whatExpiresLeavesTheList() {
    var end = Instant.now().plusSeconds(2);
    ended(add(Map.of("cidr", "192.0.2.7", "expiresAt", end.toString())));
    assertThat(admitted()).containsExactly("192.0.2.7/32");

    await().atMost(Duration.ofSeconds(20)).until(() -> ranges().isEmpty());
    assertThat(Instant.now()).isAfter(end);
    assertThat(admitted()).isEmpty();
    assertThat(client().get(cluster).text("state")).isEqualTo("READY");
    assertThat(client().get(cluster + "/events").body()).contains("CLUSTER_ACCESS_EXPIRED");
  }

  @ParameterizedTest
  @ValueSource(strings = {"192.0.2.7/24", "192.0.2.0/33", "everywhere", "1.2.3", "", "::1/129"})
  void whatIsNoRangeIsRefused(String cidr) {
    var reply = add(Map.of("cidr", cidr));

    assertThat(reply.status()).as(reply.body()).isEqualTo(422);
    assertThat(reply.json().at("/errors/0/field").asText()).isEqualTo("cidr");
    assertThat(ranges()).isEmpty();
  }

  @Test
  void whatHasEndedIsRefused() {
    var reply = add(Map.of("cidr", "192.0.2.7", "expiresAt", "2020-01-01T00:00:00Z"));

    assertThat(reply.status()).isEqualTo(422);
    assertThat(reply.json().at("/errors/0/field").asText()).isEqualTo("expiresAt");
  }

  @Test
  void whatIsThereAlreadyIsTold() {
    ended(add(Map.of("cidr", "192.0.2.7")));

    var again = add(Map.of("cidr", "192.0.2.7/32"));

    assertThat(again.status()).isEqualTo(409);
    assertThat(again.code()).isEqualTo("ACCESS_UNCHANGED");
    var changed = new HashMap<String, Object>(Map.of("cidr", "192.0.2.7"));
    changed.put("comment", "a guest");
    assertThat(ended(add(changed)).text("state")).isEqualTo("SUCCEEDED");
    assertThat(ranges()).hasSize(1);
  }

  @Test
  void aRegionThatKeepsNobodyOutSaysSo() {
    api.world().dataPlane().can(Set.of());

    var reply = add(Map.of("cidr", "192.0.2.7"));

    assertThat(reply.status()).isEqualTo(409);
    assertThat(reply.code()).isEqualTo("NOT_SUPPORTED_HERE");
    assertThat(client().get(list).status()).isEqualTo(200);
  }

  @Test
  void oneLearnsOnesOwnAddress() {
    assertThat(client().get("/network/my-ip").text("cidr")).isIn("127.0.0.1/32", "::1/128");
  }

  private Client.Reply add(Map<String, Object> entry) {
    return client().post(list, Client.write(entry));
  }

  private List<String> ranges() {
    return client().get(list).json().path("items").findValuesAsText("cidr");
  }

  /** What the data plane really lets in. */
  private List<String> admitted() {
    var id = new ClusterId(cluster.substring(cluster.lastIndexOf('/') + 1));
    var seen = (ClusterObservation.Running) api.world().dataPlane().observe(id);
    return seen.admitted().orElseThrow().stream().map(range -> range.value()).toList();
  }

  private static Client.Reply ended(Client.Reply accepted) {
    return client().get(accepted.header("Location") + "?waitSeconds=30");
  }

  private static Client client() {
    return owner.client();
  }
}
