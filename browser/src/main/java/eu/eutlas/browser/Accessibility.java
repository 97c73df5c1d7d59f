package eu.eutlas.browser;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** What keeps people from using a page, as axe-core finds it. */
public final class Accessibility {
  private static final String SCRIPT = read();
  private static final String RULES =
      "['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']";
  private static final String RUN =
      "async () => (await axe.run(document, {runOnly: "
          + RULES
          + "}))"
          + ".violations.map(v => v.id + ': ' + v.help + ' ' +"
          + " v.nodes.map(n => n.target + ' ' + n.failureSummary).join('; '))";

  private Accessibility() {}

  /**
   * The violations of WCAG 2.2 AA and of good practice on the page as it is now; empty when there
   * are none. The page's own policy stays in force: the script comes by way of the debugger.
   */
  public static List<String> violations(Tab tab) {
    tab.page().evaluate(SCRIPT);
    return ((List<?>) tab.page().evaluate(RUN)).stream().map(String::valueOf).toList();
  }

  private static String read() {
    try (var in = Accessibility.class.getResourceAsStream("/axe.min.js")) {
      if (in == null) {
        throw new IllegalStateException("axe-core is not on the class path.");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
