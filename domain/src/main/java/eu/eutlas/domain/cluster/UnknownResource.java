package eu.eutlas.domain.cluster;

import java.time.Instant;

/**
 * What lies in a region with this installation's mark and the id of a cluster that nobody knows.
 *
 * @param cluster the id that it carries
 * @param lastSeenAt within ten minutes
 */
public record UnknownResource(
    RegionId region, ClusterId cluster, Instant firstSeenAt, Instant lastSeenAt) {}
