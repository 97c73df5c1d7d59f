package eu.eutlas.domain.identity;

import eu.eutlas.domain.InvalidValue;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * An e-mail address in lower case. Only the shape is checked; that it works is proved by the mail
 * that is sent to it. At most 254 characters (RFC 5321, 4.5.3.1.3).
 */
public record Email(String value) {
  private static final int MAX_LENGTH = 254;
  private static final Pattern SHAPE =
      Pattern.compile(
          "[a-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?"
              + "(?:\\.[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?)+",
          Pattern.CASE_INSENSITIVE);

  public Email {
    var stripped = value.strip();
    InvalidValue.unless(
        stripped.length() <= MAX_LENGTH && SHAPE.matcher(stripped).matches(),
        "This is not an e-mail address.");
    // Only now: the Kelvin sign, for one, would have become a k.
    value = stripped.toLowerCase(Locale.ROOT);
  }

  @Override
  public String toString() {
    return value;
  }
}
