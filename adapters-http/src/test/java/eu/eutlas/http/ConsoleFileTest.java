package eu.eutlas.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** How the files of the console are kept, compressed and not sent again. */
final class ConsoleFileTest {
  private static final String GZIP = "gzip, deflate, br, zstd";
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
  void filesWithAHashAreKeptForEverAndOthersForAWhile() throws IOException, InterruptedException {
    for (var path : List.of(Site.SCRIPT, Site.STYLE, Site.FONT)) {
      assertThat(site.get(path).header("Cache-Control"))
          .isEqualTo("public, max-age=31536000, immutable");
    }
    for (var path : List.of("/favicon.svg", "/colour-scheme.js")) {
      assertThat(site.get(path).header("Cache-Control")).isEqualTo("public, max-age=300");
    }
  }

  @Test
  void filesSayWhatTheyAre() throws IOException, InterruptedException {
    assertThat(type(Site.SCRIPT)).isEqualToIgnoringCase("text/javascript;charset=utf-8");
    assertThat(type(Site.STYLE)).isEqualToIgnoringCase("text/css;charset=utf-8");
    assertThat(type(Site.FONT)).isEqualTo("font/woff2");
    assertThat(type("/favicon.svg")).isEqualTo("image/svg+xml");
    assertThat(site.get(Site.SCRIPT).text()).contains("groß");
  }

  @Test
  void textIsSentCompressedToWhoReadsIt() throws IOException, InterruptedException {
    for (var path : List.of(Site.SCRIPT, Site.STYLE)) {
      var packed = site.get(path, "Accept-Encoding", GZIP);
      var plain = site.get(path);

      assertThat(packed.header("Content-Encoding")).isEqualTo("gzip");
      assertThat(packed.header("Vary")).isEqualTo("Accept-Encoding");
      assertThat(packed.header("Content-Length")).isEqualTo("" + packed.sent().length);
      assertThat(packed.sent()).hasSizeLessThan(plain.sent().length / 2);
      assertThat(packed.content()).isEqualTo(Site.file(path));
      assertThat(plain.header("Content-Encoding")).isEmpty();
      assertThat(plain.header("Vary")).isEqualTo("Accept-Encoding");
      assertThat(plain.content()).isEqualTo(Site.file(path));
      assertThat(plain.header("ETag")).isNotEqualTo(packed.header("ETag")).startsWith("\"");
    }
    assertThat(site.get("/", "Accept-Encoding", GZIP).text()).contains("The first page");
  }

  @Test
  void whatIsRefusedOrCompressedAlreadyIsSentAsItIs() throws IOException, InterruptedException {
    for (var encoding : List.of("gzip;q=0", "gzip; Q=0.000, br", "br", "identity", "\"", ";,;")) {
      assertThat(site.get(Site.SCRIPT, "Accept-Encoding", encoding).content())
          .as(encoding)
          .isEqualTo(Site.file(Site.SCRIPT));
      assertThat(site.get(Site.SCRIPT, "Accept-Encoding", encoding).header("Content-Encoding"))
          .as(encoding)
          .isEmpty();
    }
    var font = site.get(Site.FONT, "Accept-Encoding", GZIP);
    assertThat(font.header("Content-Encoding")).isEmpty();
    assertThat(font.header("Vary")).isEmpty();
    assertThat(font.sent()).isEqualTo(Site.file(Site.FONT));
  }

  @Test
  void whoHasAFileIsNotSentItAgain() throws IOException, InterruptedException {
    for (var encoding : List.of(GZIP, "identity")) {
      for (var path : List.of(Site.SCRIPT, "/favicon.svg", Site.FONT)) {
        var tag = site.get(path, "Accept-Encoding", encoding).header("ETag");
        for (var known : List.of(tag, "W/" + tag, "\"other\", " + tag, "\", " + tag, "*")) {
          var again = site.get(path, "Accept-Encoding", encoding, "If-None-Match", known);

          assertThat(again.status()).as(path + known).isEqualTo(304);
          assertThat(again.sent()).isEmpty();
          assertThat(again.header("ETag")).isEqualTo(tag);
          assertThat(again.header("Cache-Control")).startsWith("public");
        }
        var other = site.get(path, "Accept-Encoding", encoding, "If-None-Match", "\"other\"");
        assertThat(other.status()).isEqualTo(200);
        assertThat(other.content()).isEqualTo(Site.file(path));
      }
    }
  }

  @Test
  void headSaysWhatGetWouldAndSendsNothing() throws IOException, InterruptedException {
    for (var path : List.of(Site.SCRIPT, "/favicon.svg", "/")) {
      var got = site.get(path);
      var head = site.ask("HEAD", path);

      assertThat(head.status()).as(path).isEqualTo(200);
      assertThat(head.sent()).isEmpty();
      for (var header : List.of("Content-Length", "Content-Type", "ETag", "Cache-Control")) {
        assertThat(head.header(header)).as(path + header).isEqualTo(got.header(header));
      }
    }
    assertThat(site.ask("HEAD", "/assets/none-0.js").status()).isEqualTo(404);
  }

  @Test
  void aFileIsReadOnceHoweverManyAsk()
      throws IOException, InterruptedException, ExecutionException {
    try (var fresh = Site.start(true);
        var visitors = Executors.newVirtualThreadPerTaskExecutor()) {
      fresh.get(Site.SCRIPT);
      Callable<Integer> visit = () -> fresh.get(Site.SCRIPT, "Accept-Encoding", GZIP).status();
      for (var status : visitors.invokeAll(Collections.nCopies(50, visit))) {
        assertThat(status.get()).isEqualTo(200);
      }
      fresh.get("/assets/none-0.js");
      fresh.visit("/orgs/a/b/c");

      assertThat(fresh.reads())
          .containsExactly("index.html", Site.SCRIPT.substring(1), "assets/none-0.js");
    }
  }

  private static String type(String path) throws IOException, InterruptedException {
    return site.get(path).header("Content-Type");
  }
}
