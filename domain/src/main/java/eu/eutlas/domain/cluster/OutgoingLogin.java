package eu.eutlas.domain.cluster;

import eu.eutlas.domain.InvalidValue;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * The customer's login of before a rotation, which still works for a while beside the new one.
 *
 * @param overlap how long it works on once the new one is proved
 * @param until absent while the new one is not proved; it does not end before that
 */
public record OutgoingLogin(DatabaseLogin login, Duration overlap, Optional<Instant> until) {
  /** A week: longer, and nobody remembers why two logins work. */
  public static final Duration LONGEST = Duration.ofDays(7);

  public OutgoingLogin {
    InvalidValue.unless(
        !overlap.isNegative() && overlap.compareTo(LONGEST) <= 0,
        "Two logins work beside each other for 0 to 10080 minutes.");
  }

  /** Its end is set when the new login is proved, and never moved. */
  OutgoingLogin endingAfter(Instant proved) {
    return new OutgoingLogin(login, overlap, until.or(() -> Optional.of(proved.plus(overlap))));
  }

  boolean hasEnded(Instant now) {
    return until.filter(end -> !now.isBefore(end)).isPresent();
  }
}
