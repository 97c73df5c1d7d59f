package eu.eutlas.domain.cluster;

import eu.eutlas.domain.InvalidValue;
import eu.eutlas.domain.SealedSecret;
import java.util.regex.Pattern;

/**
 * A user of a cluster's database with its password at rest. The version rises whenever the password
 * changes.
 */
public record DatabaseLogin(String username, SealedSecret password, int version) {
  private static final Pattern USERNAME = Pattern.compile("[A-Za-z0-9_-]{1,63}");

  public DatabaseLogin {
    InvalidValue.unless(
        USERNAME.matcher(username).matches(),
        "A database user's name has 1 to 63 letters, digits, underscores and hyphens.");
    InvalidValue.unless(version >= 1, "A login's version is 1 or more.");
  }
}
