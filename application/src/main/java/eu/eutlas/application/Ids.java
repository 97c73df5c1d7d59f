package eu.eutlas.application;

import eu.eutlas.domain.HexId;
import eu.eutlas.domain.Secret;
import java.time.InstantSource;
import java.util.random.RandomGenerator;

/**
 * Makes ids and passwords: the one place where time and randomness become names. Safe for threads
 * if its generator is.
 */
public final class Ids {
  private static final int RANDOM_BYTES = 8;
  private static final int PASSWORD_LENGTH = 32;
  private static final String ALPHABET =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

  private final InstantSource clock;
  private final RandomGenerator random;

  /**
   * Takes its two sources.
   *
   * @param random a cryptographically strong one, because passwords come from it
   */
  public Ids(InstantSource clock, RandomGenerator random) {
    this.clock = clock;
    this.random = random;
  }

  /** The next id, in the shape of {@link HexId}. */
  public String next() {
    var bytes = new byte[RANDOM_BYTES];
    random.nextBytes(bytes);
    return HexId.of(clock.instant(), bytes);
  }

  /** A password of letters and digits, which stand in a connection string as they are: 190 bits. */
  public Secret password() {
    var text = new StringBuilder(PASSWORD_LENGTH);
    for (var i = 0; i < PASSWORD_LENGTH; i++) {
      text.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
    }
    return new Secret(text.toString());
  }

  /** A number from 0 to 1, to keep what is periodic apart. */
  public double jitter() {
    return random.nextDouble();
  }
}
