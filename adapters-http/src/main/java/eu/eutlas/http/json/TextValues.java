package eu.eutlas.http.json;

import eu.eutlas.application.cluster.ClusterQuery;
import eu.eutlas.domain.InvalidValue;
import eu.eutlas.domain.Secret;
import eu.eutlas.domain.cluster.DatabaseRole;
import eu.eutlas.domain.identity.ClientKind;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How a text becomes a value: by the constructor of its type, which refuses what is not valid.
 * Choices are written by their names, unless the API has words of its own for them.
 */
public final class TextValues {
  private static final int LONGEST_SECRET = 4096;

  private static final Map<Class<?>, Map<String, Object>> WORDS =
      Map.of(
          DatabaseRole.class, roles(),
          ClientKind.class, inOrder("program", ClientKind.PROGRAM, "console", ClientKind.CONSOLE),
          ClusterQuery.Sort.class,
              inOrder(
                  "createdAt", ClusterQuery.Sort.OLDEST_FIRST,
                  "-createdAt", ClusterQuery.Sort.NEWEST_FIRST,
                  "name", ClusterQuery.Sort.BY_NAME));

  private TextValues() {}

  /** Reads a text as a value of the type. */
  static Object parse(Class<?> type, String text) {
    InvalidValue.unless(isUnicode(text), "This is not valid Unicode text.");
    if (type == String.class) {
      return text;
    }
    if (type == Secret.class) {
      InvalidValue.unless(
          !text.isEmpty() && text.length() <= LONGEST_SECRET,
          "A secret has 1 to " + LONGEST_SECRET + " characters.");
      return new Secret(text);
    }
    if (type == Instant.class) {
      return instant(text);
    }
    if (type.isEnum()) {
      return choice(type, text);
    }
    return value(type, text);
  }

  /** The words of a choice, in their order. */
  public static Map<String, Object> choices(Class<?> type) {
    var own = WORDS.get(type);
    if (own != null) {
      return own;
    }
    var names = new LinkedHashMap<String, Object>();
    Arrays.stream(type.getEnumConstants())
        .forEach(constant -> names.put(((Enum<?>) constant).name(), constant));
    return names;
  }

  private static Object choice(Class<?> type, String text) {
    var choices = choices(type);
    var chosen = choices.get(text);
    if (chosen == null) {
      throw new InvalidValue("Choose one of " + String.join(", ", choices.keySet()) + ".");
    }
    return chosen;
  }

  /** A value object of one component. */
  private static Object value(Class<?> type, String text) {
    var components = type.getRecordComponents();
    if (components == null || components.length != 1) {
      throw new IllegalStateException(type + " is not made of one text.");
    }
    return Records.create(type, parse(components[0].getType(), text));
  }

  private static Instant instant(String text) {
    try {
      return OffsetDateTime.parse(text).toInstant();
    } catch (DateTimeException e) {
      throw new InvalidValue("A time is written like 2026-01-31T12:00:00Z.");
    }
  }

  /** MongoDB's own names. */
  private static Map<String, Object> roles() {
    var words = new LinkedHashMap<String, Object>();
    Arrays.stream(DatabaseRole.values()).forEach(role -> words.put(role.word(), role));
    return words;
  }

  /** Half a surrogate pair is no character, and would be changed on the way to the store. */
  private static boolean isUnicode(String text) {
    return text.codePoints().noneMatch(c -> Character.getType(c) == Character.SURROGATE);
  }

  private static Map<String, Object> inOrder(Object... wordsAndValues) {
    var map = new LinkedHashMap<String, Object>();
    for (var i = 0; i < wordsAndValues.length; i += 2) {
      map.put((String) wordsAndValues[i], wordsAndValues[i + 1]);
    }
    return map;
  }
}
