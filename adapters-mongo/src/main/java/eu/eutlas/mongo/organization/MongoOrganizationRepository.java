package eu.eutlas.mongo.organization;

import static eu.eutlas.mongo.Values.value;

import com.mongodb.client.model.Sorts;
import eu.eutlas.application.Cursor;
import eu.eutlas.application.Page;
import eu.eutlas.application.PageRequest;
import eu.eutlas.application.SaveResult;
import eu.eutlas.application.Scope;
import eu.eutlas.application.organization.OrganizationRepository;
import eu.eutlas.domain.event.Outbox;
import eu.eutlas.domain.identity.UserId;
import eu.eutlas.domain.organization.Member;
import eu.eutlas.domain.organization.OrgId;
import eu.eutlas.domain.organization.Organization;
import eu.eutlas.domain.organization.Role;
import eu.eutlas.mongo.CollectionSchema;
import eu.eutlas.mongo.CollectionSchema.Index;
import eu.eutlas.mongo.Documents;
import eu.eutlas.mongo.OriginDocument;
import eu.eutlas.mongo.Store;
import eu.eutlas.mongo.Where;
import eu.eutlas.mongo.event.OutboxDocument;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The organizations, in the collection {@code organizations}. */
public final class MongoOrganizationRepository implements OrganizationRepository {
  public static final CollectionSchema COLLECTION =
      CollectionSchema.of(
          "organizations",
          OriginDocument.UNIQUE,
          OriginDocument.BY_AGE,
          OutboxDocument.INDEX,
          Index.on(OrganizationDocument.MEMBER_IDS),
          Index.sparseOn(OrganizationDocument.RESERVED_AT));

  private static final int ALL = 0;

  private final Documents<Organization> organizations;

  public MongoOrganizationRepository(Store store) {
    this.organizations =
        store.documents(COLLECTION, OrganizationDocument::toBson, OrganizationDocument::fromBson);
  }

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
    return scope.covers(id) ? organizations.find(id.value()) : Optional.empty();
  }

  @Override
  public Optional<Organization> findByOrigin(String originKeyHash) {
    return OriginDocument.find(organizations, originKeyHash);
  }

  @Override
  public Map<OrgId, Role> rolesOf(UserId user) {
    var withUser = Where.anything().is(OrganizationDocument.MEMBER_IDS, value(user.value()));
    var members = OrganizationDocument.MEMBERS;
    var roles = new HashMap<OrgId, Role>();
    for (var document : organizations.fields(withUser, Documents.ANY_ORDER, ALL, members)) {
      var id = new OrgId(document.getString("_id").getValue());
      OrganizationDocument.members(document).stream()
          .filter(member -> member.userId().equals(user))
          .map(Member::role)
          .findFirst()
          .ifPresent(role -> roles.put(id, role));
    }
    return Map.copyOf(roles);
  }

  @Override
  public Page<Organization> list(Scope scope, PageRequest request) {
    var inScope = Where.anything().within(scope, "_id");
    var where =
        request.after().map(cursor -> inScope.above("_id", value(cursor.id()))).orElse(inScope);
    return organizations.page(
        where,
        Sorts.ascending("_id"),
        request,
        organization -> new Cursor("", organization.id().value()));
  }

  @Override
  public List<OrgId> withOutbox(int limit) {
    return OutboxDocument.idsOfNotEmpty(organizations, limit).stream().map(OrgId::new).toList();
  }

  @Override
  public List<OrgId> withReservations(Instant madeBefore, int limit) {
    var reserved = OrganizationDocument.RESERVED_AT;
    var where = Where.anything().below(reserved, value(madeBefore));
    return organizations.ids(where, Sorts.ascending(reserved), limit).stream()
        .map(OrgId::new)
        .toList();
  }

  @Override
  public void drain(OrgId id, Outbox copied) {
    OutboxDocument.drain(organizations, id.value(), copied);
  }

  @Override
  public long forgetOrigins(Instant before) {
    return OriginDocument.forget(organizations, before);
  }
}
