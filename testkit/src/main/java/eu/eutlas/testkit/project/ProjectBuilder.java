package eu.eutlas.testkit.project;

import eu.eutlas.domain.OriginKey;
import eu.eutlas.domain.Revision;
import eu.eutlas.domain.Slots;
import eu.eutlas.domain.cluster.ClusterId;
import eu.eutlas.domain.event.Event;
import eu.eutlas.domain.event.Outbox;
import eu.eutlas.domain.organization.OrgId;
import eu.eutlas.domain.project.Project;
import eu.eutlas.domain.project.ProjectId;
import eu.eutlas.domain.project.ProjectName;
import eu.eutlas.domain.project.ProjectState;
import eu.eutlas.testkit.PinnedClock;
import eu.eutlas.testkit.organization.Organizations;
import java.time.Instant;
import java.util.Optional;

/** A project in the making; see {@link Projects}. */
public final class ProjectBuilder {
  private ProjectId id;
  private OrgId orgId;
  private ProjectName name;
  private ProjectState state;
  private Slots<ClusterId> clusters;
  private Outbox outbox;
  private Optional<OriginKey> origin;
  private Instant createdAt;
  private Instant updatedAt;
  private Revision revision;
  private long version;

  ProjectBuilder(int number) {
    this(
        new Project(
            Projects.id(number),
            Organizations.id(1),
            new ProjectName("Project " + number),
            ProjectState.ACTIVE,
            Slots.none(),
            Outbox.EMPTY,
            Optional.empty(),
            PinnedClock.START,
            PinnedClock.START,
            Revision.FIRST,
            0));
  }

  ProjectBuilder(Project from) {
    this.id = from.id();
    this.orgId = from.orgId();
    this.name = from.name();
    this.state = from.state();
    this.clusters = from.clusters();
    this.outbox = from.outbox();
    this.origin = from.origin();
    this.createdAt = from.createdAt();
    this.updatedAt = from.updatedAt();
    this.revision = from.revision();
    this.version = from.version();
  }

  public ProjectBuilder id(ProjectId value) {
    this.id = value;
    return this;
  }

  public ProjectBuilder org(OrgId value) {
    this.orgId = value;
    return this;
  }

  public ProjectBuilder name(String value) {
    this.name = new ProjectName(value);
    return this;
  }

  public ProjectBuilder deleting() {
    this.state = ProjectState.DELETING;
    return this;
  }

  public ProjectBuilder clusters(Slots<ClusterId> value) {
    this.clusters = value;
    return this;
  }

  /** One event more in the outbox. */
  public ProjectBuilder telling(Event event) {
    this.outbox = outbox.tell(event);
    return this;
  }

  public ProjectBuilder outbox(Outbox value) {
    this.outbox = value;
    return this;
  }

  public ProjectBuilder origin(OriginKey value) {
    this.origin = Optional.of(value);
    return this;
  }

  public ProjectBuilder withoutOrigin() {
    this.origin = Optional.empty();
    return this;
  }

  public ProjectBuilder createdAt(Instant value) {
    this.createdAt = value;
    this.updatedAt = value;
    return this;
  }

  public ProjectBuilder revision(long value) {
    this.revision = new Revision(value);
    return this;
  }

  public ProjectBuilder version(long value) {
    this.version = value;
    return this;
  }

  public Project build() {
    return new Project(
        id, orgId, name, state, clusters, outbox, origin, createdAt, updatedAt, revision, version);
  }
}
