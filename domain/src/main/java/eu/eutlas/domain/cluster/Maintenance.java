package eu.eutlas.domain.cluster;

import java.time.Instant;

/**
 * That a region must not be touched for a while, because somebody works on what it stands on.
 *
 * @param reason what people are told
 */
public record Maintenance(MaintenanceReason reason, Instant since) {}
