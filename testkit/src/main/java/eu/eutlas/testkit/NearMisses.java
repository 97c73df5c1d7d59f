package eu.eutlas.testkit;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.stream.IntStream;

/** Texts that are almost the one given: what a guard must not take for it. */
public final class NearMisses {
  private NearMisses() {}

  /**
   * The text with each character in turn replaced by another of its kind, cut at each length but 0,
   * and lengthened. None equals the text.
   */
  public static List<String> of(String text) {
    var misses = new LinkedHashSet<String>();
    IntStream.range(0, text.length()).forEach(at -> misses.add(replaced(text, at)));
    IntStream.range(1, text.length()).forEach(length -> misses.add(text.substring(0, length)));
    misses.addAll(
        List.of(text + "a", text + "=", text + " ", " " + text, text + "\n", text + text));
    return new ArrayList<>(misses);
  }

  private static String replaced(String text, int at) {
    return text.substring(0, at) + another(text.charAt(at)) + text.substring(at + 1);
  }

  private static char another(char c) {
    if (c >= '0' && c <= '9') {
      return c == '0' ? '1' : '0';
    }
    if (c >= 'a' && c <= 'z') {
      return c == 'a' ? 'b' : 'a';
    }
    return c == 'A' ? 'B' : 'A';
  }
}
