package eu.eutlas.benchmarks.console;

import com.microsoft.playwright.options.AriaRole;
import eu.eutlas.benchmarks.product.StartedProduct;
import eu.eutlas.browser.Browser;
import eu.eutlas.browser.Chromium;
import eu.eutlas.browser.Journey;
import eu.eutlas.browser.Look;
import eu.eutlas.browser.Tab;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;

/**
 * Pictures of every page, light, dark and on a phone, as somebody sees them on the way from signing
 * up to the end of a cluster.
 *
 * <p>Command, from the root: {@code benchmarks/run console.Screenshots FOLDER}
 */
public final class Screenshots {
  private static final String PASSWORD = "a lamp in every window";
  private static final int SETTLING_MILLIS = 500;

  private final Tab tab;
  private final Path folder;
  private final Look look;
  private int number;

  private Screenshots(Tab tab, Path folder, Look look) {
    this.tab = tab;
    this.folder = folder;
    this.look = look;
  }

  public static void main(String[] arguments) throws IOException, InterruptedException {
    if (arguments.length != 1) {
      throw new IllegalArgumentException("Say into which folder: console.Screenshots FOLDER");
    }
    var folder = Files.createDirectories(Path.of(arguments[0]));
    var chromium = Chromium.find().orElseThrow(() -> new IllegalStateException(Chromium.ABSENT));
    var data = Files.createTempDirectory("eutlas-screenshots").resolve("data");
    try (var product = StartedProduct.start(data, Map.of());
        var browser = Browser.start(chromium, folder)) {
      for (var look : Look.values()) {
        browser.visit(
            "failed-" + look,
            product.address(),
            look,
            tab -> new Screenshots(tab, folder, look).walk());
      }
    }
    System.out.println("The pictures are in " + folder.toAbsolutePath());
  }

  private void walk() {
    var journey = new Journey(tab, word() + "@example.org", PASSWORD);
    for (var page : new String[] {"login", "signup", "resend-verification", "nowhere"}) {
      tab.open("/" + page);
      keep(page);
    }
    journey.signUp("You");
    keep("check-mail");
    tab.open("/dev/outbox");
    keep("outbox");
    journey.openMail();
    keep("mail");
    journey.followMail();
    keep("verified");
    journey.logIn();
    keep("home-empty");
    tab.open("/orgs/new");
    keep("organization-new");
    journey.createOrganization("Acme " + word());
    keep("organization-empty");
    journey.createProject("Shop");
    keep("project-empty");
    tab.open("/");
    keep("home-next");
    tab.page().goBack();
    journey.createCluster("shop-db", () -> keep("cluster-new"));
    keep("cluster-creating");
    journey.awaitReady();
    keep("cluster-ready");
    journey.copyConnectionString();
    keep("cluster-connect");
    journey.closeDialog();
    for (var part : new String[] {"Operations", "Events", "Settings"}) {
      journey.openPart(part);
      keep("cluster-" + part.toLowerCase(Locale.ROOT));
    }
    journey.switchProtection();
    keep("cluster-protected");
    keepWhatHoldsIt();
    journey.switchProtection();
    journey.askToDelete("shop-db");
    keep("cluster-delete");
    journey.confirmDeletion();
    journey.badge("Deleting").or(tab.page().getByText("deleted")).first().waitFor();
    keep("cluster-deleting");
  }

  /** The pages above the one of a cluster, and back to that. */
  private void keepWhatHoldsIt() {
    var cluster = URI.create(tab.page().url()).getPath();
    var project = cluster.substring(0, cluster.indexOf("/clusters/"));
    var organization = project.substring(0, project.indexOf("/projects/"));
    tab.open(project);
    keep("project");
    tab.open(organization);
    keep("organization");
    tab.open(organization + "/clusters");
    keep("organization-clusters");
    tab.open(organization + "/events");
    keep("organization-events");
    tab.open(organization + "/projects/new");
    keep("project-new");
    tab.open("/orgs");
    keep("organizations");
    tab.open("/");
    keep("home");
    tab.open(cluster);
    tab.page().getByRole(AriaRole.SWITCH).first().waitFor();
  }

  /** What moves has come to rest, and the mouse points at nothing. */
  private void keep(String page) {
    tab.page().mouse().move(0, 0);
    tab.page().waitForTimeout(SETTLING_MILLIS);
    number++;
    tab.picture(folder.resolve("%02d-%s-%s.png".formatted(number, page, word())));
  }

  private String word() {
    return look.name().toLowerCase(Locale.ROOT);
  }
}
