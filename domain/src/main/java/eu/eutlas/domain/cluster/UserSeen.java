package eu.eutlas.domain.cluster;

import java.util.Set;

/**
 * A user that a cluster's database has.
 *
 * @param roles whatever they are, as {@link RoleGrant#toString()} writes them
 */
public record UserSeen(String username, Set<String> roles) {
  public UserSeen {
    roles = Set.copyOf(roles);
  }
}
