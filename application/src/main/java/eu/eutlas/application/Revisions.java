package eu.eutlas.application;

import eu.eutlas.domain.Outcome;
import eu.eutlas.domain.Refusal;
import eu.eutlas.domain.RefusalCode;
import eu.eutlas.domain.Revision;
import java.util.Optional;

/** Conditional requests: a change that was meant for one revision never hits another. */
public final class Revisions {
  private Revisions() {}

  /**
   * Lets the thing pass if it still has the revision that the person looked at.
   *
   * @param wanted absent when any will do
   */
  public static <T> Outcome<T> check(T thing, Revision present, Optional<Revision> wanted) {
    return wanted.filter(revision -> !revision.equals(present)).isEmpty()
        ? Outcome.done(thing)
        : Outcome.refused(
            new Refusal.Stale(
                RefusalCode.REVISION_CHANGED,
                "It was changed since you looked. Read it again, then repeat the change."));
  }
}
