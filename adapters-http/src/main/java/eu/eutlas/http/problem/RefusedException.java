package eu.eutlas.http.problem;

import eu.eutlas.domain.Outcome;
import eu.eutlas.domain.Refusal;

/** Carries a refusal from a resource to {@link ProblemAnswers}. */
public final class RefusedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  @SuppressWarnings("serial") // never serialised
  private final Refusal refusal;

  public RefusedException(Refusal refusal) {
    super(refusal.message(), null, false, false);
    this.refusal = refusal;
  }

  /** The value of an outcome; a refusal goes its own way to the answer. */
  public static <T> T orThrow(Outcome<T> outcome) {
    return switch (outcome) {
      case Outcome.Done<T>(var value) -> value;
      case Outcome.Refused<T>(var refusal) -> throw new RefusedException(refusal);
    };
  }

  Refusal refusal() {
    return refusal;
  }
}
