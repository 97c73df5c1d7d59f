package eu.eutlas.testkit.organization;

import eu.eutlas.domain.OriginKey;
import eu.eutlas.domain.Revision;
import eu.eutlas.domain.Slots;
import eu.eutlas.domain.event.Event;
import eu.eutlas.domain.event.Outbox;
import eu.eutlas.domain.identity.UserId;
import eu.eutlas.domain.organization.Member;
import eu.eutlas.domain.organization.OrgId;
import eu.eutlas.domain.organization.OrgName;
import eu.eutlas.domain.organization.Organization;
import eu.eutlas.domain.organization.Role;
import eu.eutlas.domain.project.ProjectId;
import eu.eutlas.testkit.PinnedClock;
import eu.eutlas.testkit.identity.Users;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** An organization in the making; see {@link Organizations}. */
public final class OrganizationBuilder {
  private OrgId id;
  private OrgName name;
  private List<Member> members;
  private Slots<ProjectId> projects;
  private Outbox outbox;
  private Optional<OriginKey> origin;
  private Instant createdAt;
  private Instant updatedAt;
  private Revision revision;
  private long version;

  OrganizationBuilder(int number) {
    this(
        new Organization(
            Organizations.id(number),
            new OrgName("Organization " + number),
            List.of(new Member(Users.id(number), Role.OWNER, PinnedClock.START)),
            Slots.none(),
            Outbox.EMPTY,
            Optional.empty(),
            PinnedClock.START,
            PinnedClock.START,
            Revision.FIRST,
            0));
  }

  OrganizationBuilder(Organization from) {
    this.id = from.id();
    this.name = from.name();
    this.members = from.members();
    this.projects = from.projects();
    this.outbox = from.outbox();
    this.origin = from.origin();
    this.createdAt = from.createdAt();
    this.updatedAt = from.updatedAt();
    this.revision = from.revision();
    this.version = from.version();
  }

  public OrganizationBuilder id(OrgId value) {
    this.id = value;
    return this;
  }

  public OrganizationBuilder name(String value) {
    this.name = new OrgName(value);
    return this;
  }

  /** Its only member. */
  public OrganizationBuilder owner(UserId value) {
    this.members = List.of(new Member(value, Role.OWNER, createdAt));
    return this;
  }

  /** One member more. */
  public OrganizationBuilder member(UserId user, Role role) {
    var member = new Member(user, role, createdAt);
    this.members = Stream.concat(members.stream(), Stream.of(member)).toList();
    return this;
  }

  public OrganizationBuilder projects(Slots<ProjectId> value) {
    this.projects = value;
    return this;
  }

  /** One event more in the outbox. */
  public OrganizationBuilder telling(Event event) {
    this.outbox = outbox.tell(event);
    return this;
  }

  public OrganizationBuilder outbox(Outbox value) {
    this.outbox = value;
    return this;
  }

  public OrganizationBuilder origin(OriginKey value) {
    this.origin = Optional.of(value);
    return this;
  }

  public OrganizationBuilder withoutOrigin() {
    this.origin = Optional.empty();
    return this;
  }

  public OrganizationBuilder createdAt(Instant value) {
    this.createdAt = value;
    this.updatedAt = value;
    return this;
  }

  public OrganizationBuilder revision(long value) {
    this.revision = new Revision(value);
    return this;
  }

  public OrganizationBuilder version(long value) {
    this.version = value;
    return this;
  }

  public Organization build() {
    return new Organization(
        id, name, members, projects, outbox, origin, createdAt, updatedAt, revision, version);
  }
}
