package eu.eutlas.benchmarks.console;

import eu.eutlas.benchmarks.product.StartedProduct;
import eu.eutlas.browser.Browser;
import eu.eutlas.browser.Chromium;
import eu.eutlas.browser.Look;
import eu.eutlas.browser.Tab;
import eu.eutlas.browser.Tour;
import java.io.IOException;
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
            tab -> new Screenshots(tab, folder, look).keepAll());
      }
    }
    System.out.println("The pictures are in " + folder.toAbsolutePath());
  }

  private void keepAll() {
    new Tour(tab, word(), PASSWORD, this::keep).walk();
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
