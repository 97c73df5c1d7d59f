package eu.eutlas.benchmarks.console;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.gson.JsonObject;
import com.microsoft.playwright.options.RequestOptions;
import eu.eutlas.benchmarks.product.StartedProduct;
import eu.eutlas.browser.Browser;
import eu.eutlas.browser.Chromium;
import eu.eutlas.browser.Journey;
import eu.eutlas.browser.Look;
import eu.eutlas.browser.Tab;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.time.Instant;
import java.util.Map;

/**
 * What the login page costs and how soon it is there on a slow machine, how soon a change of state
 * is seen after its event, and what the browser complains of on the way.
 *
 * <p>Command, from the root: {@code benchmarks/run console.Figures}
 */
public final class Figures {
  private static final String EMAIL = "you@example.org";
  private static final String PASSWORD = "a lamp in every window";
  private static final int SLOWED = 4;
  private static final int SETTLING_MILLIS = 2_000;
  private static final ObjectMapper JSON = new ObjectMapper();

  private static final String TRANSFERRED =
      "performance.getEntriesByType('navigation').concat(performance.getEntriesByType('resource'))"
          + ".reduce((sum, entry) => sum + entry.encodedBodySize, 0)";
  private static final String LARGEST_PAINT =
      "() => new Promise(done => new PerformanceObserver(list =>"
          + " done(list.getEntries().at(-1).startTime))"
          + ".observe({type: 'largest-contentful-paint', buffered: true}))";

  private Figures() {}

  public static void main(String[] arguments) throws IOException, InterruptedException {
    var chromium = Chromium.find().orElseThrow(() -> new IllegalStateException(Chromium.ABSENT));
    var folder = Files.createTempDirectory("eutlas-figures");
    try (var product = StartedProduct.start(folder.resolve("data"), Map.of());
        var browser = Browser.start(chromium, folder)) {
      browser.visit("login", product.address(), Look.LIGHT, Figures::login);
      browser.visit("slow", product.address(), Look.LIGHT, Figures::slowLogin);
      browser.visit(
          "journey", product.address(), Look.LIGHT, tab -> journey(tab, product.address()));
    }
  }

  private static void login(Tab tab) {
    tab.open("/login");
    tab.page().waitForTimeout(SETTLING_MILLIS);
    var bytes = ((Number) tab.page().evaluate(TRANSFERRED)).longValue();
    System.out.printf("login page: %d KB as sent%n", Math.round(bytes / 1_000.0));
  }

  private static void slowLogin(Tab tab) {
    var rate = new JsonObject();
    rate.addProperty("rate", SLOWED);
    tab.instruments().send("Emulation.setCPUThrottlingRate", rate);
    tab.open("/login");
    tab.page().waitForTimeout(SETTLING_MILLIS);
    var millis = ((Number) tab.page().evaluate(LARGEST_PAINT)).longValue();
    System.out.printf("largest paint with the CPU slowed %d times: %d ms%n", SLOWED, millis);
  }

  private static void journey(Tab tab, URI site) throws IOException {
    var begin = System.nanoTime();
    var journey = new Journey(tab, EMAIL, PASSWORD);
    journey.signUp("You");
    journey.verify();
    journey.logIn();
    var seconds = (System.nanoTime() - begin) / 1_000_000_000.0;
    journey.createOrganization("Acme");
    journey.createProject("Shop");
    journey.createCluster("shop-db");
    journey.awaitReady();
    var seen = Instant.now();
    var late = seen.toEpochMilli() - becameReady(tab, site).toEpochMilli();
    System.out.printf("signed up and on the dashboard: %.1f s%n", seconds);
    System.out.printf("ready is seen: %d ms after its event%n", late);
    journey.copyConnectionString();
    journey.closeDialog();
    journey.openPart("Events");
    journey.openPart("Settings");
    journey.deleteCluster("shop-db");
    System.out.printf("complaints of the browser: %d%n", tab.faults().size());
  }

  /** When the event says that it was; both clocks are this machine's. */
  private static Instant becameReady(Tab tab, URI site) throws IOException {
    var requests = tab.page().context().request();
    var api = site.resolve("/api/v1/").toString();
    var login =
        JSON.readTree(
            requests
                .post(
                    api + "auth/login",
                    RequestOptions.create().setData(Map.of("email", EMAIL, "password", PASSWORD)))
                .text());
    var asOwner =
        RequestOptions.create()
            .setHeader("Authorization", "Bearer " + login.path("accessToken").asText());
    var org = JSON.readTree(requests.get(api + "orgs", asOwner).text()).at("/items/0/id").asText();
    var events =
        JSON.readTree(
            requests.get(api + "orgs/" + org + "/events?type=CLUSTER_READY", asOwner).text());
    return Instant.parse(events.at("/items/0/createdAt").asText());
  }
}
