package eu.eutlas.domain.cluster;

import eu.eutlas.domain.InvalidValue;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** The name that people give to a database user. */
public record Username(String value) {
  static final Pattern SHAPE = Pattern.compile("[A-Za-z0-9_-]{1,63}");
  static final String RULE =
      "A database user's name has 1 to 63 letters, digits, underscores and hyphens.";

  /** Users that MongoDB itself and its operators keep in a cluster: none of our business. */
  static final Set<String> FOREIGN =
      Set.of(
          "__system",
          "backup",
          "clusteradmin",
          "clustermonitor",
          "databaseadmin",
          "mms-automation",
          "mms-backup-agent",
          "mms-monitoring-agent",
          "useradmin");

  /** EUTLAS's own user, and the two between which the customer's login alternates. */
  private static final Set<String> OURS = Set.of("eutlas", "admin", "admin2");

  public Username {
    InvalidValue.unless(SHAPE.matcher(value).matches(), RULE);
  }

  /** Whether nobody can have it, in whatever letter case. */
  public boolean isReserved() {
    return OURS.contains(value.toLowerCase(Locale.ROOT)) || isForeign(value);
  }

  /** Whether a user of this name is left alone wherever it is found. */
  static boolean isForeign(String username) {
    return FOREIGN.contains(username.toLowerCase(Locale.ROOT));
  }

  @Override
  public String toString() {
    return value;
  }
}
