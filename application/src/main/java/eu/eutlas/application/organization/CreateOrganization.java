package eu.eutlas.application.organization;

import eu.eutlas.application.Access;
import eu.eutlas.application.Authorizer;
import eu.eutlas.application.Created;
import eu.eutlas.application.Ids;
import eu.eutlas.application.Origins;
import eu.eutlas.application.PortFailure;
import eu.eutlas.application.operation.ReconcileQueue;
import eu.eutlas.application.operation.ReconcileQueue.Lane;
import eu.eutlas.application.operation.Work;
import eu.eutlas.domain.OriginKey;
import eu.eutlas.domain.Outcome;
import eu.eutlas.domain.Refusal;
import eu.eutlas.domain.RefusalCode;
import eu.eutlas.domain.event.Event;
import eu.eutlas.domain.event.EventId;
import eu.eutlas.domain.event.EventType;
import eu.eutlas.domain.event.Initiator;
import eu.eutlas.domain.identity.Actor;
import eu.eutlas.domain.organization.OrgId;
import eu.eutlas.domain.organization.OrgName;
import eu.eutlas.domain.organization.Organization;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;

/** Founds an organization, owned by the person who asks. */
public final class CreateOrganization {
  /** How many organizations a person can belong to, so that every list of them stays short. */
  private static final int MAX_MEMBERSHIPS = 100;

  private final Authorizer authorizer;
  private final OrganizationRepository organizations;
  private final ReconcileQueue queue;
  private final Ids ids;
  private final InstantSource clock;

  public CreateOrganization(
      Authorizer authorizer,
      OrganizationRepository organizations,
      ReconcileQueue queue,
      Ids ids,
      InstantSource clock) {
    this.authorizer = authorizer;
    this.organizations = organizations;
    this.queue = queue;
    this.ids = ids;
    this.clock = clock;
  }

  public record Command(OrgName name, Optional<OriginKey> origin) {}

  public Outcome<Created<Organization>> handle(Actor actor, Command command) {
    return authorizer
        .admit(actor)
        .flatMap(access -> replay(command).orElseGet(() -> found(access, command)));
  }

  private Outcome<Created<Organization>> found(Access access, Command command) {
    if (access.roles().size() >= MAX_MEMBERSHIPS) {
      return Outcome.refused(
          Refusal.conflict(
              RefusalCode.ORGANIZATION_LIMIT_REACHED,
              "You belong to " + MAX_MEMBERSHIPS + " organizations already. Leave one first."));
    }
    var organization = organization(access.actor(), command, clock.instant());
    try {
      organizations.insert(organization);
    } catch (PortFailure.Duplicate e) {
      return replay(command).orElseThrow(() -> e);
    }
    authorizer.forget(access.actor().id());
    queue.nudge(new Work.RelayOrganization(organization.id()), Lane.PEOPLE);
    return Outcome.done(new Created<>(organization, false));
  }

  private Organization organization(Actor.Person owner, Command command, Instant now) {
    var id = new OrgId(ids.next());
    var told =
        new Event(
            new EventId(ids.next()),
            EventType.ORGANIZATION_CREATED,
            "Organization %s was created.".formatted(command.name()),
            Initiator.of(owner),
            id,
            Optional.empty(),
            Optional.empty(),
            owner.correlationId(),
            Map.of("organization", command.name().value()),
            now);
    return Organization.found(id, command.name(), owner.id(), command.origin(), told, now);
  }

  private Optional<Outcome<Created<Organization>>> replay(Command command) {
    var found = command.origin().flatMap(origin -> organizations.findByOrigin(origin.keyHash()));
    return Origins.replay(command.origin(), found, found.flatMap(Organization::origin));
  }
}
