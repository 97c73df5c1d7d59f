package eu.eutlas.bootstrap.config;

import eu.eutlas.domain.Secret;

/**
 * A name with its password, by HTTP's basic scheme.
 *
 * @param username not empty and without a colon
 * @param password not empty
 */
public record Credentials(String username, Secret password) {

  /** Reads {@code user:password}. The fault never repeats what was written. */
  static Credentials parse(String text) {
    var colon = text.indexOf(':');
    if (colon < 1 || colon == text.length() - 1) {
      throw new IllegalArgumentException("it is user:password.");
    }
    return new Credentials(text.substring(0, colon), new Secret(text.substring(colon + 1)));
  }
}
