package eu.eutlas.testkit.backup;

import eu.eutlas.domain.OriginKey;
import eu.eutlas.domain.Revision;
import eu.eutlas.domain.SealedSecret;
import eu.eutlas.domain.backup.Backup;
import eu.eutlas.domain.backup.BackupId;
import eu.eutlas.domain.backup.BackupOrder;
import eu.eutlas.domain.backup.BackupProof;
import eu.eutlas.domain.backup.BackupState;
import eu.eutlas.domain.backup.BackupTrigger;
import eu.eutlas.domain.backup.Contents;
import eu.eutlas.domain.backup.Hold;
import eu.eutlas.domain.backup.Keeping;
import eu.eutlas.domain.backup.Proving;
import eu.eutlas.domain.backup.Tries;
import eu.eutlas.domain.cluster.ClusterId;
import eu.eutlas.domain.cluster.ClusterName;
import eu.eutlas.domain.cluster.RegionId;
import eu.eutlas.domain.event.Event;
import eu.eutlas.domain.event.Initiator;
import eu.eutlas.domain.event.Outbox;
import eu.eutlas.domain.identity.CorrelationId;
import eu.eutlas.domain.operation.OperationError;
import eu.eutlas.domain.organization.OrgId;
import eu.eutlas.domain.project.ProjectId;
import eu.eutlas.testkit.PinnedClock;
import eu.eutlas.testkit.cluster.Clusters;
import eu.eutlas.testkit.event.Initiators;
import eu.eutlas.testkit.organization.Organizations;
import eu.eutlas.testkit.project.Projects;
import java.time.Instant;
import java.util.Optional;

/** A backup in the making; see {@link Backups}. */
public final class BackupBuilder {
  private final BackupId id;
  private OrgId orgId;
  private ProjectId projectId;
  private ClusterId clusterId;
  private ClusterName clusterName;
  private RegionId region;
  private BackupTrigger trigger;
  private Initiator actor;
  private CorrelationId correlationId;
  private Optional<OriginKey> origin;
  private Instant orderedAt;
  private BackupState state;
  private Tries tries;
  private Keeping keeping;
  private Outbox outbox;
  private Optional<Instant> lookAgainAt;
  private Instant updatedAt;
  private Revision revision;
  private long version;

  BackupBuilder(int number) {
    this(queued(number));
  }

  BackupBuilder(Backup from) {
    var order = from.order();
    this.id = from.id();
    this.orgId = order.orgId();
    this.projectId = order.projectId();
    this.clusterId = order.clusterId();
    this.clusterName = order.clusterName();
    this.region = order.region();
    this.trigger = order.trigger();
    this.actor = order.actor();
    this.correlationId = order.correlationId();
    this.origin = order.origin();
    this.orderedAt = order.at();
    this.state = from.state();
    this.tries = from.tries();
    this.keeping = from.keeping();
    this.outbox = from.outbox();
    this.lookAgainAt = from.lookAgainAt();
    this.updatedAt = from.updatedAt();
    this.revision = from.revision();
    this.version = from.version();
  }

  private static Backup queued(int number) {
    return Backup.request(
        Backups.id(number),
        new BackupOrder(
            Organizations.id(1),
            Projects.id(1),
            Clusters.id(1),
            new ClusterName("cluster-1"),
            Clusters.REGION,
            BackupTrigger.MANUAL,
            Initiators.person(),
            new CorrelationId("test"),
            Optional.empty(),
            PinnedClock.START));
  }

  public BackupBuilder org(OrgId value) {
    this.orgId = value;
    return this;
  }

  public BackupBuilder project(ProjectId value) {
    this.projectId = value;
    return this;
  }

  public BackupBuilder cluster(ClusterId value) {
    this.clusterId = value;
    return this;
  }

  public BackupBuilder clusterName(String value) {
    this.clusterName = new ClusterName(value);
    return this;
  }

  public BackupBuilder region(RegionId value) {
    this.region = value;
    return this;
  }

