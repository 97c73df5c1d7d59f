package eu.eutlas.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Lists: pages, filters, order. */
final class ListTest {
  private static Api api;
  private static Api.Person owner;
  private static String org;
  private static String project;

  @BeforeAll
  static void populate() {
    api = Api.start();
    owner = api.verified();
    org = api.org(owner);
    project = api.project(owner, org);
    for (var name : List.of("delta", "alpha", "charlie", "bravo", "echo")) {
      var order = new HashMap<>(Api.aCluster(name));
      order.put("labels", Map.of("first", name.substring(0, 1), "all", "yes"));
      assertThat(owner.client().post(clusters(), order).status()).isEqualTo(202);
    }
  }

  @AfterAll
  static void stop() {
    api.close();
  }

  @Test
  void pagesFollowEachOtherWithoutGapOrRepetition() {
    for (var sort : List.of("createdAt", "-createdAt", "name")) {
      for (var limit : List.of(1, 2, 3, 5, 100)) {
        assertThat(pages("?sort=" + sort + "&limit=" + limit))
            .as(sort + " by " + limit)
            .isEqualTo(names("?sort=" + sort));
      }
    }
  }

  @Test
  void clustersAreSorted() {
    // Within one second the order of making is not kept; but it is always the same.
    assertThat(names("?sort=-createdAt")).isEqualTo(names("?sort=createdAt").reversed());
    assertThat(names("?sort=name")).containsExactly("alpha", "bravo", "charlie", "delta", "echo");
    assertThat(names("")).isEqualTo(names("?sort=createdAt"));
  }

  @Test
  void clustersAreFiltered() {
    assertThat(names("?label=first%3Da")).containsExactly("alpha");
    assertThat(names("?label=all&q=a&sort=name"))
        .containsExactly("alpha", "bravo", "charlie", "delta");
    assertThat(names("?plan=DEV&region=local")).hasSize(5);
    assertThat(names("?plan=SMALL")).isEmpty();
    assertThat(names("?state=FAILED")).isEmpty();
    assertThat(names("?state=&plan=&q=")).hasSize(5);
    assertThat(owner.client().get("/orgs/" + org + "/clusters?q=ech").json().path("items"))
        .hasSize(1);
  }

  @Test
  void theEndOfAListHasNoCursor() {
    var all = owner.client().get(clusters()).json();

    assertThat(all.get("nextCursor").isNull()).isTrue();
  }

  @Test
  void aCursorThatWasTouchedIsRefused() {
    var cursor = owner.client().get(clusters() + "?limit=2").text("nextCursor");

    for (var bad : List.of("x", cursor.substring(1), cursor + "A", "bm8", "%F0%9F%92%A9")) {
      var reply = owner.client().get(clusters() + "?cursor=" + bad);
      assertThat(reply.status()).as(bad).isEqualTo(422);
      assertThat(reply.json().at("/errors/0/field").asText()).isEqualTo("cursor");
    }
  }

  @Test
  void aLimitLiesBetweenOneAndAHundred() {
    for (var bad : List.of("0", "101", "-1", "1.5", "ten", "1e1")) {
      assertThat(owner.client().get("/orgs?limit=" + bad).status()).as(bad).isEqualTo(422);
    }
    assertThat(owner.client().get("/orgs?limit=100").status()).isEqualTo(200);
  }

  @Test
  void eventsAreListedNewestFirstAndFiltered() {
    var events = owner.client().get("/orgs/" + org + "/events").json().path("items");
    var seqs = events.findValues("seq").stream().map(seq -> seq.asLong()).toList();
    var ordered =
        owner
            .client()
            .get(
                "/orgs/"
                    + org
                    + "/events?type=CLUSTER_CREATION_REQUESTED&severity=INFO&projectId="
                    + project)
            .json();
    var future = owner.client().get("/orgs/" + org + "/events?from=2100-01-01T00:00:00Z").json();

    assertThat(seqs).isSortedAccordingTo(java.util.Comparator.reverseOrder()).contains(1L);
    assertThat(ordered.path("items")).hasSize(5);
    assertThat(future.path("items")).isEmpty();
  }

  @Test
  void aClusterHasItsOwnEventsAndOperations() {
    var id = owner.client().get(clusters() + "?q=alpha").json().at("/items/0/id").asText();

    var events = owner.client().get(clusters() + "/" + id + "/events").json().path("items");
    var operations = owner.client().get(clusters() + "/" + id + "/operations").json().path("items");

    assertThat(events).isNotEmpty().allMatch(event -> event.path("clusterId").asText().equals(id));
    assertThat(operations.at("/0/type").asText()).isEqualTo("CREATE");
    assertThat(operations.at("/0/maxAttempts").asInt()).isEqualTo(30);
  }

  @Test
  void theCatalogueIsListedWhole() {
    var plan = owner.client().get("/plans").json().at("/items/0");
    var region = owner.client().get("/regions").json().at("/items/0");
    var versions = owner.client().get("/mongodb-versions").json().path("items");

    assertThat(plan.path("id").asText()).isEqualTo("DEV");
    assertThat(plan.path("cpu").asDouble()).isEqualTo(0.5);
    assertThat(plan.at("/price/currency").asText()).isEqualTo("EUR");
    assertThat(plan.path("backups").isBoolean()).isTrue();
    assertThat(region.path("id").asText()).isEqualTo("local");
    assertThat(region.path("capabilities"))
        .extracting(JsonNode::asText)
        .containsExactly("PAUSE", "ACCESS_LIST", "THROW_AWAY_CLUSTERS");
    assertThat(region.path("health").asText()).isIn("UNKNOWN", "UP");
    assertThat(versions).anyMatch(version -> version.path("default").asBoolean());
    assertThat(versions.at("/0/endOfLife").asText()).isEqualTo("2027-08-31");
  }

  private static String clusters() {
    return "/projects/" + project + "/clusters";
  }

  private static List<String> names(String query) {
    var items = owner.client().get(clusters() + query).json().path("items");
    var names = new ArrayList<String>();
    items.forEach(item -> names.add(item.path("name").asText()));
    return names;
  }

  private static List<String> pages(String query) {
    var names = new ArrayList<String>();
    var cursor = "";
    do {
      var page = owner.client().get(clusters() + query + cursor).json();
      page.path("items").forEach(item -> names.add(item.path("name").asText()));
      cursor = page.get("nextCursor").isNull() ? "" : "&cursor=" + page.path("nextCursor").asText();
    } while (!cursor.isEmpty());
    return names;
  }
}
