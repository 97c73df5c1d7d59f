package eu.eutlas.application.backup;

import eu.eutlas.domain.InvalidValue;
import java.util.regex.Pattern;

/**
 * Under what a store keeps an object: parts of letters, digits, dots, dashes and underscores with
 * slashes between them, none of them of dots alone or longer than 200. So it is also the path of a
 * file, and nobody gets out of a folder by it. No key is used that is a folder of another, as a is
 * of a/b: there are stores that cannot keep both.
 */
public record ObjectKey(String value) implements Comparable<ObjectKey> {
  private static final int LONGEST = 512;
  private static final String PART = "(?!\\.+(?:/|$))[A-Za-z0-9._-]{1,200}";
  private static final Pattern FORM = Pattern.compile(PART + "(?:/" + PART + ")*");

  public ObjectKey {
    InvalidValue.unless(
        value.length() <= LONGEST && FORM.matcher(value).matches(),
        "An object's key is made of parts of A-Z, a-z, 0-9, dots, dashes and underscores, of at"
            + " most 200 each and 512 in all.");
  }

  @Override
  public int compareTo(ObjectKey other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
