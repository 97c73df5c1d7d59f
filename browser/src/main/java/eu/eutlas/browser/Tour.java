package eu.eutlas.browser;

import com.microsoft.playwright.options.AriaRole;
import java.net.URI;
import java.util.Locale;
import java.util.function.Consumer;

/**
 * Every page of the console, each step of its wizard and each of its dialogs, as somebody meets
 * them between signing up and deleting a cluster.
 */
public final class Tour {
  private final Tab tab;
  private final Journey journey;
  private final String organization;
  private final Consumer<String> atEach;

  /**
   * @param who a word that no other tour of the same product uses
   * @param atEach is told the name of each page while the tab shows it; a name comes once for each
   *     step of the wizard
   */
  public Tour(Tab tab, String who, String password, Consumer<String> atEach) {
    this.tab = tab;
    this.journey = new Journey(tab, who + "@example.org", password);
    this.organization = "Acme " + who;
    this.atEach = atEach;
  }

  public void walk() {
    join();
    useACluster();
  }

  private void join() {
    for (var page : new String[] {"login", "signup", "resend-verification", "nowhere"}) {
      tab.open("/" + page);
      show(page);
    }
    journey.signUp("You");
    show("check-mail");
    tab.open("/dev/outbox");
    show("outbox");
    journey.openMail();
    show("mail");
    journey.followMail();
    show("verified");
    journey.logIn();
    show("home-empty");
    tab.open("/orgs/new");
    show("organization-new");
    journey.typeOrganization(organization);
    journey.endSession();
    journey.submitOrganization();
    journey.awaitLoginInPlace();
    show("session-ended");
    journey.logInInPlace();
    journey.submitOrganization();
    journey.awaitPage(organization);
    show("organization-empty");
  }

  private void useACluster() {
    journey.createProject("Shop");
    show("project-empty");
    tab.open("/");
    show("home-next");
    tab.page().goBack();
    journey.createCluster("shop-db", () -> show("cluster-new"));
    show("cluster-creating");
    journey.awaitReady();
    show("cluster-ready");
    journey.copyConnectionString();
    show("cluster-connect");
    journey.closeDialog();
    for (var part : new String[] {"Operations", "Events", "Settings"}) {
      journey.openPart(part);
      show("cluster-" + part.toLowerCase(Locale.ROOT));
    }
    journey.switchProtection();
    show("cluster-protected");
    showWhatHoldsIt();
    journey.switchProtection();
    journey.askToDelete("shop-db");
    show("cluster-delete");
    journey.confirmDeletion();
    journey.badge("Deleting").or(tab.page().getByText("deleted")).first().waitFor();
    show("cluster-deleting");
  }

  /** The pages above the one of a cluster, and back to that. */
  private void showWhatHoldsIt() {
    var cluster = URI.create(tab.page().url()).getPath();
    var project = cluster.substring(0, cluster.indexOf("/clusters/"));
    var owner = project.substring(0, project.indexOf("/projects/"));
    tab.open(project);
    show("project");
    tab.open(owner);
    show("organization");
    tab.open(owner + "/clusters");
    show("organization-clusters");
    tab.open(owner + "/events");
    show("organization-events");
    tab.open(owner + "/projects/new");
    show("project-new");
    tab.open("/orgs");
    show("organizations");
    tab.open("/");
    show("home");
    tab.open(project);
    showTheShell();
    tab.open(cluster);
    tab.page().getByRole(AriaRole.SWITCH).first().waitFor();
  }

  /** What stands around every page, and opens when it is asked to. */
  private void showTheShell() {
    for (var menu : new String[] {"Your account", "Colours", "Organization", "Project"}) {
      if (journey.openMenu(menu)) {
        show("menu-" + menu.toLowerCase(Locale.ROOT).replace(' ', '-'));
        journey.closeMenu();
      }
    }
    if (journey.openNavigation()) {
      show("navigation");
    }
  }

  private void show(String page) {
    atEach.accept(page);
  }
}
