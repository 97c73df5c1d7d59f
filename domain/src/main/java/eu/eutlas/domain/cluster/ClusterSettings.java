package eu.eutlas.domain.cluster;

/** What people may change of a cluster at any time, without an operation. */
public record ClusterSettings(Labels labels, boolean deletionProtection) {}
