package eu.eutlas.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What every exchange has, and how the doors are kept. */
final class ExchangeTest {
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

  private static String raw(String head) throws IOException {
    return Raw.answer(api.nobody().address(), head);
  }

  private static Client client() {
    return tenant.owner().client();
  }
}
