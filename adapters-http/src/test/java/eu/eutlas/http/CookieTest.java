package eu.eutlas.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Where refresh tokens are kept. */
final class CookieTest {
  private static Api api;

  @BeforeAll
  static void start() {
    api = Api.start();
  }

  @AfterAll
  static void stop() {
    api.close();
  }

  @Test
  void theConsoleGetsACookieThatScriptsCannotReadAndNothingInTheBody() {
    var reply = consoleLogin(api, api.unverified().email());

    assertThat(reply.json().get("refreshToken").isNull()).isTrue();
    assertThat(reply.header("Set-Cookie"))
        .startsWith("eutlas_refresh=")
        .containsIgnoringCase("HttpOnly")
        .containsIgnoringCase("SameSite=Strict")
        .contains("Path=/api/v1/auth")
        .contains("Max-Age=2592000")
        .doesNotContainIgnoringCase("Secure");
  }

  @Test
  void anHttpsInstallationMarksItSecure() {
    var settings =
        new HttpSettings(URI.create("https://eutlas.example.org"), false, Duration.ofSeconds(1));
    try (var secure = Api.start(settings, Optional.empty())) {
      var reply = consoleLogin(secure, secure.unverified().email());

      assertThat(reply.header("Set-Cookie")).contains(";Secure;");
    }
  }

  @Test
  void aProgramGetsItsTokenInTheBodyAndNoCookie() {
    var reply = api.logIn(api.unverified().email());

    assertThat(reply.text("refreshToken")).isNotEmpty();
    assertThat(reply.header("Set-Cookie")).isEmpty();
    assertThat(reply.json().path("expiresIn").asInt()).isEqualTo(900);
    assertThat(reply.json().path("user").path("verified").asBoolean()).isFalse();
  }

  @Test
  void theCookieIsExchangedForNewTokensWithoutABody() {
    var cookie = cookie(consoleLogin(api, api.unverified().email()));

    var reply = refresh(cookie, "same-origin");

    assertThat(reply.status()).as(reply.body()).isEqualTo(200);
    assertThat(reply.json().get("refreshToken").isNull()).isTrue();
    assertThat(cookie(reply)).isNotEqualTo(cookie);
    var client = api.nobody().as(reply.text("accessToken"));
    assertThat(client.get("/users/me").status()).isEqualTo(200);
  }

  @Test
  void theCookieCountsOnlyForItsOwnOrigin() {
    var cookie = cookie(consoleLogin(api, api.unverified().email()));

    assertThat(refresh(cookie, "same-site").code()).isEqualTo("UNAUTHENTICATED");
    assertThat(refresh(cookie, "cross-site").code()).isEqualTo("UNAUTHENTICATED");
    assertThat(refresh(cookie, "none").status()).isEqualTo(200);
  }

  @Test
  void aTokenInTheBodyIsExchangedToo() {
    var token = api.logIn(api.unverified().email()).text("refreshToken");

    var reply = api.nobody().post("/auth/refresh", Map.of("refreshToken", token));

    assertThat(reply.text("refreshToken")).isNotEmpty().isNotEqualTo(token);
  }

  @Test
  void withoutATokenNobodyIsRefreshed() {
    assertThat(api.nobody().post("/auth/refresh").status()).isEqualTo(401);
    assertThat(api.nobody().post("/auth/refresh", "{}").status()).isEqualTo(401);
    assertThat(api.nobody().post("/auth/refresh", Map.of("refreshToken", "nonsense")).code())
        .isEqualTo("SESSION_ENDED");
  }

  @Test
  void loggingOutClearsTheCookieAndEndsTheSession() {
    var login = consoleLogin(api, api.unverified().email());

    var reply = api.nobody().as(login.text("accessToken")).post("/auth/logout");

    assertThat(reply.status()).isEqualTo(204);
    assertThat(reply.header("Set-Cookie")).startsWith("eutlas_refresh=;").contains("Max-Age=0");
    assertThat(refresh(cookie(login), "same-origin").code()).isEqualTo("SESSION_ENDED");
  }

  private static Client.Reply consoleLogin(Api api, String email) {
    return api.nobody()
        .post("/auth/login", Map.of("email", email, "password", Api.PASSWORD, "client", "console"));
  }

  private static Client.Reply refresh(String cookie, String site) {
    var nobody = api.nobody();
    return nobody.send(
        nobody
            .request("POST", "/auth/refresh")
            .header("Cookie", cookie)
            .header("Sec-Fetch-Site", site));
  }

  private static String cookie(Client.Reply reply) {
    var header = reply.header("Set-Cookie");
    return header.substring(0, header.indexOf(';'));
  }
}
