package eu.eutlas.security;

import eu.eutlas.domain.Secret;

/** Keys for tests. */
final class Keys {
  static final String ONE = "+/8BAgMEBQYHCAkKCwwNDg8QERITFBUWFxgZGhscHR4=";
  static final String TWO = "ICEiIyQlJicoKSorLC0uLzAxMjM0NTY3ODk6Ozw9Pj8=";

  private Keys() {}

  static KeyRing ring(String... keys) {
    return KeyRing.parse(new Secret(String.join("\n", keys)));
  }
}
