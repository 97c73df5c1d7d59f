package eu.eutlas.domain.organization;

import eu.eutlas.domain.identity.UserId;
import java.time.Instant;

/** A user in an organization. */
public record Member(UserId userId, Role role, Instant since) {}
