package eu.eutlas.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What the routes of logins and database users show, and what they do not. */
final class DatabaseUsersTest {
  private static Api api;
  private static Client client;
  private static String path;

  @BeforeAll
  static void populate() {
    api = Api.start();
    var owner = api.verified();
    client = owner.client();
    path = api.cluster(owner, api.project(owner, api.org(owner)));
  }

  @AfterAll
  static void stop() {
    api.close();
  }

  @Test
  void aPasswordThatIsMadeIsShownOnceAndNeverAgain() {
    var body = Map.of("username", "made", "roles", List.of(Api.role("read", "shop")));

    var ordered = create("made-1", body);
    assertThat(ordered.text("password")).hasSize(32);
    awaitEnd(ordered);

    assertThat(create("made-1", body).code()).isEqualTo("ALREADY_CREATED");
    assertThat(client.get(path + "/database-users/made").json().get("password").isNull()).isTrue();
    assertThat(client.get(path + "/database-users").body())
        .doesNotContain(ordered.text("password"));
    assertThat(client.get(path + "/events").body()).doesNotContain(ordered.text("password"));
  }

  @Test
  void aPasswordThatIsGivenIsNeverShown() {
    var password = "given-by-somebody";
    var roles = List.of(Api.role("readWrite", "shop"), Api.role("readAnyDatabase", "admin"));
    var body = Map.of("username", "given", "password", password, "roles", roles);

    var ordered = create("given-1", body);
    awaitEnd(ordered);
    var again = create("given-1", body);

    assertThat(again.status()).isEqualTo(202);
    assertThat(again.header("Idempotent-Replay")).isEqualTo("true");
    assertThat(ordered.body() + again.body() + client.get(path + "/events").body())
        .doesNotContain(password);
    assertThat(again.json().get("roles"))
        .extracting(role -> role.path("role").asText() + "@" + role.path("database").asText())
        .containsExactly("readAnyDatabase@admin", "readWrite@shop");
  }

  @Test
  void aNameThatIsKeptIsRefusedByItsField() {
    var refused =
        client.post(
            path + "/database-users",
            Map.of("username", "admin", "roles", List.of(Api.role("read", "shop"))));

    Untouched.assertReply(refused, 422, "RESERVED_USERNAME");
    assertThat(Untouched.faulty(refused)).containsExactly("username");
  }

  @Test
  void everyFaultOfARoleIsToldByItsPlace() {
    var refused =
        client.post(
            path + "/database-users",
            Map.of(
                "username",
                "wrong",
                "roles",
                List.of(
                    Api.role("read", "shop"),
                    Api.role("root", "a b"),
                    Api.role("readAnyDatabase", "shop"))));

    Untouched.assertReply(refused, 422, "INVALID_REQUEST");
    assertThat(Untouched.faulty(refused))
        .containsExactly("roles.1.role", "roles.1.database", "roles.2");
  }

  @Test
  void whatIsNoNameIsNobody() {
    Untouched.assertReply(client.get(path + "/database-users/a.b"), 404, "NOT_FOUND");
    Untouched.assertReply(client.get(path + "/database-users/nobody"), 404, "NOT_FOUND");
  }

  private static Client.Reply create(String key, Map<String, Object> body) {
    var request =
        client
            .request("POST", path + "/database-users", Client.write(body))
            .header("Idempotency-Key", key);
    return client.send(request);
  }

  private static void awaitEnd(Client.Reply ordered) {
    assertThat(ordered.status()).as(ordered.body()).isEqualTo(202);
    var ended = client.get(ordered.header("Location") + "?waitSeconds=30");
    assertThat(ended.text("state")).as(ended.body()).isEqualTo("SUCCEEDED");
  }
}
