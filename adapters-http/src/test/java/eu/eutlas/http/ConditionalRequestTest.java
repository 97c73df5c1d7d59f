package eu.eutlas.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** ETag, If-Match and If-None-Match. */
final class ConditionalRequestTest {
  private static Api api;
  private static Tenant tenant;

  @BeforeAll
  static void populate() {
    api = Api.start();
    tenant = Tenant.of(api, api.verified());
  }

  @AfterAll
  static void stop() {
    api.close();
  }

  @Test
  void aChangeRaisesTheTagAndStaleOnesAreRefused() {
    var first = client().get(tenant.path()).header("ETag");

    var changed = patch("one", first);
    var stale = patch("two", first);
    var fresh = patch("three", changed.header("ETag"));

    assertThat(changed.status()).isEqualTo(200);
    assertThat(changed.header("ETag")).isNotEqualTo(first);
    assertThat(stale.status()).isEqualTo(412);
    assertThat(stale.code()).isEqualTo("REVISION_CHANGED");
    assertThat(fresh.json().at("/labels/step").asText()).isEqualTo("three");
  }

  @Test
  void anyRevisionWillDoForAStar() {
    assertThat(patch("star", "*").status()).isEqualTo(200);
  }

  @Test
  void weakAndStrangeTagsMatchNothing() {
    var tag = client().get(tenant.path()).header("ETag");

    assertThat(patch("weak", "W/" + tag).status()).isEqualTo(412);
    assertThat(patch("strange", "\"abc\"").status()).isEqualTo(412);
    assertThat(patch("zero", "\"0\"").status()).isEqualTo(412);
    assertThat(patch("huge", "\"99999999999999999999\"").status()).isEqualTo(412);
  }

  @Test
  void aDeletionIsBoundToARevisionToo() {
    var project =
        "/orgs/" + tenant.org() + "/projects/" + api.project(tenant.owner(), tenant.org());

    var stale = client().send(client().request("DELETE", project).header("If-Match", "\"7\""));
    var cluster =
        client().send(client().request("DELETE", tenant.path()).header("If-Match", "\"99\""));
    var fresh = client().send(client().request("DELETE", project).header("If-Match", "\"1\""));

    assertThat(stale.status()).isEqualTo(412);
    assertThat(cluster.status()).isEqualTo(412);
    assertThat(fresh.status()).isEqualTo(204);
  }

  @Test
  void whoHasTheSameIsToldSo() {
    var path = "/orgs/" + tenant.org();
    var tag = client().get(path).header("ETag");

    var same = client().send(client().request("GET", path).header("If-None-Match", tag));
    var oneOfMany =
        client().send(client().request("GET", path).header("If-None-Match", "\"x\", W/" + tag));
    var other = client().send(client().request("GET", path).header("If-None-Match", "\"x\""));

    assertThat(same.status()).isEqualTo(304);
    assertThat(same.body()).isEmpty();
    assertThat(same.header("ETag")).isEqualTo(tag);
    assertThat(oneOfMany.status()).isEqualTo(304);
    assertThat(other.status()).isEqualTo(200);
  }

  @Test
  void aClustersStateIsNeverHiddenByItsTag() {
    var tag = client().get(tenant.path()).header("ETag");

    var again = client().send(client().request("GET", tenant.path()).header("If-None-Match", tag));

    assertThat(again.status()).isEqualTo(200);
  }

  @Test
  void aMergePatchMergesAndTakesAway() {
    client().patch(tenant.path(), "{\"labels\":{\"a\":\"1\",\"b\":\"2\"}}");

    var merged =
        client()
            .send(
                client()
                    .request("PATCH", tenant.path(), "{\"labels\":{\"a\":null,\"c\":\"3\"}}")
                    .setHeader("Content-Type", "application/merge-patch+json"));
    var cleared = client().patch(tenant.path(), "{\"labels\":null,\"deletionProtection\":true}");
    var refused = client().delete(tenant.path());
    client().patch(tenant.path(), "{\"deletionProtection\":false}");

    assertThat(merged.json().path("labels").has("a")).isFalse();
    assertThat(merged.json().path("labels").has("b")).isTrue();
    assertThat(merged.json().at("/labels/c").asText()).isEqualTo("3");
    assertThat(cleared.json().path("labels")).isEmpty();
    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.code()).isEqualTo("CLUSTER_PROTECTED");
  }

  private static Client.Reply patch(String label, String ifMatch) {
    return client()
        .send(
            client()
                .request("PATCH", tenant.path(), "{\"labels\":{\"step\":\"" + label + "\"}}")
                .header("If-Match", ifMatch));
  }

  private static Client client() {
    return tenant.owner().client();
  }
}
