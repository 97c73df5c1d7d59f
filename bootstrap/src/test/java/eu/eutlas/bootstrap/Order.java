package eu.eutlas.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Map;

/** A cluster that was ordered. */
record Order(String path, String operation) {

  static Order place(Rest rest) throws IOException, InterruptedException {
    var org = rest.post("orgs", Map.of("name", "Acme")).text("id");
    var project = rest.post("orgs/" + org + "/projects", Map.of("name", "Shop")).text("id");
    var clusters = "projects/" + project + "/clusters";
    var answer =
        rest.post(
            clusters,
            Map.of("name", "shop-db", "plan", "DEV", "region", "local", "mongoVersion", "7.0"));
    assertThat(answer.status()).isEqualTo(202);
    return new Order(
        clusters + "/" + answer.text("id"), answer.body().at("/operation/id").asText());
  }

  void awaitReady(Rest rest) throws IOException, InterruptedException {
    var ended = rest.get("operations/" + operation + "?waitSeconds=30");
    assertThat(ended.text("state")).as(ended.toString()).isEqualTo("SUCCEEDED");
  }

  void delete(Rest rest) throws IOException, InterruptedException {
    await(rest, rest.delete(path));
  }

  String connectionString(Rest rest) throws IOException, InterruptedException {
    return rest.get(path + "/credentials").text("connectionString");
  }

  void rotate(Rest rest, int overlapMinutes) throws IOException, InterruptedException {
    await(
        rest, rest.post(path + "/credentials/rotate", Map.of("overlapMinutes", overlapMinutes)));
  }

  /** Waits until what was accepted is done. */
  void await(Rest rest, Rest.Answer accepted) throws IOException, InterruptedException {
    assertThat(accepted.status()).as(accepted.toString()).isEqualTo(202);
    var id = accepted.body().at("/operation/id").asText();
    var ended = rest.get("operations/" + id + "?waitSeconds=30");
    assertThat(ended.text("state")).as(ended.toString()).isEqualTo("SUCCEEDED");
  }
}
