package eu.eutlas.domain.cluster;

import eu.eutlas.domain.InvalidValue;
import eu.eutlas.domain.Text;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * What people tag clusters with: at most 20 pairs, keys of 1 to 63 {@code [a-z0-9._-]}, values of
 * up to 100 plain characters.
 */
public record Labels(Map<String, String> pairs) {
  public static final Labels NONE = new Labels(Map.of());

  private static final int MAX_PAIRS = 20;
  private static final int MAX_VALUE = 100;
  private static final Pattern KEY = Pattern.compile("[a-z0-9][a-z0-9._-]{0,62}");

  public Labels {
    InvalidValue.unless(pairs.size() <= MAX_PAIRS, "A cluster has at most 20 labels.");
    pairs.forEach(Labels::check);
    pairs = Collections.unmodifiableMap(new TreeMap<>(pairs));
  }

  private static void check(String key, String value) {
    InvalidValue.unless(
        KEY.matcher(key).matches(),
        "A label's key has 1 to 63 of a-z, 0-9, dot, underscore and hyphen, and begins with a letter"
            + " or digit.");
    InvalidValue.unless(
        value.codePointCount(0, value.length()) <= MAX_VALUE && Text.isPlain(value),
        "A label's value has at most 100 characters and no control characters.");
  }
}
