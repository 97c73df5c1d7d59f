package eu.eutlas.browser;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.Response;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** A tab in which somebody looks at the console. It hears whatever the browser complains of. */
public final class Tab {
  private static final int FIRST_FAILURE = 400;

  /** The page itself gave the request up: it was left, or its stream of events was closed. */
  private static final String GIVEN_UP = "net::ERR_ABORTED";

  private final BrowserContext context;
  private final URI site;
  private final Page page;
  private final List<String> faults = new ArrayList<>();
  private final List<Pattern> expected = new ArrayList<>();

  Tab(BrowserContext context, URI site) {
    this.context = context;
    this.site = site;
    // A refused style or script is an error on the console too.
    context.onConsoleMessage(this::hear);
    context.onWebError(error -> faults.add("page: " + error.error()));
    context.onRequestFailed(this::hear);
    context.onResponse(this::hear);
    this.page = context.newPage();
  }

  /** The page, for steps by role and label. */
  public Page page() {
    return page;
  }

  /** Goes to an address of the site, and waits until the page has loaded. */
  public void open(String path) {
    page.navigate(site.resolve(path).toString());
  }

  /** From now on complaints with this in them are part of the visit. */
  public void expect(String complaint) {
    expected.add(Pattern.compile(complaint));
  }

  /** What was complained of and not expected, so far. */
  public List<String> faults() {
    // Complaints come before the answer to whatever was asked after them.
    page.title();
    return faults.stream()
        .filter(fault -> expected.stream().noneMatch(pattern -> pattern.matcher(fault).find()))
        .toList();
  }

  /** Pulls the plug of this tab's network, or puts it in again. */
  public void cutOff(boolean off) {
    context.setOffline(off);
  }

  /** Lets the site read and write the clipboard, as a person does who is asked. */
  public void allowClipboard() {
    context.grantPermissions(List.of("clipboard-read", "clipboard-write"));
  }

  /** A line to the browser's own instruments, by the DevTools protocol. */
  public CDPSession instruments() {
    return context.newCDPSession(page);
  }

  /** Keeps a picture of the whole page. */
  public void picture(Path file) {
    page.screenshot(new Page.ScreenshotOptions().setPath(file).setFullPage(true));
  }

  void requireNoFaults() {
    var found = faults();
    if (!found.isEmpty()) {
      throw new FaultsException(found);
    }
  }

  private void hear(ConsoleMessage message) {
    if (message.type().equals("error")) {
      faults.add("console: " + message.text() + " (" + message.location() + ")");
    }
  }

  private void hear(Request request) {
    if (!GIVEN_UP.equals(request.failure())) {
      faults.add("request: " + request.url() + " " + request.failure());
    }
  }

  private void hear(Response response) {
    if (response.status() >= FIRST_FAILURE) {
      faults.add("request: " + response.url() + " " + response.status());
    }
  }
}
