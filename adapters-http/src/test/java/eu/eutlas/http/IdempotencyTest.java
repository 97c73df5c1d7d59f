package eu.eutlas.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The same request, asked again, in every POST that creates. */
final class IdempotencyTest {
  private static final List<String> CREATING =
      List.of(
          "POST /auth/signup",
          "POST /orgs",
          "POST /orgs/{orgId}/projects",
          "POST /projects/{projectId}/clusters");

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

  @TestFactory
  Stream<DynamicTest> theSameRequestAgainGivesTheSameThing() {
    return each(route -> {
      var body = Client.write(Calls.body(route, api));

      var first = send(route, body, "same");
      var again = send(route, spaced(body), "same");

      assertThat(first.header("Idempotent-Replay")).isEmpty();
      assertThat(again.header("Idempotent-Replay")).isEqualTo("true");
      assertThat(again.status()).isEqualTo(first.status());
      assertThat(id(again)).isEqualTo(id(first));
    });
  }

  @TestFactory
  Stream<DynamicTest> theSameKeyWithAnotherBodyIsRefused() {
    return each(route -> {
      var body = Client.write(Calls.body(route, api));
      send(route, body, "other");

      var other = send(route, changed(body), "other");

      assertThat(other.status()).isEqualTo(422);
      assertThat(other.code()).isEqualTo("IDEMPOTENCY_KEY_REUSED");
    });
  }

  @TestFactory
  Stream<DynamicTest> copiesAtTheSameTimeCreateOneThing() {
    return each(route -> {
      var body = Client.write(Calls.body(route, api));

      var replies = atOnce(() -> send(route, body, "at-once"));

      var ids =
          replies.stream().filter(reply -> reply.status() < 300).map(IdempotencyTest::id).toList();
      assertThat(ids).isNotEmpty();
      assertThat(ids.stream().distinct()).hasSize(1);
      assertThat(replies).allMatch(reply -> reply.status() < 300 || reply.status() == 503);
    });
  }

  @Test
  void keysOfDifferentPeopleNeverMeet() {
    var body = Client.write(Map.of("name", "Mine"));
    var other = api.verified();

    var mine = tenant.owner().client();
    var first = mine.send(mine.request("POST", "/orgs", body).header("Idempotency-Key", "k"));
    var theirs =
        other
            .client()
            .send(other.client().request("POST", "/orgs", body).header("Idempotency-Key", "k"));

    assertThat(id(theirs)).isNotEqualTo(id(first));
    assertThat(theirs.header("Idempotent-Replay")).isEmpty();
  }

  @Test
  void aReplayShowsTheThingAsItIsNow() {
    var route = route("POST /projects/{projectId}/clusters");
    var body = Client.write(Api.aCluster("shown-as-it-is"));
    var ordered = send(route, body, "as-it-is");
    var operation = ordered.json().at("/operation/id").asText();
    tenant.owner().client().get("/operations/" + operation + "?waitSeconds=30");

    var again = send(route, body, "as-it-is");

    assertThat(again.text("state")).isEqualTo("READY");
    assertThat(again.header("ETag")).isEqualTo("\"1\"");
  }

  private interface RouteTest {
    void run(Route route);
  }

  private static Stream<DynamicTest> each(RouteTest test) {
    return CREATING.stream()
        .map(name -> DynamicTest.dynamicTest(name, () -> test.run(route(name))));
  }

  private static Route route(String name) {
    return Routes.all().stream().filter(each -> each.name().equals(name)).findFirst().orElseThrow();
  }

  private static Client.Reply send(Route route, String body, String key) {
    var client = tenant.owner().client();
    return client.send(
        client
            .request(route.httpMethod(), Calls.path(route, tenant), body)
            .header("Idempotency-Key", key));
  }

  private static List<Client.Reply> atOnce(Callable<Client.Reply> send) {
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var replies = new ArrayList<Client.Reply>();
      for (var reply : threads.invokeAll(IntStream.range(0, 8).mapToObj(each -> send).toList())) {
        replies.add(reply.get());
      }
      return replies;
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private static String id(Client.Reply reply) {
    assertThat(reply.status()).as(reply.body()).isBetween(200, 299);
    return reply.json().has("userId") ? reply.text("userId") : reply.text("id");
  }

  /** The same body to who reads it: other spaces, other order. */
  private static String spaced(String body) {
    var fields = new ArrayList<String>();
    Client.json(body)
        .properties()
        .forEach(field -> fields.addFirst("\"" + field.getKey() + "\" :  " + field.getValue()));
    return fields.stream().collect(Collectors.joining(" ,\n", "{ ", " }"));
  }

  private static String changed(String body) {
    return body.contains("password")
        ? body.replace(Api.PASSWORD, Api.PASSWORD + "!")
        : body.replaceFirst("\"name\":\"([^\"]+)\"", "\"name\":\"$1x\"");
  }
}
