package eu.eutlas.domain.cluster;

import eu.eutlas.domain.InvalidValue;
import java.util.Comparator;
import java.util.regex.Pattern;

/** A release series of MongoDB, such as 7.0. */
public record MongoVersion(String value) implements Comparable<MongoVersion> {
  private static final Pattern SHAPE = Pattern.compile("[1-9][0-9]?\\.[0-9]");

  public MongoVersion {
    InvalidValue.unless(SHAPE.matcher(value).matches(), "A MongoDB version looks like 7.0.");
  }

  @Override
  public String toString() {
    return value;
  }

  /** The 7 of 7.0. */
  int major() {
    return Integer.parseInt(value.substring(0, value.indexOf('.')));
  }

  @Override
  public int compareTo(MongoVersion other) {
    return Comparator.comparingInt(MongoVersion::major)
        .thenComparing(MongoVersion::value)
        .compare(this, other);
  }
}
