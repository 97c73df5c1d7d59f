package eu.eutlas.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import eu.eutlas.http.problem.ErrorCodes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** A program that speaks to the API. */
record Client(URI address, Optional<String> token) {
  private static final HttpClient HTTP = HttpClient.newHttpClient();
  static final ObjectMapper JSON = new ObjectMapper();

  /** What came back. */
  record Reply(int status, java.net.http.HttpHeaders headers, String body) {
    JsonNode json() {
      return Client.json(body);
    }

    String header(String name) {
      return headers.firstValue(name).orElse("");
    }

    String text(String field) {
      return json().path(field).asText();
    }

    String code() {
      return text("code");
    }
  }

  Client as(String accessToken) {
    return new Client(address, Optional.of(accessToken));
  }

  Client asNobody() {
    return new Client(address, Optional.empty());
  }

  Reply get(String path) {
    return send(request("GET", path));
  }

  Reply delete(String path) {
    return send(request("DELETE", path));
  }

  Reply post(String path, String json) {
    return send(request("POST", path, json));
  }

  Reply post(String path) {
    return send(request("POST", path));
  }

  Reply post(String path, Map<String, ?> json) {
    return post(path, write(json));
  }

  Reply put(String path, Map<String, ?> json) {
    return send(request("PUT", path, write(json)));
  }

  Reply patch(String path, String json) {
    return send(request("PATCH", path, json));
  }

  HttpRequest.Builder request(String method, String path, String json) {
    return request(method, path)
        .header("Content-Type", "application/json")
        .method(method, HttpRequest.BodyPublishers.ofString(json));
  }

  HttpRequest.Builder request(String method, String path) {
    var builder =
        HttpRequest.newBuilder(address.resolve(path.startsWith("/api") ? path : "/api/v1" + path))
            .timeout(Duration.ofSeconds(40))
            .method(method, HttpRequest.BodyPublishers.noBody());
    token.ifPresent(given -> builder.header("Authorization", "Bearer " + given));
    return builder;
  }

  Reply send(HttpRequest.Builder request) {
    return checked(send(request, HttpResponse.BodyHandlers.ofString()));
  }

  /**
   * Sends on a connection of its own: after a request that is no HTTP the server ends the
   * connection, and a request that follows on it is lost.
   */
  Reply sendAlone(HttpRequest.Builder request) {
    try (var alone = HttpClient.newHttpClient()) {
      return checked(exchange(alone, request, HttpResponse.BodyHandlers.ofString()));
    }
  }

  private static Reply checked(HttpResponse<String> sent) {
    var reply = new Reply(sent.statusCode(), sent.headers(), sent.body());
    if (reply.status() >= 400 && !reply.body().isEmpty()) {
      requireProblem(reply);
    }
    return reply;
  }

  /** Every failure is a problem with a code that is in the table, wherever it comes from. */
  static void requireProblem(Reply reply) {
    assertThat(reply.header("Content-Type")).as(reply.body()).isEqualTo("application/problem+json");
    assertThat(ErrorCodes.all())
        .as(reply.body())
        .extracting(code -> code.code() + " " + code.status())
        .contains(reply.code() + " " + reply.status());
    assertThat(reply.text("correlationId")).isEqualTo(reply.header("X-Correlation-Id"));
    assertThat(reply.json().path("status").asInt()).isEqualTo(reply.status());
  }

  <T> HttpResponse<T> send(HttpRequest.Builder request, HttpResponse.BodyHandler<T> body) {
    return exchange(HTTP, request, body);
  }

  private static <T> HttpResponse<T> exchange(
      HttpClient http, HttpRequest.Builder request, HttpResponse.BodyHandler<T> body) {
    try {
      return http.send(request.build(), body);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  static JsonNode json(String text) {
    try {
      return JSON.readTree(text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static String write(Object json) {
    try {
      return JSON.writeValueAsString(json);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
