package eu.eutlas.testkit.event;

import eu.eutlas.domain.cluster.ClusterId;
import eu.eutlas.domain.event.Event;
import eu.eutlas.domain.event.EventId;
import eu.eutlas.domain.event.EventType;
import eu.eutlas.domain.event.Initiator;
import eu.eutlas.domain.identity.CorrelationId;
import eu.eutlas.domain.organization.OrgId;
import eu.eutlas.domain.project.ProjectId;
import eu.eutlas.testkit.PinnedClock;
import eu.eutlas.testkit.organization.Organizations;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** An event in the making; see {@link Events}. */
public final class EventBuilder {
  private EventId id;
  private EventType type = EventType.ORGANIZATION_CREATED;
  private String message;
  private Initiator actor = Initiators.person();
  private OrgId orgId = Organizations.id(1);
  private Optional<ProjectId> projectId = Optional.empty();
  private Optional<ClusterId> clusterId = Optional.empty();
  private CorrelationId correlationId = new CorrelationId("test");
  private Map<String, String> metadata = Map.of();
  private Instant createdAt = PinnedClock.START;

  EventBuilder(int number) {
    this.id = Events.id(number);
    this.message = "Event " + number + " happened.";
  }

  public EventBuilder id(EventId value) {
    this.id = value;
    return this;
  }

  public EventBuilder type(EventType value) {
    this.type = value;
    return this;
  }

  public EventBuilder message(String value) {
    this.message = value;
    return this;
  }

  public EventBuilder by(Initiator value) {
    this.actor = value;
    return this;
  }

  public EventBuilder org(OrgId value) {
    this.orgId = value;
    return this;
  }

  public EventBuilder project(ProjectId value) {
    this.projectId = Optional.of(value);
    return this;
  }

  public EventBuilder cluster(ClusterId value) {
    this.clusterId = Optional.of(value);
    return this;
  }

  public EventBuilder correlationId(String value) {
    this.correlationId = new CorrelationId(value);
    return this;
  }

  public EventBuilder metadata(Map<String, String> value) {
    this.metadata = Map.copyOf(value);
    return this;
  }

  public EventBuilder at(Instant value) {
    this.createdAt = value;
    return this;
  }

  public Event build() {
    return new Event(
        id, type, message, actor, orgId, projectId, clusterId, correlationId, metadata, createdAt);
  }
}
