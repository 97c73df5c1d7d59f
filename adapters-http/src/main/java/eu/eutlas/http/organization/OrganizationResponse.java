package eu.eutlas.http.organization;

import eu.eutlas.domain.identity.UserId;
import eu.eutlas.domain.organization.Organization;
import eu.eutlas.domain.organization.Role;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An organization.
 *
 * @param role of whoever asks; null for who is a member no more
 */
record OrganizationResponse(
    String id, String name, @Nullable Role role, Instant createdAt, Instant updatedAt) {
  static OrganizationResponse of(Organization organization, UserId viewer) {
    return new OrganizationResponse(
        organization.id().value(),
        organization.name().value(),
        organization.roleOf(viewer).orElse(null),
        organization.createdAt(),
        organization.updatedAt());
  }
}
