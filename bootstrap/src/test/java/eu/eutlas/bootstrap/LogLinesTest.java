package eu.eutlas.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the product's process writes to its log. */
class LogLinesTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration SOON = Duration.ofSeconds(20);

  @TempDir Path folder;

  @Test
  void theIdOfARequestFollowsTheWorkToTheDataPlane() throws IOException, InterruptedException {
    var data = folder.resolve("data");
    var jobs = freePort();
    var begin = Instant.now().minusSeconds(1);

    try (var product = RunningProduct.start(data, Map.of("EUTLAS_JOBS_PORT", "" + jobs))) {
      var person = new Person("dev@example.org");
      person.signUp(product.address());
      person.verify(product.address(), Person.mailIn(data));
      var rest = person.logIn(product.address());
      var org = rest.post("orgs", Map.of("name", "Acme")).text("id");
      var project = rest.post("orgs/" + org + "/projects", Map.of("name", "Shop")).text("id");
      var created =
          rest.post(
              "projects/" + project + "/clusters",
              Map.of("name", "shop-db", "plan", "DEV", "region", "local", "mongoVersion", "7.0"));
      var id = created.correlationId();
      assertThat(id).isNotEmpty();

      var operation =
          rest.get("operations/" + created.body().at("/operation/id").asText() + "?waitSeconds=30");
      assertThat(operation.text("correlationId")).isEqualTo(id);
      await().atMost(SOON).until(() -> isReady(rest, org, id));
      await().atMost(SOON).until(() -> job(jobs).contains(id));

      var lines = lines(data);
      assertThat(lines).allSatisfy(line -> assertThat(time(line)).isAfter(begin));
      assertThat(loggedBy(lines, id))
          .contains("eu.eutlas.application.internal.Reconciler", "eu.eutlas.local.LocalCluster");
    }
  }

  private static boolean isReady(Rest rest, String org, String id)
      throws IOException, InterruptedException {
    for (var event : rest.get("orgs/" + org + "/events").body().path("items")) {
      if (event.path("type").asText().equals("CLUSTER_READY")) {
        return event.path("correlationId").asText().equals(id);
      }
    }
    return false;
  }

  /** Whatever state the job is in by now. */
  private static String job(int port) throws IOException, InterruptedException {
    var all = new StringBuilder();
    try (var client = HttpClient.newHttpClient()) {
      for (var state : List.of("SCHEDULED", "ENQUEUED", "PROCESSING", "SUCCEEDED")) {
        var address = URI.create("http://localhost:" + port + "/api/jobs?state=" + state);
        var request = HttpRequest.newBuilder(address).build();
        all.append(client.send(request, BodyHandlers.ofString()).body());
      }
    }
    return all.toString();
  }

  private static List<JsonNode> lines(Path data) throws IOException {
    var lines = new ArrayList<JsonNode>();
    for (var line : RunningProduct.logLines(data)) {
      lines.add(JSON.readTree(line));
    }
    return lines;
  }

  private static Instant time(JsonNode line) {
    var text = line.path("timestamp").asText();
    assertThat(text).matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z");
    return Instant.parse(text);
  }

  private static List<String> loggedBy(List<JsonNode> lines, String id) {
    return lines.stream()
        .filter(line -> line.path("correlationId").asText().equals(id))
        .map(line -> line.path("logger").asText())
        .distinct()
        .toList();
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }
}
