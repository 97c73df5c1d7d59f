package eu.eutlas.http.cluster;

import eu.eutlas.application.cluster.AccessLists;
import eu.eutlas.domain.cluster.AccessEntry;
import eu.eutlas.domain.operation.Operation;
import eu.eutlas.http.operation.OperationResponse;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A range that a cluster is reached from.
 *
 * @param id the range as one segment of a path
 * @param expiresAt null when it stays
 * @param operation the change under way
 */
record AccessEntryResponse(
    String id,
    String cidr,
    String comment,
    @Nullable Instant expiresAt,
    @Nullable OperationResponse operation) {

  static AccessEntryResponse of(AccessEntry entry) {
    return of(entry, Optional.empty());
  }

  static AccessEntryResponse of(AccessLists.Ordered ordered) {
    return of(ordered.entry(), ordered.operation());
  }

  private static AccessEntryResponse of(AccessEntry entry, Optional<Operation> operation) {
    return new AccessEntryResponse(
        AccessEntryId.of(entry.range()),
        entry.range().value(),
        entry.comment().value(),
        entry.expiresAt().orElse(null),
        operation.map(OperationResponse::of).orElse(null));
  }
}
