package eu.eutlas.domain.organization;

import eu.eutlas.domain.OriginKey;
import eu.eutlas.domain.Outcome;
import eu.eutlas.domain.Refusal;
import eu.eutlas.domain.RefusalCode;
import eu.eutlas.domain.Reservation;
import eu.eutlas.domain.Revision;
import eu.eutlas.domain.Slots;
import eu.eutlas.domain.event.Event;
import eu.eutlas.domain.event.Outbox;
import eu.eutlas.domain.identity.UserId;
import eu.eutlas.domain.project.ProjectId;
import eu.eutlas.domain.project.ProjectName;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A tenant: members with their roles, and the slots of its projects. Whether a project may exist,
 * and under which name, is decided here, in one write of this document.
 *
 * @param outbox events that writes of this document caused and that the relay has not yet copied
 * @param origin absent when it was created without an idempotency key, or more than a day ago
 * @param version counts the writes of the document and decides races
 */
public record Organization(
    OrgId id,
    OrgName name,
    List<Member> members,
    Slots<ProjectId> projects,
    Outbox outbox,
    Optional<OriginKey> origin,
    Instant createdAt,
    Instant updatedAt,
    Revision revision,
    long version) {

  /** How many projects an organization can hold. */
  public static final int MAX_PROJECTS = 200;

  public Organization {
    members = List.copyOf(members);
  }

  /** A new organization, owned by the one who asked for it. */
  public static Organization found(
      OrgId id, OrgName name, UserId owner, Optional<OriginKey> origin, Event told, Instant now) {
    return new Organization(
        id,
        name,
        List.of(new Member(owner, Role.OWNER, now)),
        Slots.none(),
        Outbox.EMPTY.tell(told),
        origin,
        now,
        now,
        Revision.FIRST,
        0);
  }

  /** The role of a user; absent for a stranger. */
  public Optional<Role> roleOf(UserId user) {
    return members.stream()
        .filter(member -> member.userId().equals(user))
        .map(Member::role)
        .findFirst();
  }

  /** Reserves the place and the name of a project that is about to be created. */
  public Outcome<Reservation<Organization, ProjectId>> reserve(
      ProjectId project, ProjectName projectName, Optional<OriginKey> byOrigin, Instant now) {
    var holder = projects.named(projectName.key());
    if (holder.isPresent()) {
      return Reservation.again(this, holder.get(), byOrigin)
          .map(Outcome::done)
          .orElseGet(Organization::projectNameTaken);
    }
    if (projects.size() >= MAX_PROJECTS) {
      return Outcome.refused(
          Refusal.conflict(
              RefusalCode.PROJECT_LIMIT_REACHED,
              "An organization has at most " + MAX_PROJECTS + " projects. Delete one first."));
    }
    var reserved = with(projects.reserve(project, projectName.key(), byOrigin, now), now);
    return Outcome.done(new Reservation<>(reserved, project, false));
  }

  /** Makes a project's place live. Bookkeeping: repeated, it changes nothing. */
  public Organization occupy(ProjectId project) {
    return with(projects.occupy(project), updatedAt);
  }

  /** Frees the place and the name of a project. Bookkeeping: repeated, it changes nothing. */
  public Organization free(ProjectId project) {
    return with(projects.free(project), updatedAt);
  }

  /** The answer to who wants a name that another project of the organization has. */
  public static <T> Outcome<T> projectNameTaken() {
    return Outcome.refused(
        Refusal.conflict(
            RefusalCode.PROJECT_NAME_TAKEN,
            "A project with this name exists already in the organization. Choose another name."));
  }

  private Organization with(Slots<ProjectId> projects, Instant now) {
    return new Organization(
        id, name, members, projects, outbox, origin, createdAt, now, revision, version);
  }
}
