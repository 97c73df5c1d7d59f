package eu.eutlas.bootstrap.config;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Finds what somebody may have meant. */
final class NearMiss {
  private static final int FARTHEST = 3;

  private NearMiss() {}

  /** The name closest to what was written, if it is close enough to be meant. */
  static Optional<String> of(String written, Collection<String> names) {
    return names.stream()
        .min(Comparator.comparingInt(name -> distance(written, name)))
        .filter(name -> distance(written, name) <= FARTHEST);
  }

  /** A sentence's end that says what may have been meant. */
  static String hint(String written, Collection<String> names) {
    return of(written, names).map(name -> " Did you mean " + name + "?").orElse("");
  }

  /** How many letters must be changed, added or taken away (Levenshtein), whatever the case. */
  private static int distance(String one, String other) {
    var a = one.toLowerCase(Locale.ROOT);
    var b = other.toLowerCase(Locale.ROOT);
    var previous = new int[b.length() + 1];
    for (var j = 0; j <= b.length(); j++) {
      previous[j] = j;
    }
    for (var i = 1; i <= a.length(); i++) {
      var row = new int[b.length() + 1];
      row[0] = i;
      for (var j = 1; j <= b.length(); j++) {
        var change = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
        row[j] = Math.min(Math.min(row[j - 1], previous[j]) + 1, previous[j - 1] + change);
      }
      previous = row;
    }
    return previous[b.length()];
  }
}
