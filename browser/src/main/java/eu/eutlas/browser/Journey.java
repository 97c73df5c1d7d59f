package eu.eutlas.browser;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.util.regex.Pattern;

/**
 * What somebody does who meets EUTLAS for the first time, step by step: from signing up to a
 * cluster and its end. Steps know roles and labels only, wait for what they need, and stop at the
 * page that they lead to.
 */
public final class Journey {
  private static final double READY_WITHIN_MILLIS = 60_000;
  private static final int MOST_STEPS = 6;
  private static final Pattern EVERYTHING_SIGNED_IN = Pattern.compile("/api/v1/(?!auth/)");

  private final Tab tab;
  private final String email;
  private final String password;

  public Journey(Tab tab, String email, String password) {
    this.tab = tab;
    this.email = email;
    this.password = password;
  }

  public void signUp(String name) {
    tab.open("/signup");
    field("name").fill(name);
    field("e-?mail").fill(email);
    field("^password").fill(password);
    button("(sign up|create (the|an|your) account)").click();
    heading("check your mail").waitFor();
  }

  /** Follows the link in the mail that lies in the local outbox. */
  public void verify() {
    openMail();
    followMail();
  }

  /** Opens the mail that lies in the local outbox. */
  public void openMail() {
    tab.open("/dev/outbox");
    saying(AriaRole.LISTITEM, email).getByRole(AriaRole.LINK).click();
    saying(AriaRole.LINK, "token=").waitFor();
  }

  /** From the mail. */
  public void followMail() {
    saying(AriaRole.LINK, "token=").click();
    tab.page().getByText(words("is verified")).waitFor();
  }

  public void logIn() {
    tab.open("/login");
    field("e-?mail").fill(email);
    field("^password").fill(password);
    button("log in").click();
    heading("welcome").waitFor();
  }

  public void createOrganization(String name) {
    tab.open("/orgs/new");
    field("name").fill(name);
    button("create the organization").click();
    heading(literally(name)).waitFor();
  }

  /** On the page for a new organization: its name, and no more. */
  public void typeOrganization(String name) {
    field("^name").fill(name);
  }

  /** Presses the button of the page for a new organization. What comes of it is not waited for. */
  public void submitOrganization() {
    button("create the organization").click();
  }

  /** Waits for the page of something of this name. */
  public void awaitPage(String name) {
    heading(literally(name)).waitFor();
  }

  /** From now on nobody is signed in any more, and the page learns of it by its next request. */
  public void endSession() {
    tab.expect(" 401");
    tab.expect("status of 401");
    tab.page().context().clearCookies();
    tab.page()
        .route(
            EVERYTHING_SIGNED_IN,
            route -> route.fulfill(new Route.FulfillOptions().setStatus(401).setBody("")));
  }

  /** Waits until the page asks for the password above what one was doing. */
  public void awaitLoginInPlace() {
    tab.page().getByRole(AriaRole.DIALOG).getByLabel(words("^password")).waitFor();
  }

