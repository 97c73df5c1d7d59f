package eu.eutlas.domain.cluster;

import java.time.Instant;

/**
 * That a cluster really worked: the customer's login was accepted at the endpoint, a document was
 * written and read with majority, and the users were those that are wanted. It holds for that
 * generation, version of the users and endpoint only.
 */
public record Proof(long generation, int usersVersion, Endpoint endpoint, Instant at) {
  /** Whether this proves what is wanted now at the place that is seen now. */
  public boolean covers(ClusterSpec spec, Endpoint seen) {
    return generation == spec.generation()
        && usersVersion == spec.users().version()
        && endpoint.equals(seen);
  }
}
