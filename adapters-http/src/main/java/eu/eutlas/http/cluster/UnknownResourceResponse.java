package eu.eutlas.http.cluster;

import eu.eutlas.domain.cluster.UnknownResource;
import java.time.Instant;

/**
 * What lies in a region with this installation's mark and the id of a cluster that nobody knows.
 *
 * @param lastSeenAt within ten minutes
 */
record UnknownResourceResponse(
    String region, String clusterId, Instant firstSeenAt, Instant lastSeenAt) {
  static UnknownResourceResponse of(UnknownResource found) {
    return new UnknownResourceResponse(
        found.region().value(), found.cluster().value(), found.firstSeenAt(), found.lastSeenAt());
  }
}
