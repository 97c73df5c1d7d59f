package eu.eutlas.application.identity;

import eu.eutlas.domain.Secret;
import eu.eutlas.domain.identity.PasswordHash;

/**
 * Passwords and what is kept of them. Hashing is slow on purpose; calls wait for their turn when
 * many come at once.
 */
public interface Passwords {

  /** Hashes with a salt of its own: two calls give two hashes. */
  PasswordHash hash(Secret password);

  /** Whether the hash was made of this password. */
  boolean matches(Secret password, PasswordHash hash);

  /**
   * Whether the hash was made with other parameters than {@link #hash} uses now, so that it should
   * be made anew as soon as the password is known again: after a log-in. Never of a hash that this
   * very version has made; looks at the hash alone and is quick.
   */
  boolean needsRehash(PasswordHash hash);

  /**
   * Takes as long as {@link #matches} and answers nothing: for a log-in with an address that nobody
   * has.
   */
  void matchNobody(Secret password);

  /** Whether everybody who guesses passwords tries this one. */
  boolean isKnownBad(Secret password);
}
