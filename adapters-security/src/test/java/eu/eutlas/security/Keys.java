package eu.eutlas.security;

import static java.nio.charset.StandardCharsets.UTF_8;

import eu.eutlas.domain.Secret;
import java.util.Base64;

/** Keys for tests. */
final class Keys {
  static final String ONE = "+/8BAgMEBQYHCAkKCwwNDg8QERITFBUWFxgZGhscHR4=";
  static final String TWO = "ICEiIyQlJicoKSorLC0uLzAxMjM0NTY3ODk6Ozw9Pj8=";

  private Keys() {}

  /** A ring of one key, which the number makes. */
  static KeyRing numbered(int number) {
    var bytes = Digests.sha256().digest(String.valueOf(number).getBytes(UTF_8));
    return ring(Base64.getEncoder().encodeToString(bytes));
  }

  static KeyRing ring(String... keys) {
    return KeyRing.parse(new Secret(String.join("\n", keys)));
  }
}
