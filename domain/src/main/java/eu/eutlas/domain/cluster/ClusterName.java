package eu.eutlas.domain.cluster;

import eu.eutlas.domain.InvalidValue;
import java.util.regex.Pattern;

/**
 * The name of a cluster: 3 to 30 of a-z, 0-9 and hyphen, fixed after creation and unique in its
 * project.
 */
public record ClusterName(String value) {
  private static final Pattern SHAPE = Pattern.compile("[a-z][a-z0-9-]{1,28}[a-z0-9]");

  public ClusterName {
    InvalidValue.unless(
        SHAPE.matcher(value).matches(),
        "A cluster's name has 3 to 30 characters of a-z, 0-9 and hyphen, begins with a letter and"
            + " does not end with a hyphen.");
  }

  @Override
  public String toString() {
    return value;
  }
}
