package eu.eutlas.domain.cluster;

import java.time.Instant;
import java.util.Optional;

/**
 * That a cluster really worked: the customer's login was accepted at the endpoint, a document was
 * written and read with majority, and the users were those that are wanted. It holds for that
 * generation, version of the users and endpoint only, and until the users look different.
 *
 * @param fingerprint what the data plane saw of the users then; absent where it does not see them
 */
public record Proof(
    long generation,
    int usersVersion,
    Endpoint endpoint,
    Optional<String> fingerprint,
    Instant at) {
  /** Where the data plane does not see users. */
  public Proof(long generation, int usersVersion, Endpoint endpoint, Instant at) {
    this(generation, usersVersion, endpoint, Optional.empty(), at);
  }

  /** Whether this proves what is wanted now at the place that is seen now. */
  public boolean covers(ClusterSpec spec, ClusterObservation.Running seen) {
    return generation == spec.generation()
        && usersVersion == spec.users().version()
        && endpoint.equals(seen.endpoint())
        && fingerprint.equals(seen.fingerprint());
  }
}
