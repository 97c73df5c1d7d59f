package eu.eutlas.benchmarks.product;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;

/** Somebody with a verified account, an organization and a project. */
final class Customer {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String PASSWORD = "a lamp in every window";

  private final HttpClient client = HttpClient.newHttpClient();
  private final URI base;
  private String token = "";
  private String clusters = "";

  private Customer(URI address) {
    this.base = address.resolve("/api/v1/");
  }

  static Customer settle(URI address) throws IOException, InterruptedException {
    var customer = new Customer(address);
    customer.settle();
    return customer;
  }

  URI clusters() {
    return base.resolve(clusters);
  }

  String authorization() {
    return "Bearer " + token;
  }

  /** Orders a cluster, waits until it is ready, and returns the milliseconds in between. */
  long order(String name) throws IOException, InterruptedException {
    var begin = System.nanoTime();
    var ordered =
        post(
            clusters,
            Map.of("name", name, "plan", "DEV", "region", "local", "mongoVersion", "7.0"));
    var ended = get("operations/" + ordered.at("/operation/id").asText() + "?waitSeconds=30");
    if (!ended.path("state").asText().equals("SUCCEEDED")) {
      throw new IllegalStateException("The cluster did not become ready: " + ended);
    }
    return (System.nanoTime() - begin) / 1_000_000;
  }

  private void settle() throws IOException, InterruptedException {
    post("auth/signup", Map.of("email", "b@example.org", "name", "B", "password", PASSWORD));
    var link = link();
    post("auth/verify-email", Map.of("token", link.substring(link.indexOf('=') + 1)));
    token =
        post("auth/login", Map.of("email", "b@example.org", "password", PASSWORD))
            .path("accessToken")
            .asText();
    var org = post("orgs", Map.of("name", "Acme")).path("id").asText();
    var project = post("orgs/" + org + "/projects", Map.of("name", "Shop")).path("id").asText();
    clusters = "projects/" + project + "/clusters";
  }

  private String link() throws IOException, InterruptedException {
    while (true) {
      var mails = get("dev/outbox").path("items");
      if (!mails.isEmpty()) {
        var mail = get("dev/outbox/" + mails.get(0).path("id").asText());
        return mail.path("links").get(0).asText();
      }
      Thread.sleep(50);
    }
  }

  private JsonNode get(String path) throws IOException, InterruptedException {
    return send(request(path).GET());
  }

  private JsonNode post(String path, Map<String, String> body)
      throws IOException, InterruptedException {
    return send(
        request(path)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(JSON.writeValueAsString(body))));
  }

  private HttpRequest.Builder request(String path) {
    var request = HttpRequest.newBuilder(base.resolve(path));
    return token.isEmpty() ? request : request.header("Authorization", authorization());
  }

  private JsonNode send(HttpRequest.Builder request) throws IOException, InterruptedException {
    var answer = client.send(request.build(), BodyHandlers.ofString());
    if (answer.statusCode() >= 400) {
      throw new IllegalStateException(answer.body());
    }
    return answer.body().isEmpty() ? JSON.nullNode() : JSON.readTree(answer.body());
  }
}
