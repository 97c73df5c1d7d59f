package eu.eutlas.benchmarks.chaos;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Speaks to a product that may die in the middle of a sentence. */
final class Client {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String EMAIL = "chaos@example.org";
  private static final String PASSWORD = "a lamp in every window";
  private static final Map<String, String> CREDENTIALS =
      Map.of("email", EMAIL, "password", PASSWORD);
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final HttpClient http = HttpClient.newBuilder().connectTimeout(PATIENCE).build();
  private final URI base;
  private String token = "";

  Client(URI address) {
    this.base = address.resolve("/api/v1/");
  }

  /** What came back. */
  record Answer(int status, JsonNode body) {
    /** Nobody was there to ask: nothing was done. */
    static Answer none() {
      return new Answer(0, JSON.nullNode());
    }

    boolean isSuccess() {
      return status >= 200 && status < 300;
    }

    /** Whether it says what was done. */
    boolean isAnswered() {
      return status >= 200 && status < 500;
    }

    String text(String pointer) {
      return body.at(pointer).asText();
    }
  }

  /** Makes an account, an organization and a project; returns the ids of the two. */
  List<String> settle() throws InterruptedException {
    required("POST", "auth/signup", Map.of("email", EMAIL, "name", "C", "password", PASSWORD));
    var link = link();
    var verification = Map.of("token", link.substring(link.indexOf('=') + 1));
    required("POST", "auth/verify-email", verification);
    logIn();
    var org = required("POST", "orgs", Map.of("name", "Acme")).text("/id");
    var project = required("POST", "orgs/" + org + "/projects", Map.of("name", "Shop")).text("/id");
    return List.of(org, project);
  }

  /** Asks; absent when there is no answer, so that nobody knows whether it was done. */
  Optional<Answer> ask(String method, String path, Map<String, ?> body, String key)
      throws InterruptedException {
    try {
      var answer = send(method, path, body, key);
      if (answer.status() == 401) {
        // Once only: who is killed meanwhile lets nobody in.
        token = "";
        var login = send("POST", "auth/login", CREDENTIALS, "");
        if (!login.isSuccess()) {
          return Optional.of(Answer.none());
        }
        token = login.text("/accessToken");
        answer = send(method, path, body, key);
      }
      return Optional.of(answer);
    } catch (ConnectException e) {
      return Optional.of(Answer.none());
    } catch (IOException | UncheckedIOException e) {
      return Optional.empty();
    }
  }

  Optional<Answer> get(String path) throws InterruptedException {
    return ask("GET", path, Map.of(), "");
  }

  /** Asks until there is a success. */
  Answer required(String method, String path, Map<String, ?> body) throws InterruptedException {
    var end = System.nanoTime() + Duration.ofMinutes(1).toNanos();
    var last = Optional.<Answer>empty();
    while (System.nanoTime() < end) {
      last = ask(method, path, body, "");
      if (last.isPresent() && last.get().isSuccess()) {
        return last.get();
      }
      Thread.sleep(100);
    }
    throw new IllegalStateException(method + " " + path + " has no success: " + last);
  }

  private void logIn() throws InterruptedException {
    token = "";
    token = required("POST", "auth/login", CREDENTIALS).text("/accessToken");
  }

  private String link() throws InterruptedException {
    while (true) {
      var mails = required("GET", "dev/outbox", Map.of()).body().path("items");
      if (!mails.isEmpty()) {
        var mail = required("GET", "dev/outbox/" + mails.get(0).path("id").asText(), Map.of());
        return mail.text("/links/0");
      }
      Thread.sleep(50);
    }
  }

  private Answer send(String method, String path, Map<String, ?> body, String key)
      throws IOException, InterruptedException {
    var request = HttpRequest.newBuilder(base.resolve(path)).timeout(PATIENCE);
    if (!token.isEmpty()) {
      request.header("Authorization", "Bearer " + token);
    }
    if (!key.isEmpty()) {
      request.header("Idempotency-Key", key);
    }
    if (body.isEmpty()) {
      request.method(method, BodyPublishers.noBody());
    } else {
      request.header("Content-Type", "application/json");
      request.method(method, BodyPublishers.ofString(JSON.writeValueAsString(body)));
    }
    var answer = http.send(request.build(), BodyHandlers.ofString());
    return new Answer(
        answer.statusCode(),
        answer.body().isEmpty() ? JSON.nullNode() : JSON.readTree(answer.body()));
  }
}
