package eu.eutlas.domain.cluster;

import eu.eutlas.domain.Text;
import java.time.Instant;
import java.util.Optional;

/**
 * A range from which a cluster may be reached.
 *
 * @param comment what people note about it; may be empty
 * @param expiresAt from when on it counts no more; absent when it stays
 */
public record AccessEntry(Cidr range, String comment, Optional<Instant> expiresAt) {
  private static final int MAX_COMMENT = 200;

  public AccessEntry {
    comment = Text.require(comment, 0, MAX_COMMENT, "A comment");
  }

  public boolean isExpired(Instant now) {
    return expiresAt.isPresent() && !now.isBefore(expiresAt.get());
  }
}
