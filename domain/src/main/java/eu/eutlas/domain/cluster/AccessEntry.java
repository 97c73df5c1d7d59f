package eu.eutlas.domain.cluster;

import java.time.Instant;
import java.util.Optional;

/**
 * A range from which a cluster may be reached.
 *
 * @param expiresAt from when on it counts no more; absent when it stays
 */
public record AccessEntry(Cidr range, AccessComment comment, Optional<Instant> expiresAt) {
  public boolean isExpired(Instant now) {
    return expiresAt.isPresent() && !now.isBefore(expiresAt.get());
  }
}
