package eu.eutlas.domain.cluster;

import eu.eutlas.domain.event.EventId;
import java.time.Instant;

/**
 * What a decision needs from outside so that it can stay pure.
 *
 * @param eventId the id of the event that the decision may tell; a decision tells at most one
 * @param jitter a random number from 0 to 1
 */
public record Turn(Instant now, EventId eventId, double jitter) {}
