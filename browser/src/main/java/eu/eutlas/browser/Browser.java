package eu.eutlas.browser;

import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Playwright;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * A Chromium with nothing of anybody's in it. Each visit begins anew: no cookies, no storage, no
 * cache. Belongs to the thread that started it.
 */
public final class Browser implements AutoCloseable {
  private static final List<String> ARGUMENTS =
      List.of(
          "--no-sandbox",
          "--disable-gpu",
          "--disable-quic",
          "--no-first-run",
          "--disable-background-networking",
          "--disable-component-update",
          "--disable-sync");

  private final Playwright playwright;
  private final com.microsoft.playwright.Browser chromium;
  private final Path pictures;

  private Browser(Playwright playwright, Path chromium, Path pictures) {
    this.playwright = playwright;
    this.pictures = pictures;
    this.chromium =
        playwright
            .chromium()
            .launch(
                new LaunchOptions()
                    .setExecutablePath(chromium)
                    .setHeadless(true)
                    .setArgs(ARGUMENTS));
  }

  /**
   * Starts it.
   *
   * @param chromium as {@link Chromium#find} found it
   * @param pictures the folder for a picture of each visit that did not end well
   */
  public static Browser start(Path chromium, Path pictures) {
    var environment = Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1");
    var playwright = Playwright.create(new Playwright.CreateOptions().setEnv(environment));
    return new Browser(playwright, chromium, pictures);
  }

  /** What somebody does in a visit. */
  @FunctionalInterface
  public interface Visit {
    void in(Tab tab) throws IOException, InterruptedException;
  }

  /**
   * Visits a site and leaves it.
   *
   * @param name of the picture that is made when the visit does not end well
   * @throws FaultsException when the browser complained of anything that the visit did not expect
   */
  public void visit(String name, URI site, Look look, Visit visit)
      throws IOException, InterruptedException {
    try (var context = chromium.newContext(look.options())) {
      var tab = new Tab(context, site);
      var well = false;
      try {
        visit.in(tab);
        tab.requireNoFaults();
        well = true;
      } finally {
        if (!well) {
          tab.picture(pictures.resolve(name + ".png"));
        }
      }
    }
  }

  @Override
  public void close() {
    chromium.close();
    playwright.close();
  }
}
