package eu.eutlas.testkit.event;

import eu.eutlas.application.event.EventQuery;
import eu.eutlas.domain.cluster.ClusterId;
import eu.eutlas.domain.event.EventType;
import eu.eutlas.domain.event.Severity;
import eu.eutlas.domain.organization.OrgId;
import eu.eutlas.domain.project.ProjectId;
import java.time.Instant;
import java.util.Optional;

/** What is asked of an event log, in the making; see {@link Events}. */
public final class EventQueryBuilder {
  private final OrgId org;
  private Optional<ProjectId> project = Optional.empty();
  private Optional<ClusterId> cluster = Optional.empty();
  private Optional<EventType> type = Optional.empty();
  private Optional<Severity> severity = Optional.empty();
  private Optional<Instant> from = Optional.empty();
  private Optional<Instant> to = Optional.empty();

  EventQueryBuilder(OrgId org) {
    this.org = org;
  }

  public EventQueryBuilder project(ProjectId value) {
    this.project = Optional.of(value);
    return this;
  }

  public EventQueryBuilder cluster(ClusterId value) {
    this.cluster = Optional.of(value);
    return this;
  }

  public EventQueryBuilder type(EventType value) {
    this.type = Optional.of(value);
    return this;
  }

  public EventQueryBuilder severity(Severity value) {
    this.severity = Optional.of(value);
    return this;
  }

  /** Inclusive. */
  public EventQueryBuilder from(Instant value) {
    this.from = Optional.of(value);
    return this;
  }

  /** Exclusive. */
  public EventQueryBuilder to(Instant value) {
    this.to = Optional.of(value);
    return this;
  }

  public EventQuery build() {
    return new EventQuery(org, project, cluster, type, severity, from, to);
  }
}
