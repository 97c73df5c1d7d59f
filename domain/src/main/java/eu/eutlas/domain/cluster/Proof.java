package eu.eutlas.domain.cluster;

import java.time.Instant;

/**
 * That a cluster really worked: the customer's login was accepted at the endpoint, and a document
 * was written and read with majority. It holds for that generation, login and endpoint only.
 */
public record Proof(long generation, int loginVersion, Endpoint endpoint, Instant at) {
  /** Whether this proves what is wanted now at the place that is seen now. */
  public boolean covers(ClusterSpec spec, Endpoint seen) {
    return generation == spec.generation()
        && loginVersion == spec.customer().version()
        && endpoint.equals(seen);
  }
}
