package eu.eutlas.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import eu.eutlas.http.problem.ProblemAnswers;
import eu.eutlas.testkit.fault.Fault;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/** Everything that is not a success, and what every answer has. */
final class ProblemTest {
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

  @AfterEach
  void heal() {
    api.world().faults().heal();
    api.world().dataPlane().reachable(true);
  }

  @Test
  void anUnknownRouteIsAProblem() {
    for (var path : List.of("/nothing", "/api/v2/orgs", "/orgs/x/y/z", "/api/")) {
      assertThat(client().get(path).code()).as(path).isEqualTo("NOT_FOUND");
    }
  }

  @Test
  void anotherMethodIsAProblemThatNamesTheAllowedOnes() {
    var reply = client().delete("/orgs");

    assertThat(reply.status()).isEqualTo(405);
    assertThat(reply.code()).isEqualTo("METHOD_NOT_ALLOWED");
    assertThat(reply.header("Allow")).contains("GET", "POST");
    assertThat(client().send(client().request("TRACE", "/orgs")).status()).isEqualTo(405);
  }

  @Test
  void anotherMediaTypeThanThereIsIsAProblem() {
    var reply = client().send(client().request("GET", "/orgs").header("Accept", "image/png"));

    assertThat(reply.status()).isEqualTo(406);
    assertThat(reply.code()).isEqualTo("NOT_ACCEPTABLE");
  }

  @Test
  void headAndOptionsAreAnswered() {
    var head = client().send(client().request("HEAD", "/orgs"));
    var options = client().send(client().request("OPTIONS", "/orgs"));

    assertThat(head.status()).isEqualTo(200);
    assertThat(head.body()).isEmpty();
    assertThat(options.status()).isBetween(200, 204);
    assertThat(options.header("Allow")).contains("GET", "POST");
    assertThat(options.headers().map().keySet())
        .noneMatch(name -> name.toLowerCase(Locale.ROOT).startsWith("access-control"));
  }

  @Test
  void anOutageIsSaidWithoutItsCause() {
    api.world().faults().always("find", Fault.UNAVAILABLE);

    var reply = client().get("/orgs/" + tenant.org());

    assertThat(reply.status()).isEqualTo(503);
    assertThat(reply.code()).isEqualTo("UNAVAILABLE");
    assertThat(reply.header("Retry-After")).isEqualTo("5");
    assertThat(reply.body()).doesNotContain("made to fail", "INJECTED");
  }

  @Test
  void aLostAnswerIsSaidToBeOne() {
    api.world().faults().next("insert", Fault.ANSWER_LOST);

    var reply = client().post("/orgs", Map.of("name", "Lost"));

    assertThat(reply.status()).isEqualTo(503);
    assertThat(reply.code()).isEqualTo("OUTCOME_UNKNOWN");
    assertThat(reply.header("Retry-After")).isEqualTo("5");
    assertThat(reply.body()).doesNotContain("INJECTED");
  }

  @Test
  void aBugIsLoggedOnceUnderItsCorrelationIdAndTellsNothing() {
    var logged = new Logged();
    logged.start();
    var logger = (Logger) LoggerFactory.getLogger(ProblemAnswers.class);
    logger.addAppender(logged);
    logger.setAdditive(false);
    api.world().breakNext("a marked cause: s3cret at db.internal:27017");

    var reply = client().send(client().request("GET", "/orgs").header("X-Correlation-Id", "bug-1"));

    logger.detachAppender(logged);
    logger.setAdditive(true);
    assertThat(reply.status()).isEqualTo(500);
    assertThat(reply.code()).isEqualTo("INTERNAL");
    assertThat(reply.text("correlationId")).isEqualTo("bug-1");
    assertThat(reply.body()).doesNotContain("s3cret", "Exception", "eutlas.application");
    assertThat(logged.lines).containsExactly("ERROR bug-1");
  }

