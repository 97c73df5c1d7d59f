package eu.eutlas.bootstrap;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.NullNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;

/** The API as a program uses it. */
final class Rest {
  private static final HttpClient CLIENT = HttpClient.newHttpClient();
  private static final ObjectMapper JSON = new ObjectMapper();

  private final URI base;
  private final String token;

  private Rest(URI base, String token) {
    this.base = base;
    this.token = token;
  }

  static Rest at(URI address) {
    return new Rest(address.resolve("/api/v1/"), "");
  }

  /** The same, as somebody. */
  Rest as(String accessToken) {
    return new Rest(base, accessToken);
  }

  Answer get(String path) throws IOException, InterruptedException {
    return send(request(path).GET());
  }

  Answer post(String path, Map<String, ?> body) throws IOException, InterruptedException {
    return send(
        request(path)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(JSON.writeValueAsString(body))));
  }

  Answer patch(String path, Map<String, ?> body) throws IOException, InterruptedException {
    return send(
        request(path)
            .header("Content-Type", "application/json")
            .method("PATCH", BodyPublishers.ofString(JSON.writeValueAsString(body))));
  }

  Answer delete(String path) throws IOException, InterruptedException {
    return send(request(path).DELETE());
  }

  /** A status with its JSON, and the id that follows the work. */
  record Answer(int status, JsonNode body, String correlationId) {
    String text(String field) {
      return body.path(field).asText();
    }
  }

  private HttpRequest.Builder request(String path) {
    var request = HttpRequest.newBuilder(base.resolve(path));
    return token.isEmpty() ? request : request.header("Authorization", "Bearer " + token);
  }

  private static Answer send(HttpRequest.Builder request) throws IOException, InterruptedException {
    var response = CLIENT.send(request.build(), BodyHandlers.ofString());
    var body = response.body();
    return new Answer(
        response.statusCode(),
        body.isEmpty() ? NullNode.getInstance() : JSON.readTree(body),
        response.headers().firstValue("X-Correlation-Id").orElse(""));
  }
}
