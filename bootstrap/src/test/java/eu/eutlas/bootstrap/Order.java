package eu.eutlas.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Map;

/** A cluster that was ordered. */
record Order(String path, String operation) {

  static Order place(Rest rest) throws IOException, InterruptedException {
    return place(rest, "local");
  }

  /** In an organization and a project of its own. */
  static Order place(Rest rest, String region) throws IOException, InterruptedException {
    var org = rest.post("orgs", Map.of("name", "Acme")).text("id");
    var project = rest.post("orgs/" + org + "/projects", Map.of("name", "Shop")).text("id");
    var clusters = "projects/" + project + "/clusters";
    var answer =
        rest.post(
            clusters,
            Map.of("name", "shop-db", "plan", "DEV", "region", region, "mongoVersion", "7.0"));
    assertThat(answer.status()).isEqualTo(202);
    return new Order(
        clusters + "/" + answer.text("id"), answer.body().at("/operation/id").asText());
  }

  void awaitReady(Rest rest) throws IOException, InterruptedException {
    awaitEnd(rest, operation);
  }

  String connectionString(Rest rest) throws IOException, InterruptedException {
    return rest.get(path + "/credentials").text("connectionString");
  }

  String events(Rest rest) throws IOException, InterruptedException {
    return rest.get(path + "/events").body().toString();
  }

  void rotate(Rest rest, int overlapMinutes) throws IOException, InterruptedException {
    accepted(
        rest, rest.post(path + "/credentials/rotate", Map.of("overlapMinutes", overlapMinutes)));
  }

  void pause(Rest rest) throws IOException, InterruptedException {
    accepted(rest, rest.post(path + "/pause", Map.of()));
  }

  void resume(Rest rest) throws IOException, InterruptedException {
    accepted(rest, rest.post(path + "/resume", Map.of()));
  }

  void delete(Rest rest) throws IOException, InterruptedException {
    accepted(rest, rest.delete(path));
  }

  /** Waits until what was accepted is done. */
  void accepted(Rest rest, Rest.Answer answer) throws IOException, InterruptedException {
    assertThat(answer.status()).as(answer.toString()).isEqualTo(202);
    awaitEnd(rest, answer.body().at("/operation/id").asText());
  }

  private static void awaitEnd(Rest rest, String operation)
      throws IOException, InterruptedException {
    var ended = rest.get("operations/" + operation + "?waitSeconds=30");
    assertThat(ended.text("state")).as(ended.toString()).isEqualTo("SUCCEEDED");
  }
}
