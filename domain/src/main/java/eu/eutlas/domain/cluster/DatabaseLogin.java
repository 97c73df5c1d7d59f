package eu.eutlas.domain.cluster;

import eu.eutlas.domain.InvalidValue;
import eu.eutlas.domain.SealedSecret;

/**
 * A user of a cluster's database with its password at rest.
 *
 * @param version of the cluster's users at which it last changed
 */
public record DatabaseLogin(String username, SealedSecret password, int version) {
  public DatabaseLogin {
    InvalidValue.unless(Username.SHAPE.matcher(username).matches(), Username.RULE);
    InvalidValue.unless(version >= 1, "A login's version is 1 or more.");
  }
}
