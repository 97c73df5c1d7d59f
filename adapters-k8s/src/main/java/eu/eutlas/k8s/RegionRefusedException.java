package eu.eutlas.k8s;

import org.jspecify.annotations.Nullable;

/** A region cannot be used as it is configured; the message is a sentence for who configured it. */
public final class RegionRefusedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  RegionRefusedException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
