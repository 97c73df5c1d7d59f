package eu.eutlas.domain.cluster;

import eu.eutlas.domain.InvalidValue;
import java.util.regex.Pattern;

/** The name of a database in a cluster. */
public record DatabaseName(String value) {
  /** What MongoDB takes on every platform, without what has to be escaped somewhere. */
  private static final Pattern SHAPE = Pattern.compile("[A-Za-z0-9_-]{1,63}");

  /** Where users live, and roles for all databases. */
  static final DatabaseName ADMIN = new DatabaseName("admin");

  public DatabaseName {
    InvalidValue.unless(
        SHAPE.matcher(value).matches(),
        "A database's name has 1 to 63 letters, digits, underscores and hyphens.");
  }

  @Override
  public String toString() {
    return value;
  }
}
