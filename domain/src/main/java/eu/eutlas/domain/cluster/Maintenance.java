package eu.eutlas.domain.cluster;

import eu.eutlas.domain.event.Initiator;
import java.time.Instant;
import java.util.Optional;

/**
 * That a region must not be touched for a while, because somebody works on what it stands on; or
 * the whole installation, because its metadata was restored.
 *
 * @param reason what people are told
 * @param by who gave the reason; absent where it is older than the remembering of that
 */
public record Maintenance(MaintenanceReason reason, Instant since, Optional<Initiator> by) {}
