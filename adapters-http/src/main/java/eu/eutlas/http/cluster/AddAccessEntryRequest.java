package eu.eutlas.http.cluster;

import eu.eutlas.domain.cluster.AccessComment;
import eu.eutlas.domain.cluster.AccessEntry;
import eu.eutlas.http.json.JsonRequest;
import java.time.Instant;
import java.util.Optional;

/** The range to let in: one address, or several in CIDR notation (RFC 4632, RFC 4291). */
record AddAccessEntryRequest(
    GivenRange cidr, Optional<AccessComment> comment, Optional<Instant> expiresAt)
    implements JsonRequest {

  AccessEntry entry() {
    return new AccessEntry(cidr.cidr(), comment.orElse(AccessComment.NONE), expiresAt);
  }
}
