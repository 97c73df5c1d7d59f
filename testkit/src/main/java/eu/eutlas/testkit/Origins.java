package eu.eutlas.testkit;

import eu.eutlas.domain.OriginKey;
import java.time.Instant;

/** Idempotency keys for tests. */
public final class Origins {
  private Origins() {}

  /** The origin of the request with a number, made at the clock's start. */
  public static OriginKey of(int number) {
    return at(number, PinnedClock.START);
  }

  public static OriginKey at(int number, Instant at) {
    return new OriginKey("key-hash-" + number, "body-hash-" + number, at);
  }

  public static String keyHash(int number) {
    return of(number).keyHash();
  }
}
