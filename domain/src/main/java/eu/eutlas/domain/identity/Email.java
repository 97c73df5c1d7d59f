package eu.eutlas.domain.identity;

import eu.eutlas.domain.InvalidValue;
import eu.eutlas.domain.Text;
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
              + "(?:\\.[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?)+");

  public Email {
    value = value.strip().toLowerCase(Locale.ROOT);
    InvalidValue.unless(
        value.length() <= MAX_LENGTH && Text.isPlain(value) && SHAPE.matcher(value).matches(),
        "This is not an e-mail address.");
  }

  @Override
  public String toString() {
    return value;
  }
}
