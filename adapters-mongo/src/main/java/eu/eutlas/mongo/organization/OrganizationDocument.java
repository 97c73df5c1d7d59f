package eu.eutlas.mongo.organization;

import eu.eutlas.domain.Revision;
import eu.eutlas.domain.identity.UserId;
import eu.eutlas.domain.organization.Member;
import eu.eutlas.domain.organization.OrgId;
import eu.eutlas.domain.organization.OrgName;
import eu.eutlas.domain.organization.Organization;
import eu.eutlas.domain.organization.Role;
import eu.eutlas.domain.project.ProjectId;
import eu.eutlas.mongo.DocumentReader;
import eu.eutlas.mongo.DocumentWriter;
import eu.eutlas.mongo.OriginDocument;
import eu.eutlas.mongo.SlotsDocument;
import eu.eutlas.mongo.Values;
import eu.eutlas.mongo.event.OutboxDocument;
import java.util.List;
import org.bson.BsonDocument;

/** An organization as it is stored. Its {@code _id} is what {@code orgId} is in other documents. */
final class OrganizationDocument {
  static final String MEMBERS = "members";

  /**
   * Derived: the users that are members. The embedded server does not use an index on a field of an
   * array's documents.
   */
  static final String MEMBER_IDS = "memberIds";

  /** Derived: when the oldest reservation was made; absent when there is none. */
  static final String RESERVED_AT = "reservedAt";

  private OrganizationDocument() {}

  static BsonDocument toBson(Organization organization) {
    return new DocumentWriter()
        .put("_id", organization.id().value())
        .put("version", organization.version())
        .put("revision", organization.revision().value())
        .put("name", organization.name().value())
        .putAll(MEMBERS, organization.members(), OrganizationDocument::member)
        .put("projects", SlotsDocument.toBson(organization.projects(), ProjectId::value))
        .put(OutboxDocument.FIELD, OutboxDocument.toBson(organization.outbox()))
        .put(OriginDocument.FIELD, organization.origin().map(OriginDocument::toBson))
        .put("createdAt", organization.createdAt())
        .put("updatedAt", organization.updatedAt())
        .putIf(OutboxDocument.NOT_EMPTY, !organization.outbox().isEmpty())
        .put(
            RESERVED_AT,
            SlotsDocument.oldestReservation(organization.projects()).map(Values::value))
        .putAll(MEMBER_IDS, organization.members(), member -> Values.value(member.userId().value()))
        .done();
  }

  static Organization fromBson(BsonDocument document) {
    var stored = DocumentReader.of(document);
    return new Organization(
        new OrgId(stored.text("_id")),
        new OrgName(stored.text("name")),
        members(document),
        SlotsDocument.fromBson(stored, "projects", ProjectId::new),
        stored.document(OutboxDocument.FIELD, OutboxDocument::fromBson),
        stored.findDocument(OriginDocument.FIELD, OriginDocument::fromBson),
        stored.time("createdAt"),
        stored.time("updatedAt"),
        new Revision(stored.number("revision")),
        stored.number("version"));
  }

  /** The members alone, of a document that may hold nothing else. */
  static List<Member> members(BsonDocument document) {
    return DocumentReader.of(document).documents(MEMBERS, OrganizationDocument::member);
  }

  private static BsonDocument member(Member member) {
    return new DocumentWriter()
        .put("userId", member.userId().value())
        .put("role", member.role())
        .put("since", member.since())
        .done();
  }

  private static Member member(DocumentReader member) {
    return new Member(
        new UserId(member.text("userId")), member.word("role", Role.class), member.time("since"));
  }
}
