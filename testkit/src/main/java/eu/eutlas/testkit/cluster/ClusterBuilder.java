package eu.eutlas.testkit.cluster;

import eu.eutlas.domain.OriginKey;
import eu.eutlas.domain.Revision;
import eu.eutlas.domain.backup.BackupPolicy;
import eu.eutlas.domain.backup.ClusterBackups;
import eu.eutlas.domain.cluster.AccessList;
import eu.eutlas.domain.cluster.Cluster;
import eu.eutlas.domain.cluster.ClusterId;
import eu.eutlas.domain.cluster.ClusterName;
import eu.eutlas.domain.cluster.ClusterSettings;
import eu.eutlas.domain.cluster.ClusterSpec;
import eu.eutlas.domain.cluster.ClusterState;
import eu.eutlas.domain.cluster.ClusterStatus;
import eu.eutlas.domain.cluster.ClusterUsers;
import eu.eutlas.domain.cluster.Endpoint;
import eu.eutlas.domain.cluster.Labels;
import eu.eutlas.domain.cluster.PlanId;
import eu.eutlas.domain.cluster.Proof;
import eu.eutlas.domain.cluster.RegionId;
import eu.eutlas.domain.cluster.Resources;
import eu.eutlas.domain.event.Event;
import eu.eutlas.domain.event.Outbox;
import eu.eutlas.domain.operation.Operation;
import eu.eutlas.domain.organization.OrgId;
import eu.eutlas.domain.project.ProjectId;
import eu.eutlas.testkit.PinnedClock;
import eu.eutlas.testkit.operation.Operations;
import eu.eutlas.testkit.organization.Organizations;
import eu.eutlas.testkit.project.Projects;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** A cluster in the making; see {@link Clusters}. */
public final class ClusterBuilder {
  private ClusterId id;
  private OrgId orgId;
  private ProjectId projectId;
  private ClusterName name;
  private ClusterSpec spec;
  private Labels labels;
  private boolean deletionProtection;
  private ClusterState state;
  private Optional<Operation> operation;
  private Optional<Endpoint> endpoint;
  private Optional<String> seen;
  private Optional<Instant> lookAgainAt;
  private BackupPolicy backupPolicy;
  private ClusterBackups backups;
  private Outbox outbox;
  private Optional<OriginKey> origin;
  private Instant createdAt;
  private Instant updatedAt;
  private Revision revision;
  private long version;

  ClusterBuilder(int number) {
    this(creating(number));
  }

  ClusterBuilder(Cluster from) {
    this.id = from.id();
    this.orgId = from.orgId();
    this.projectId = from.projectId();
    this.name = from.name();
    this.spec = from.spec();
    this.labels = from.settings().labels();
    this.deletionProtection = from.settings().deletionProtection();
    this.state = from.status().state();
    this.operation = from.status().operation();
    this.endpoint = from.status().endpoint();
    this.seen = from.status().seen();
    this.lookAgainAt = from.status().lookAgainAt();
    this.backupPolicy = from.settings().backups();
    this.backups = from.status().backups();
    this.outbox = from.outbox();
    this.origin = from.origin();
    this.createdAt = from.createdAt();
    this.updatedAt = from.updatedAt();
    this.revision = from.revision();
    this.version = from.version();
  }

  private static Cluster creating(int number) {
    return new Cluster(
        Clusters.id(number),
        Organizations.id(1),
        Projects.id(1),
        new ClusterName("cluster-" + number),
        Clusters.spec(),
        new ClusterSettings(Labels.NONE, false),
        new ClusterStatus(
            new ClusterState.Creating(),
            Optional.of(Operations.anOperation(number).cluster(Clusters.id(number)).build()),
            Optional.empty(),
            Optional.empty(),
            Optional.of(PinnedClock.START),
            ClusterBackups.NONE),
        Outbox.EMPTY,
        Optional.empty(),
        PinnedClock.START,
        PinnedClock.START,
        Revision.FIRST,
        0);
  }

  public ClusterBuilder org(OrgId value) {
    this.orgId = value;
    return this;
  }

  public ClusterBuilder project(ProjectId value) {
    this.projectId = value;
    return this;
  }

  public ClusterBuilder name(String value) {
    this.name = new ClusterName(value);
    return this;
  }

  public ClusterBuilder spec(ClusterSpec value) {
    this.spec = value;
    return this;
  }