  @Test
  void aSaneCorrelationIdIsKeptFromTheRequestToTheEvent() {
    var request =
        client()
            .request("POST", "/orgs", "{\"name\":\"Correlated\"}")
            .header("X-Correlation-Id", "my.trace_1-x");

    var reply = client().send(request);
    var path = "/orgs/" + reply.text("id") + "/events";
    await().until(() -> !client().get(path).json().path("items").isEmpty());
    var events = client().get(path).json();

    assertThat(reply.header("X-Correlation-Id")).isEqualTo("my.trace_1-x");
    assertThat(events.at("/items/0/correlationId").asText()).isEqualTo("my.trace_1-x");
    assertThat(events.at("/items/0/actor/address").asText()).isEqualTo("127.0.0.1");
  }

  @Test
  void anInsaneCorrelationIdIsReplaced() {
    for (var insane : List.of("two words", "x".repeat(65), "<script>")) {
      var reply =
          client().send(client().request("GET", "/orgs").header("X-Correlation-Id", insane));

      assertThat(reply.header("X-Correlation-Id")).isNotEqualTo(insane).matches("[0-9a-f-]{36}");
    }
  }

  @Test
  void everyAnswerHasTheHeadersThatBrowsersKeepTo() {
    for (var path : List.of("/orgs", "/nothing", "/api/openapi.json", "/api/docs")) {
      var reply = client().get(path);

      assertThat(reply.header("X-Content-Type-Options")).as(path).isEqualTo("nosniff");
      assertThat(reply.header("Referrer-Policy")).as(path).isEqualTo("no-referrer");
      assertThat(reply.header("X-Frame-Options")).as(path).isEqualTo("DENY");
      assertThat(reply.header("Content-Security-Policy"))
          .as(path)
          .contains("default-src 'none'")
          .contains("frame-ancestors 'none'");
      assertThat(reply.headers().allValues("Content-Security-Policy")).hasSize(1);
      assertThat(reply.header("Server")).isEmpty();
    }
    assertThat(client().get("/orgs").header("Cache-Control")).isEqualTo("no-store");
  }

  @Test
  void theSchemeOfATokenIsReadInAnyCase() {
    var token = client().token().orElseThrow();

    for (var scheme : List.of("bearer ", "BEARER ", "Bearer   ")) {
      assertThat(me(scheme + token).status()).as(scheme).isEqualTo(200);
    }
    for (var wrong : List.of(token, "Basic " + token, "Bearer", "Bearer ", "Bearer x.y.z")) {
      assertThat(me(wrong).status()).as(wrong).isEqualTo(401);
    }
    assertThat(api.nobody().get("/users/me?access_token=" + token).status()).isEqualTo(401);
  }

  @Test
  void onlyThisMachinesNamesAreAnsweredUnder() throws IOException {
    for (var host :
        List.of(
            "localhost",
            "127.0.0.1:80",
            "[::1]:8080",
            "[::1]",
            "LOCALHOST:1",
            "eutlas.example.org")) {
      assertThat(raw("GET /api/v1/users/me HTTP/1.1\r\nHost: " + host)).as(host).contains(" 401 ");
    }
    for (var host :
        List.of(
            "evil.example",
            "localhost.evil.example",
            "127.0.0.1.evil.example:80",
            "evil@localhost")) {
      assertThat(raw("GET /api/v1/users/me HTTP/1.1\r\nHost: " + host))
          .as(host)
          .containsAnyOf("HOST_NOT_ALLOWED", " 400 ");
    }
    assertThat(raw("GET /api/v1/users/me HTTP/1.0")).contains("HOST_NOT_ALLOWED");
  }

  @Test
  void whatJettyRefusesIsAProblemToo() throws IOException {
    assertThat(raw("GET /api/v1/%2e%2e%2f/x HTTP/1.1\r\nHost: localhost"))
        .contains("application/problem+json");
    assertThat(raw("GET /api/v1/orgs HTTP/1.1\r\nHost: localhost\r\nX: " + "x".repeat(20_000)))
        .contains(" 431 ");
  }

