package eu.eutlas.domain.cluster;

import eu.eutlas.domain.InvalidValue;
import eu.eutlas.domain.Secret;

/**
 * A password that somebody chooses for a database user. Letters, digits and signs only: what other
 * characters become on the way to a login differs between programs.
 */
public record DatabasePassword(Secret secret) {
  private static final int MIN_LENGTH = 12;
  private static final int MAX_LENGTH = 128;
  private static final char FIRST = '!';
  private static final char LAST = '~';

  public DatabasePassword {
    var text = secret.reveal();
    InvalidValue.unless(
        text.length() >= MIN_LENGTH && text.length() <= MAX_LENGTH,
        "A database password has 12 to 128 characters.");
    InvalidValue.unless(
        text.chars().allMatch(c -> c >= FIRST && c <= LAST),
        "A database password has letters, digits and signs of ASCII, and no spaces.");
  }
}