  public ClusterBuilder plan(String value) {
    return spec(
        new ClusterSpec(
            spec.generation(),
            new PlanId(value),
            spec.resources(),
            spec.region(),
            spec.mongoVersion(),
            spec.admin(),
            spec.users(),
            spec.access()));
  }

  public ClusterBuilder resources(Resources value) {
    return spec(
        new ClusterSpec(
            spec.generation(),
            spec.plan(),
            value,
            spec.region(),
            spec.mongoVersion(),
            spec.admin(),
            spec.users(),
            spec.access()));
  }

  public ClusterBuilder region(RegionId value) {
    return spec(
        new ClusterSpec(
            spec.generation(),
            spec.plan(),
            spec.resources(),
            value,
            spec.mongoVersion(),
            spec.admin(),
            spec.users(),
            spec.access()));
  }

  public ClusterBuilder users(ClusterUsers value) {
    return spec(
        new ClusterSpec(
            spec.generation(),
            spec.plan(),
            spec.resources(),
            spec.region(),
            spec.mongoVersion(),
            spec.admin(),
            value,
            spec.access()));
  }

  public ClusterBuilder access(AccessList value) {
    return spec(
        new ClusterSpec(
            spec.generation(),
            spec.plan(),
            spec.resources(),
            spec.region(),
            spec.mongoVersion(),
            spec.admin(),
            spec.users(),
            value));
  }

  public ClusterBuilder labels(Map<String, String> value) {
    this.labels = new Labels(value);
    return this;
  }

  /** Protected from deletion. */
  public ClusterBuilder locked() {
    this.deletionProtection = true;
    return this;
  }

  public ClusterBuilder state(ClusterState value) {
    this.state = value;
    return this;
  }

  /** Proved at the clock's start, settled, without an operation. */
  public ClusterBuilder ready(Endpoint at) {
    this.state =
        new ClusterState.Ready(
            new Proof(spec.generation(), spec.users().version(), at, PinnedClock.START));
    this.endpoint = Optional.of(at);
    return withoutOperation().settled();
  }

  /** A tombstone. */
  public ClusterBuilder deletedAt(Instant at) {
    this.state = new ClusterState.Deleted(at);
    this.endpoint = Optional.empty();
    return withoutOperation().settled();
  }

  public ClusterBuilder operation(Operation value) {
    this.operation = Optional.of(value);
    return this;
  }

  public ClusterBuilder withoutOperation() {
    this.operation = Optional.empty();
    return this;
  }

  public ClusterBuilder seen(String digest) {
    this.seen = Optional.of(digest);
    return this;
  }

  public ClusterBuilder lookAgainAt(Instant value) {
    this.lookAgainAt = Optional.of(value);
    return this;
  }

  /** Not to be looked at again. */
  public ClusterBuilder settled() {
    this.lookAgainAt = Optional.empty();
    return this;
  }

  public ClusterBuilder backups(ClusterBackups value) {
    this.backups = value;
    return this;
  }

  public ClusterBuilder backupPolicy(BackupPolicy value) {
    this.backupPolicy = value;
    return this;
  }

  /** One event more in the outbox. */
  public ClusterBuilder telling(Event event) {
    this.outbox = outbox.tell(event);
    return this;
  }

  /** One ended operation more in the outbox. */
  public ClusterBuilder finishing(Operation ended) {
    this.outbox = outbox.finish(ended);
    return this;
  }

  public ClusterBuilder outbox(Outbox value) {
    this.outbox = value;
    return this;
  }

  public ClusterBuilder origin(OriginKey value) {
    this.origin = Optional.of(value);
    return this;
  }

  public ClusterBuilder withoutOrigin() {
    this.origin = Optional.empty();
    return this;
  }

  public ClusterBuilder createdAt(Instant value) {
    this.createdAt = value;
    this.updatedAt = value;
    return this;
  }

  public ClusterBuilder revision(long value) {
    this.revision = new Revision(value);
    return this;
  }

  public ClusterBuilder version(long value) {
    this.version = value;
    return this;
  }

  public Cluster build() {
    return new Cluster(
        id,
        orgId,
        projectId,
        name,
        spec,
        new ClusterSettings(labels, deletionProtection, backupPolicy),
        new ClusterStatus(state, operation, endpoint, seen, lookAgainAt, backups),
        outbox,
        origin,
        createdAt,
        updatedAt,
        revision,
        version);
  }
}