  public BackupBuilder trigger(BackupTrigger value) {
    this.trigger = value;
    return this;
  }

  public BackupBuilder by(Initiator value) {
    this.actor = value;
    return this;
  }

  public BackupBuilder correlationId(String value) {
    this.correlationId = new CorrelationId(value);
    return this;
  }

  public BackupBuilder origin(OriginKey value) {
    this.origin = Optional.of(value);
    return this;
  }

  public BackupBuilder orderedAt(Instant value) {
    this.orderedAt = value;
    return this;
  }

  public BackupBuilder state(BackupState value) {
    this.state = value;
    return this;
  }

  /** In its first attempt, which began at the clock's start. */
  public BackupBuilder running() {
    this.tries = new Tries(1, tries.error(), Optional.of(Backups.KEY));
    return state(new BackupState.Running(PinnedClock.START, 2, 200, 400));
  }

  /** Whole since the clock's start, kept for a week, with nothing to do before. */
  public BackupBuilder completed() {
    return completed(Backups.contents());
  }

  public BackupBuilder completed(Contents contents) {
    this.tries = new Tries(1, Optional.empty(), Optional.of(Backups.KEY));
    return state(new BackupState.Completed(PinnedClock.START, PinnedClock.START, contents))
        .expiresAt(PinnedClock.START.plusSeconds(604_800))
        .lookAgainAt(PinnedClock.START.plusSeconds(604_800));
  }

  public BackupBuilder tries(int count, OperationError error, SealedSecret key) {
    this.tries = new Tries(count, Optional.of(error), Optional.of(key));
    return this;
  }

  public BackupBuilder expiresAt(Instant value) {
    this.keeping = with(Optional.of(value), keeping.hold(), keeping.readUntil(), keeping.proof());
    return this;
  }

  public BackupBuilder held(Hold value) {
    this.keeping =
        with(keeping.expiresAt(), Optional.of(value), keeping.readUntil(), keeping.proof());
    return this;
  }

  public BackupBuilder readUntil(Instant value) {
    this.keeping = with(keeping.expiresAt(), keeping.hold(), Optional.of(value), keeping.proof());
    return this;
  }

  public BackupBuilder proved(BackupProof value) {
    this.keeping =
        with(keeping.expiresAt(), keeping.hold(), keeping.readUntil(), Optional.of(value));
    return this;
  }

  public BackupBuilder proving(Proving value) {
    this.keeping =
        new Keeping(
            keeping.expiresAt(),
            keeping.hold(),
            keeping.readUntil(),
            keeping.proof(),
            Optional.of(value));
    return this;
  }

  private Keeping with(
      Optional<Instant> expiresAt,
      Optional<Hold> hold,
      Optional<Instant> readUntil,
      Optional<BackupProof> proof) {
    return new Keeping(expiresAt, hold, readUntil, proof, keeping.proving());
  }

  /** One event more in the outbox. */
  public BackupBuilder telling(Event event) {
    this.outbox = outbox.tell(event);
    return this;
  }

  public BackupBuilder outbox(Outbox value) {
    this.outbox = value;
    return this;
  }

  public BackupBuilder lookAgainAt(Instant value) {
    this.lookAgainAt = Optional.of(value);
    return this;
  }

  /** Not to be looked at again. */
  public BackupBuilder settled() {
    this.lookAgainAt = Optional.empty();
    return this;
  }

  public BackupBuilder updatedAt(Instant value) {
    this.updatedAt = value;
    return this;
  }

  public BackupBuilder revision(long value) {
    this.revision = new Revision(value);
    return this;
  }

  public BackupBuilder version(long value) {
    this.version = value;
    return this;
  }

  public Backup build() {
    return new Backup(
        id,
        new BackupOrder(
            orgId,
            projectId,
            clusterId,
            clusterName,
            region,
            trigger,
            actor,
            correlationId,
            origin,
            orderedAt),
        state,
        tries,
        keeping,
        outbox,
        lookAgainAt,
        updatedAt,
        revision,
        version);
  }
}