  @Test
  void aBodyAgainstAClosedDoorCanBeAnsweredTo() {
    var big = "{\"name\":\"" + "x".repeat(3 * 1024 * 1024) + "\"}";

    assertThat(api.nobody().post("/orgs", big).status()).isEqualTo(401);
    assertThat(client().post("/nothing", big).status()).isEqualTo(404);
  }

  @Test
  void waitingEndsWithTheOperationOrTheTime() {
    api.world().dataPlane().reachable(false);
    var ordered = api.order(tenant.owner(), tenant.project());
    var operation = ordered.json().at("/operation/id").asText();

    var begin = System.nanoTime();
    var reply = client().get("/operations/" + operation + "?waitSeconds=1");

    assertThat(reply.text("state")).isEqualTo("RUNNING");
    assertThat((System.nanoTime() - begin) / 1_000_000).isBetween(900L, 20_000L);
    assertThat(reply.json().path("attempts").asInt()).isPositive();
    assertThat(reply.json().at("/error/class").asText()).isEqualTo("TRANSIENT");
    assertThat(reply.json().at("/error/retryable").asBoolean()).isTrue();
    assertThat(reply.json().get("endedAt").isNull()).isTrue();
    var notReady =
        client()
            .get(
                "/projects/"
                    + tenant.project()
                    + "/clusters/"
                    + ordered.text("id")
                    + "/credentials");
    assertThat(notReady.code()).isEqualTo("NOT_READY");
    assertThat(notReady.text("operationId")).isEqualTo(operation);
  }

  @Test
  void mailsOfLocalModeAreReadableThereAndNowhereElse() {
    var list = api.nobody().get("/dev/outbox").json();
    var mail = api.nobody().get("/dev/outbox/" + Mails.ID).json();

    assertThat(list.at("/items/0/subject").asText()).isEqualTo("Verify your e-mail address");
    assertThat(list.at("/items/0").has("text")).isFalse();
    assertThat(mail.at("/links/0").asText()).contains("token=abc");
    var production =
        new HttpSettings(URI.create("https://eutlas.example.org"), false, Duration.ofSeconds(1));
    try (var other = Api.start(production, Optional.of(new Mails()))) {
      assertThat(other.nobody().get("/dev/outbox").status()).isEqualTo(404);
    }
  }

  @Test
  void theDocumentIsServedAndThePageAsksNobodyElse() {
    var document = api.nobody().get("/api/openapi.json");
    var page = api.nobody().get("/api/docs");

    assertThat(document.text("openapi")).isEqualTo("3.1.0");
    assertThat(page.header("Content-Type")).startsWith("text/html");
    for (var file : List.of("/api/docs/docs.js", "/api/docs/docs.css")) {
      assertThat(page.body()).contains(file);
      assertThat(api.nobody().get(file).status()).isEqualTo(200);
      assertThat(api.nobody().get(file).body()).doesNotContain("http:", "https:", "innerHTML");
    }
    assertThat(page.body()).doesNotContain("http:", "https:");
  }

  private static Client.Reply me(String authorization) {
    var nobody = api.nobody();
    return nobody.send(nobody.request("GET", "/users/me").header("Authorization", authorization));
  }

  /** What a client that writes its own headers gets. */
  private static String raw(String head) throws IOException {
    try (var socket = new Socket("127.0.0.1", api.nobody().address().getPort())) {
      socket.setSoTimeout(5000);
      var out = socket.getOutputStream();
      out.write((head + "\r\nConnection: close\r\n\r\n").getBytes(StandardCharsets.ISO_8859_1));
      out.flush();
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static Client client() {
    return tenant.owner().client();
  }

  /** Keeps what is logged with what the logging thread knew at that moment. */
  private static final class Logged extends AppenderBase<ILoggingEvent> {
    private final List<String> lines = new CopyOnWriteArrayList<>();

    @Override
    protected void append(ILoggingEvent event) {
      lines.add(event.getLevel() + " " + MDC.get("correlationId"));
    }
  }
}
