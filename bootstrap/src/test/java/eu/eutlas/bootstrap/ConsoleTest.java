package eu.eutlas.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import eu.eutlas.browser.Accessibility;
import eu.eutlas.browser.Browser;
import eu.eutlas.browser.Chromium;
import eu.eutlas.browser.Look;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What somebody meets who opens the address that the product printed. */
class ConsoleTest {
  @TempDir static Path folder;
  private static RunningProduct product;

  @BeforeAll
  static void start() throws IOException {
    product = RunningProduct.start(folder.resolve("data"), Map.of());
  }

  @AfterAll
  static void stop() {
    product.close();
  }

  @Test
  void aPageIsAtTheAddressThatIsPrinted() throws IOException, InterruptedException {
    try (var client = HttpClient.newHttpClient()) {
      var request = HttpRequest.newBuilder(product.address().resolve("/")).build();
      var page = client.send(request, BodyHandlers.ofString());

      assertThat(page.statusCode()).isEqualTo(200);
      assertThat(page.headers().firstValue("Content-Type").orElse("")).startsWith("text/html");
      assertThat(page.body()).contains("EUTLAS").doesNotContain("__STYLE_NONCE__");
    }
  }

  @Test
  void aBrowserComplainsOfNothingAndNobodyIsKeptOut() throws IOException, InterruptedException {
    var chromium = Chromium.find();
    assumeTrue(chromium.isPresent(), Chromium.ABSENT);
    try (var browser = Browser.start(chromium.orElseThrow(), Path.of("target", "pictures"))) {
      for (var look : Look.values()) {
        browser.visit(
            "first-page-" + look,
            product.address(),
            look,
            tab -> {
              tab.open("/");
              tab.page().locator("h1").first().waitFor();
              assertThat(Accessibility.violations(tab)).as(look.name()).isEmpty();
            });
      }
    }
  }
}
