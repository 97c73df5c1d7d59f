package eu.eutlas.application;

import eu.eutlas.domain.OriginKey;
import eu.eutlas.domain.Outcome;
import eu.eutlas.domain.Refusal;
import eu.eutlas.domain.RefusalCode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Idempotency: the same key and body within 24 hours is the same request, asked again. */
public final class Origins {
  /** How long a key is remembered. */
  public static final Duration REMEMBERED = Duration.ofHours(24);

  private Origins() {}

  /**
   * Makes the origin of a request.
   *
   * @param principal who asks, so that keys of different principals never meet
   * @param route what is asked
   */
  public static OriginKey of(String principal, String route, String key, String body, Instant now) {
    return new OriginKey(hash(principal + '\n' + route + '\n' + key), hash(body), now);
  }

  /**
   * Answers a request from what the same request created before: the resource as it is now. Where
   * it has been deleted meanwhile, that is the answer of reading it, 404; a repeated request must
   * never bring back what somebody has deleted since.
   *
   * @param found what was created with the key, and its origin
   * @param gone whether reading it finds nothing any more
   * @param what its word, for the refusal
   * @return absent when nothing was; refused when the body was another
   */
  public static <T> Optional<Outcome<Created<T>>> replay(
      Optional<OriginKey> asked,
      Optional<T> found,
      Optional<OriginKey> origin,
      Predicate<T> gone,
      String what) {
    return replay(asked, found, origin)
        .map(outcome ->
            outcome.flatMap(created ->
                gone.test(created.value())
                    ? Outcome.refused(Refusal.notFound(what))
                    : Outcome.done(created)));
  }

  /** The same for what is never deleted. */
  public static <T> Optional<Outcome<Created<T>>> replay(
      Optional<OriginKey> asked, Optional<T> found, Optional<OriginKey> origin) {
    if (asked.isEmpty() || found.isEmpty() || origin.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        origin.get().hasBodyOf(asked.get())
            ? Outcome.done(new Created<>(found.get(), true))
            : Outcome.refused(
                new Refusal.Invalid(
                    RefusalCode.IDEMPOTENCY_KEY_REUSED,
                    "This Idempotency-Key was used with another body. Choose a new one.",
                    List.of())));
  }

  private static String hash(String text) {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every JDK has SHA-256.", e);
    }
  }
}