  /** Logs in again where one is. */
  public void logInInPlace() {
    tab.page().unroute(EVERYTHING_SIGNED_IN);
    var dialog = tab.page().getByRole(AriaRole.DIALOG);
    dialog.locator("input[type=password]").fill(password);
    dialog.getByRole(AriaRole.BUTTON, named("^log in")).click();
    dialog.waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.HIDDEN));
  }

  /**
   * Opens one of the menus above every page.
   *
   * @return whether there is one: not all of them have room everywhere
   */
  public boolean openMenu(String name) {
    var head = tab.page().getByRole(AriaRole.BANNER);
    head.waitFor();
    var menu = head.getByRole(AriaRole.BUTTON, named("^" + name));
    if (!menu.isVisible()) {
      return false;
    }
    menu.click();
    tab.page().getByRole(AriaRole.MENUITEM).first().waitFor();
    return true;
  }

  public void closeMenu() {
    tab.page().keyboard().press("Escape");
    tab.page()
        .getByRole(AriaRole.MENU)
        .waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.HIDDEN));
  }

  /**
   * Opens the navigation.
   *
   * @return whether it was closed, as it is on a phone
   */
  public boolean openNavigation() {
    var open = button("^open the navigation");
    if (!open.isVisible()) {
      return false;
    }
    open.click();
    link("^organizations").first().waitFor();
    return true;
  }

  /** From the page of its organization. */
  public void createProject(String name) {
    link("(new|create a) project").first().click();
    field("name").fill(name);
    button("create the project").click();
    heading(literally(name)).waitFor();
  }

  /** From the page of its project, through the wizard, with whatever it suggests. */
  public void createCluster(String name) {
    createCluster(name, () -> {});
  }

  /**
   * As {@link #createCluster(String)}.
   *
   * @param atEachStep what is done at each step of the wizard, once it is filled in
   */
  public void createCluster(String name, Runnable atEachStep) {
    link("(new|create a) cluster").first().click();
    heading("new cluster|create a cluster").waitFor();
    var create = button("^create the cluster");
    for (var step = 0; step < MOST_STEPS && !create.isVisible(); step++) {
      var naming = field("name");
      if (naming.isVisible()) {
        naming.fill(name);
      }
      atEachStep.run();
      button("^(next|continue)").click();
    }
    if (field("name").isVisible()) {
      field("name").fill(name);
    }
    atEachStep.run();
    create.click();
    heading(literally(name)).waitFor();
  }

  /** Waits until the badge says so by itself. */
  public void awaitReady() {
    badge("Ready").waitFor(new Locator.WaitForOptions().setTimeout(READY_WITHIN_MILLIS));
  }

  /** The badge that says a state, as a word. */
  public Locator badge(String state) {
    return tab.page().getByText(Pattern.compile("^" + literally(state) + "$")).first();
  }

  /** What the page of a ready cluster puts on the clipboard. */
  public String copyConnectionString() {
    tab.allowClipboard();
    button("^connect").first().click();
    button("copy the connection string").first().click();
    tab.page().getByText(words("copied")).first().waitFor();
    return (String) tab.page().evaluate("navigator.clipboard.readText()");
  }

  /** Closes the dialog that is open. */
  public void closeDialog() {
    tab.page().keyboard().press("Escape");
    tab.page()
        .getByRole(AriaRole.DIALOG)
        .waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.HIDDEN));
  }

  /** Opens one of the parts of a cluster's page, such as Events. */
  public void openPart(String name) {
    var page = tab.page().getByRole(AriaRole.MAIN);
    var part = named("^" + name);
    page.getByRole(AriaRole.TAB, part).or(page.getByRole(AriaRole.LINK, part)).first().click();
  }

  /** From the settings of a cluster, by typing its name. */
  public void deleteCluster(String name) {
    askToDelete(name);
    confirmDeletion();
  }

  /** Up to the last button. */
  public void askToDelete(String name) {
    button("^delete the cluster").click();
    tab.page().getByRole(AriaRole.DIALOG).getByRole(AriaRole.TEXTBOX).fill(name);
  }

  /** The last button. */
  public void confirmDeletion() {
    tab.page()
        .getByRole(AriaRole.DIALOG)
        .getByRole(AriaRole.BUTTON, named("^delete the cluster"))
        .click();
  }

  /** Switches the protection of a cluster, on its settings, and waits until it is saved. */
  public void switchProtection() {
    tab.page().getByRole(AriaRole.SWITCH).first().click();
    tab.page().getByText(words("^saved")).first().waitFor();
  }

  private Locator field(String label) {
    return tab.page()
        .getByRole(AriaRole.TEXTBOX, new Page.GetByRoleOptions().setName(words(label)))
        .or(tab.page().locator("input[type=password]").and(tab.page().getByLabel(words(label))));
  }

  private Locator button(String name) {
    return role(AriaRole.BUTTON, name);
  }

  private Locator link(String name) {
    return role(AriaRole.LINK, name);
  }

  private Locator saying(AriaRole role, String text) {
    return tab.page().getByRole(role).filter(new Locator.FilterOptions().setHasText(text)).first();
  }

  private Locator heading(String name) {
    return role(AriaRole.HEADING, name).first();
  }

  private Locator role(AriaRole role, String name) {
    return tab.page().getByRole(role, new Page.GetByRoleOptions().setName(words(name)));
  }

  /** The browser reads the pattern, and knows no quotation marks. */
  private static String literally(String text) {
    return text.replaceAll("[^A-Za-z0-9 ]", "\\\\$0");
  }

  private static Locator.GetByRoleOptions named(String expression) {
    return new Locator.GetByRoleOptions().setName(words(expression));
  }

  private static Pattern words(String expression) {
    return Pattern.compile(expression, Pattern.CASE_INSENSITIVE);
  }
}
