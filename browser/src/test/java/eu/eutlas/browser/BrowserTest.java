package eu.eutlas.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** That a visit fails when the browser complains, whatever of. */
final class BrowserTest {
  @TempDir static Path pictures;
  private static ProblemSite site;
  private static Browser browser;

  @BeforeAll
  static void open() throws IOException {
    var chromium = Chromium.find();
    assumeTrue(chromium.isPresent(), Chromium.ABSENT);
    site = ProblemSite.open();
    browser = Browser.start(chromium.orElseThrow(), pictures);
  }

  @AfterAll
  static void close() {
    if (browser != null) {
      browser.close();
      site.close();
    }
  }

  @Test
  void aPageWithoutFaultsIsVisitedInEveryLook() throws IOException, InterruptedException {
    for (var look : Look.values()) {
      browser.visit(
          "good",
          site.address(),
          look,
          tab -> {
            tab.open("/good");
            assertThat(tab.page().title()).isEqualTo("A page");
            assertThat(tab.page().evaluate("matchMedia('(prefers-color-scheme: dark)').matches"))
                .isEqualTo(look == Look.DARK);
          });
    }
    assertThat(pictures.resolve("good.png")).doesNotExist();
  }

  @Test
  void hearsWhatThePolicyRefuses() {
    assertThat(faultsOf("/style")).contains("Content Security Policy");
    assertThat(faultsOf("/script")).contains("Content Security Policy");
  }

  @Test
  void hearsErrorsOfThePage() {
    assertThat(faultsOf("/says-error")).contains("console: Something is off");
    assertThat(faultsOf("/throws")).contains("page: ").contains("Nobody caught me");
  }

  @Test
  void hearsRequestsThatFail() {
    assertThat(faultsOf("/missing")).contains("/missing.js 404");
    assertThat(faultsOf("/refused")).contains("ERR_");
  }

  @Test
  void aRequestThatThePageGaveUpIsNoFault() throws IOException, InterruptedException {
    browser.visit("gives-up", site.address(), Look.LIGHT, tab -> tab.open("/gives-up"));
  }

  @Test
  void whatIsExpectedIsNoFault() throws IOException, InterruptedException {
    browser.visit(
        "expected",
        site.address(),
        Look.LIGHT,
        tab -> {
          tab.expect("Something is off");
          tab.open("/says-error");
        });
  }

  @Test
  void eachVisitBeginsAnew() throws IOException, InterruptedException {
    for (var i = 0; i < 2; i++) {
      browser.visit(
          "anew",
          site.address(),
          Look.LIGHT,
          tab -> {
            tab.open("/good");
            assertThat(tab.page().evaluate("localStorage.length + document.cookie.length"))
                .isEqualTo(0);
            tab.page().evaluate("localStorage.setItem('a', 'b'); document.cookie = 'a=b'");
          });
    }
  }

  @Test
  void keepsAPictureOfAVisitThatFailed() {
    assertThatThrownBy(() ->
            browser.visit(
                "failed",
                site.address(),
                Look.PHONE,
                tab -> {
                  tab.open("/good");
                  throw new IllegalStateException("This visit fails.");
                }))
        .isInstanceOf(IllegalStateException.class);

    assertThat(pictures.resolve("failed.png")).isNotEmptyFile();
  }

  @Test
  void findsWhatKeepsPeopleOutUnderAStrictPolicy() throws IOException, InterruptedException {
    browser.visit(
        "accessible",
        site.address(),
        Look.LIGHT,
        tab -> {
          tab.open("/good");
          assertThat(Accessibility.violations(tab)).isEmpty();
          tab.open("/pale");
          assertThat(Accessibility.violations(tab))
              .anyMatch(violation -> violation.startsWith("color-contrast"))
              .anyMatch(violation -> violation.startsWith("image-alt"));
        });
  }

  @Test
  void aChromiumThatIsNamedIsTheOneOrThereIsNone() {
    assertThat(Chromium.find("/nowhere/chromium", null)).isEmpty();
    assertThat(Chromium.find(null, null)).isEqualTo(Chromium.find(" ", ""));
    assertThat(Chromium.find("/bin/sh", null)).contains(Path.of("/bin/sh"));
  }

  private static String faultsOf(String path) {
    try {
      browser.visit(
          path.substring(1),
          site.address(),
          Look.LIGHT,
          tab -> {
            tab.open(path);
            // What goes wrong is heard a little after the page has loaded; on a busy machine,
            // later.
            tab.page().waitForTimeout(500);
          });
      return "";
    } catch (FaultsException e) {
      return String.valueOf(e.getMessage());
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
