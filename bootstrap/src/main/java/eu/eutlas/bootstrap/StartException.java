package eu.eutlas.bootstrap;

import org.jspecify.annotations.Nullable;

/**
 * EUTLAS cannot start, for a reason that somebody can mend; the message is the one sentence that
 * says it.
 */
final class StartException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  StartException(String sentence) {
    this(sentence, null);
  }

  StartException(String sentence, @Nullable Throwable cause) {
    super(sentence, cause);
  }
}
