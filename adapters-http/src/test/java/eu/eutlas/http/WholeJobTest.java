package eu.eutlas.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The whole job, by the API alone. */
final class WholeJobTest {
  private final Api api = Api.start();

  @AfterEach
  void stop() {
    api.close();
  }

  @Test
  void fromSigningUpToADatabaseAndBack() {
    var person = api.verified();
    var client = person.client();
    var org = api.org(person);
    var project = api.project(person, org);

    var ordered = client.post("/projects/" + project + "/clusters", Api.aCluster("orders"));
    assertThat(ordered.status()).as(ordered.body()).isEqualTo(202);
    assertThat(ordered.header("ETag")).isEqualTo("\"1\"");
    assertThat(ordered.header("Location"))
        .isEqualTo("/api/v1/operations/" + ordered.json().path("operation").path("id").asText());
    assertThat(ordered.json().get("endpoint").isNull()).isTrue();

    var created = client.get(ordered.header("Location") + "?waitSeconds=30");
    assertThat(created.text("state")).as(created.body()).isEqualTo("SUCCEEDED");
    var path = "/projects/" + project + "/clusters/" + ordered.text("id");
    var ready = client.get(path).json();
    assertThat(ready.path("state").asText()).isEqualTo("READY");
    assertThat(ready.get("operation").isNull()).isTrue();
    var credentials = client.get(path + "/credentials").json();
    assertThat(credentials.path("shell").asText())
        .isEqualTo("mongosh \"" + credentials.path("connectionString").asText() + "\"");
    assertThat(client.post(path + "/connection-test").json().path("ok").asBoolean()).isTrue();

    var deleted = client.delete(path);
    assertThat(deleted.status()).isEqualTo(202);
    var gone = client.get(deleted.header("Location") + "?waitSeconds=30");
    assertThat(gone.text("state")).as(gone.body()).isEqualTo("SUCCEEDED");
    assertThat(client.get(path).status()).isEqualTo(404);
    assertThat(client.delete("/orgs/" + org + "/projects/" + project).status()).isEqualTo(204);
    assertThat(client.get("/orgs/" + org + "/events").json().path("items")).hasSizeGreaterThan(5);
    assertThat(client.post("/auth/logout").status()).isEqualTo(204);
    assertThat(client.get("/users/me").status()).isEqualTo(401);
  }
}
