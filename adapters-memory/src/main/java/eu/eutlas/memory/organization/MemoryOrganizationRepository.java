package eu.eutlas.memory.organization;

import eu.eutlas.application.Cursor;
import eu.eutlas.application.Page;
import eu.eutlas.application.PageRequest;
import eu.eutlas.application.SaveResult;
import eu.eutlas.application.Scope;
import eu.eutlas.application.organization.OrganizationRepository;
import eu.eutlas.domain.OriginKey;
import eu.eutlas.domain.event.Outbox;
import eu.eutlas.domain.identity.UserId;
import eu.eutlas.domain.organization.OrgId;
import eu.eutlas.domain.organization.Organization;
import eu.eutlas.domain.organization.Role;
import eu.eutlas.memory.Documents;
import eu.eutlas.memory.Index;
import eu.eutlas.memory.Outboxes;
import eu.eutlas.memory.Reservations;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The organizations, in memory. */
public final class MemoryOrganizationRepository implements OrganizationRepository {
  private final Documents<Organization> organizations =
      new Documents<>(
          new Documents.Shape<>(
              organization -> organization.id().value(),
              Organization::version,
              (organization, version) ->
                  with(organization, organization.outbox(), organization.origin(), version)));
  private final Index<Organization, String> byOrigin =
      organizations.uniqueIndex(each -> each.origin().map(OriginKey::keyHash).stream());
  private final Index<Organization, Instant> origins =
      organizations.index(each -> each.origin().map(OriginKey::at).stream());
  private final Index<Organization, String> byMember =
      organizations.index(each -> each.members().stream().map(member -> member.userId().value()));
  private final Index<Organization, String> outboxes =
      organizations.index(each -> Outboxes.key(each.outbox()));
  private final Index<Organization, Instant> reservations =
      organizations.index(each -> Reservations.oldest(each.projects()));

  @Override
  public void insert(Organization organization) {
    organizations.insert(organization);
  }

  @Override
  public SaveResult save(Organization organization) {
    return organizations.save(organization);
  }

  @Override
  public Optional<Organization> find(Scope scope, OrgId id) {
    return organizations.find(id.value()).filter(found -> scope.covers(found.id()));
  }

  @Override
  public Optional<Organization> findByOrigin(String originKeyHash) {
    return byOrigin.first(originKeyHash);
  }

  @Override
  public Map<OrgId, Role> rolesOf(UserId user) {
    return byMember.with(user.value()).stream()
        .collect(
            Collectors.toUnmodifiableMap(
                Organization::id, found -> found.roleOf(user).orElseThrow()));
  }

  @Override
  public Page<Organization> list(Scope scope, PageRequest request) {
    var found =
        organizations.all().stream()
            .filter(each -> scope.covers(each.id()))
            .filter(each -> isAfter(each, request))
            .limit(request.limit() + 1L)
            .toList();
    return Page.of(found, request, each -> new Cursor("", each.id().value()));
  }

  @Override
  public List<OrgId> withOutbox(int limit) {
    return ids(outboxes.first(limit));
  }

  @Override
  public List<OrgId> withReservations(Instant madeBefore, int limit) {
    return ids(reservations.before(madeBefore, limit));
  }

  @Override
  public void drain(OrgId id, Outbox copied) {
    organizations.change(
        id.value(),
        found ->
            with(found, Outboxes.without(found.outbox(), copied), found.origin(), found.version()));
  }

  @Override
  public long forgetOrigins(Instant before) {
    return organizations.changeBefore(
        origins, before, found -> with(found, found.outbox(), Optional.empty(), found.version()));
  }

  private static boolean isAfter(Organization organization, PageRequest request) {
    return request
        .after()
        .map(cursor -> organization.id().value().compareTo(cursor.id()) > 0)
        .orElse(true);
  }

  private static List<OrgId> ids(List<Organization> found) {
    return found.stream().map(Organization::id).toList();
  }

  private static Organization with(
      Organization organization, Outbox outbox, Optional<OriginKey> origin, long version) {
    return new Organization(
        organization.id(),
        organization.name(),
        organization.members(),
        organization.projects(),
        outbox,
        origin,
        organization.createdAt(),
        organization.updatedAt(),
        organization.revision(),
        version);
  }
}
