package eu.eutlas.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The web console beside the API: pages, files, and what browsers may do with them. */
final class ConsoleTest {
  private static final Pattern NONCE = Pattern.compile("nonce=\"([^\"]+)\"");
  private static Site site;

  @BeforeAll
  static void start() {
    site = Site.start(true);
  }

  @AfterAll
  static void stop() {
    site.close();
  }

  @Test
  void everyRouteOfTheConsoleIsItsFirstPage() throws IOException, InterruptedException {
    for (var route :
        List.of("/", "/index.html", "/login", "/orgs/65f0c0ffee0123456789abcd/", "/@me/a.b")) {
      var page = site.visit(route);

      assertThat(page.status()).as(route).isEqualTo(200);
      assertThat(page.header("Content-Type")).isEqualToIgnoringCase("text/html;charset=utf-8");
      assertThat(page.text()).contains("The first page").doesNotContain("__STYLE_NONCE__");
    }
  }

  @Test
  void aProgramThatAsksForWhatIsNotThereIsToldSo() throws IOException, InterruptedException {
    for (var accept : List.of("*/*", "application/json", "text/html;q=0, */*")) {
      var answer = site.get("/login", "Accept", accept);

      assertThat(answer.status()).as(accept).isEqualTo(404);
      assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
    }
    assertThat(site.get("/").status()).isEqualTo(200);
  }

  @Test
  void neitherTheApiNorMissingAssetsAreEverAPage() throws IOException, InterruptedException {
    for (var path :
        List.of("/api", "/api/", "/api/v1/nothing", "/api/nothing", "/assets/no-1.js")) {
      var answer = site.visit(path);

      assertThat(answer.status()).as(path).isEqualTo(404);
      assertThat(answer.text()).as(path).contains("NOT_FOUND");
      assertThat(answer.header("Cache-Control")).as(path).isEqualTo("no-store");
    }
    assertThat(site.visit("/api/docs").text()).doesNotContain("The first page");
    assertThat(site.visit("/assets").status()).isEqualTo(200);
    assertThat(site.visit("/assets/").status()).isEqualTo(404);
  }

  @Test
  void eachPageHasANonceOfItsOwnAndIsNeverKept() throws IOException, InterruptedException {
    var nonces = new HashSet<String>();
    for (var i = 0; i < 20; i++) {
      var page = site.visit("/");
      var nonce = NONCE.matcher(page.text());
      assertThat(nonce.find()).isTrue();
      nonces.add(nonce.group(1));

      assertThat(page.text()).contains("content=\"" + nonce.group(1) + "\"");
      assertThat(page.header("Content-Security-Policy"))
          .isEqualTo(
              "default-src 'self'; script-src 'self'; style-src 'self' 'nonce-"
                  + nonce.group(1)
                  + "'; img-src 'self' data:; font-src 'self'; connect-src 'self';"
                  + " object-src 'none'; form-action 'self'; base-uri 'none';"
                  + " frame-ancestors 'none'");
      assertThat(page.header("Cache-Control")).isEqualTo("no-store");
      assertThat(page.header("ETag")).isEmpty();
    }
    assertThat(nonces).hasSize(20).allMatch(nonce -> nonce.length() >= 22);
  }

  @Test
  void pagesAndFilesHaveTheHeadersOfEveryExchange() throws IOException, InterruptedException {
    for (var path : List.of("/", Site.SCRIPT, "/favicon.svg", "/assets/none.js")) {
      var answer = site.get(path, "X-Correlation-Id", "trace-1");

      assertThat(answer.header("X-Content-Type-Options")).as(path).isEqualTo("nosniff");
      assertThat(answer.header("X-Frame-Options")).as(path).isEqualTo("DENY");
      assertThat(answer.header("Referrer-Policy")).as(path).isEqualTo("no-referrer");
      assertThat(answer.header("Cross-Origin-Resource-Policy")).as(path).isEqualTo("same-origin");
      assertThat(answer.header("X-Correlation-Id")).as(path).isEqualTo("trace-1");
    }
    var page = site.visit("/");
    assertThat(page.header("Cross-Origin-Opener-Policy")).isEqualTo("same-origin");
    assertThat(page.header("Permissions-Policy")).contains("camera=()");
  }

  @Test
  void onlyThisMachinesNamesGetTheConsoleOfALocalInstallation() throws IOException {
    assertThat(raw("GET / HTTP/1.1\r\nHost: evil.example")).contains("HOST_NOT_ALLOWED");
    assertThat(raw("GET / HTTP/1.1\r\nHost: localhost")).contains("The first page");
    try (var production = Site.start(false)) {
      assertThat(Raw.answer(production.address(), "GET / HTTP/1.1\r\nHost: eutlas.example.net"))
          .contains("The first page");
    }
  }

  @Test
  void nothingOutsideIsReachedAndNothingIsDecoded() throws IOException {
    for (var path :
        List.of(
            "/../outside.txt",
            "/assets/../../outside.txt",
            "/..%2foutside.txt",
            "/%2e%2e/outside.txt",
            "/assets/%2e%2e%2f%2e%2e%2foutside.txt",
            "/..%5coutside.txt",
            "/..\\outside.txt",
            "//outside.txt",
            "/./outside.txt",
            "/;/../outside.txt",
            "/..;/outside.txt",
            "/%00",
            "/favicon.svg%00.html",
            "/%66avicon.svg",
            "/favicon.svg;x=1",
            "/.hidden",
            "/assets/.hidden/x.js",
            "/x/../api/v1/users/me")) {
      var answer = raw("GET " + path + " HTTP/1.1\r\nHost: localhost\r\nAccept: text/html");

      assertThat(answer).as(path).containsPattern("^HTTP/1.1 (400|404) ");
      assertThat(answer).as(path).doesNotContain("Nobody may read", "The first page", "<svg");
    }
  }

  @Test
  void otherMethodsAreRefusedWithThoseThereAre() throws IOException, InterruptedException {
    for (var path : List.of("/", "/login", Site.SCRIPT)) {
      for (var method : List.of("POST", "PUT", "DELETE", "PATCH", "OPTIONS")) {
        var answer = site.ask(method, path);

        assertThat(answer.status()).as(method + path).isEqualTo(405);
        assertThat(answer.header("Allow")).as(method + path).isEqualTo("GET, HEAD");
        assertThat(answer.text()).doesNotContain("The first page");
      }
    }
  }

  private static String raw(String head) throws IOException {
    return Raw.answer(site.address(), head);
  }
}
