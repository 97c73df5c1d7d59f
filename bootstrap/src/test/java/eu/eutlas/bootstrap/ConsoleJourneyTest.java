package eu.eutlas.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.options.AriaRole;
import com.mongodb.client.MongoClients;
import eu.eutlas.browser.Accessibility;
import eu.eutlas.browser.Browser;
import eu.eutlas.browser.Chromium;
import eu.eutlas.browser.Journey;
import eu.eutlas.browser.Look;
import eu.eutlas.browser.Tab;
import eu.eutlas.browser.Tour;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import org.bson.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The console as a person meets it: from signing up to a cluster and its end. */
class ConsoleJourneyTest {
  private static final Duration TO_THE_DASHBOARD = Duration.ofMinutes(1);
  @TempDir static Path folder;
  private static Browser browser;

  @BeforeAll
  static void open() {
    var chromium = Chromium.find();
    assumeTrue(chromium.isPresent(), Chromium.ABSENT);
    browser = Browser.start(chromium.orElseThrow(), Path.of("target", "pictures"));
  }

  @AfterAll
  static void close() {
    if (browser != null) {
      browser.close();
    }
  }

  @Test
  void somebodySignsUpUsesAClusterAndDeletesIt() throws IOException, InterruptedException {
    try (var product = RunningProduct.start(folder.resolve("whole"), Map.of())) {
      browser.visit("journey", product.address(), Look.LIGHT, ConsoleJourneyTest::travel);
    }
  }

  @Test
  void everyPageLetsEverybodyInAndFitsAPhone() throws IOException, InterruptedException {
    try (var product = RunningProduct.start(folder.resolve("pages"), Map.of())) {
      for (var look : Look.values()) {
        browser.visit("pages-" + look, product.address(), look, tab -> inspectEveryPage(tab, look));
      }
    }
  }

  @Test
  void aCutNetworkAndARestartLoseNothing() throws IOException, InterruptedException {
    var data = folder.resolve("restarted");
    try (var product = RunningProduct.start(data, Map.of())) {
      var port = String.valueOf(product.address().getPort());
      browser.visit(
          "restarted",
          product.address(),
          Look.LIGHT,
          tab -> {
            tab.expect("ERR_|Failed to load resource");
            var journey = settle(tab, "patient@example.org");
            tab.cutOff(true);
            tab.page().waitForTimeout(2_000);
            tab.cutOff(false);
            journey.createCluster("shop-db");
            product.kill();
            try (var again = RunningProduct.start(data, Map.of("EUTLAS_HTTP_PORT", port))) {
              assertThat(again.address()).isEqualTo(product.address());
              journey.awaitReady();
            }
          });
    }
  }

  private static void travel(Tab tab) {
    var begin = System.nanoTime();
    var journey = new Journey(tab, "dev@example.org", Person.PASSWORD);
    journey.signUp("Somebody");
    journey.verify();
    journey.logIn();
    assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(TO_THE_DASHBOARD);
    journey.createOrganization("Acme");
    journey.createProject("Shop");
    tab.page().evaluate("window.notReloaded = true");
    journey.createCluster("shop-db");
    journey.badge("Creating").or(journey.badge("Ready")).first().waitFor();
    journey.awaitReady();
    use(journey.copyConnectionString());
    journey.closeDialog();
    journey.openPart("Events");
    tab.page().getByText("is ready").first().waitFor();
    assertThat(tab.page().evaluate("window.notReloaded")).isEqualTo(true);
    journey.openPart("Settings");
    journey.deleteCluster("shop-db");
    journey.badge("Deleting").or(tab.page().getByText("deleted")).first().waitFor();
  }

  private static void inspectEveryPage(Tab tab, Look look) {
    var who = look.name().toLowerCase(Locale.ROOT);
    new Tour(tab, who, Person.PASSWORD, page -> inspect(tab, page)).walk();
  }

  private static Journey settle(Tab tab, String email) {
    var journey = new Journey(tab, email, Person.PASSWORD);
    journey.signUp("Somebody");
    journey.verify();
    journey.logIn();
    journey.createOrganization("Acme");
    journey.createProject("Shop");
    return journey;
  }

  private static void inspect(Tab tab, String page) {
    tab.page().getByRole(AriaRole.HEADING).first().waitFor();
    assertThat(Accessibility.violations(tab)).as(page).isEmpty();
    assertThat(tab.page().evaluate("document.documentElement.scrollWidth <= innerWidth"))
        .as(page + " is not wider than its screen")
        .isEqualTo(true);
  }

  private static void use(String connectionString) {
    try (var client = MongoClients.create(connectionString)) {
      var things = client.getDatabase("shop").getCollection("things");
      things.insertOne(new Document("_id", 1));
      assertThat(things.countDocuments()).isEqualTo(1);
    }
  }
}
