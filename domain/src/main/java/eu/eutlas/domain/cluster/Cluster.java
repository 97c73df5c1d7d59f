package eu.eutlas.domain.cluster;

import eu.eutlas.domain.OriginKey;
import eu.eutlas.domain.Outcome;
import eu.eutlas.domain.Refusal;
import eu.eutlas.domain.RefusalCode;
import eu.eutlas.domain.Revision;
import eu.eutlas.domain.backup.ClusterBackups;
import eu.eutlas.domain.event.Event;
import eu.eutlas.domain.event.EventType;
import eu.eutlas.domain.event.Initiator;
import eu.eutlas.domain.event.Outbox;
import eu.eutlas.domain.identity.Actor;
import eu.eutlas.domain.identity.CorrelationId;
import eu.eutlas.domain.operation.Operation;
import eu.eutlas.domain.operation.OperationStep;
import eu.eutlas.domain.organization.OrgId;
import eu.eutlas.domain.project.ProjectId;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * A cluster: the truth about what is wanted of it and what we make of what is seen, and at once the
 * queue entry of the work that is left. What people ask of it is decided here; what follows from
 * looking is decided by {@link ClusterLifecycle}.
 *
 * @param outbox what writes of this document caused and the relay has not yet copied
 * @param origin absent when it was created without an idempotency key, or more than a day ago
 * @param version counts the writes of the document and decides races
 */
public record Cluster(
    ClusterId id,
    OrgId orgId,
    ProjectId projectId,
    ClusterName name,
    ClusterSpec spec,
    ClusterSettings settings,
    ClusterStatus status,
    Outbox outbox,
    Optional<OriginKey> origin,
    Instant createdAt,
    Instant updatedAt,
    Revision revision,
    long version) {

  /** A new cluster with the operation that will create it. */
  public static Cluster request(
      Operation create,
      ClusterName name,
      ClusterSpec spec,
      ClusterSettings settings,
      Optional<OriginKey> origin,
      Turn turn) {
    var status =
        new ClusterStatus(
            new ClusterState.Creating(),
            Optional.of(create),
            Optional.empty(),
            Optional.empty(),
            Optional.of(turn.now()),
            ClusterBackups.NONE.look(turn.now()));
    var cluster =
        new Cluster(
            create.clusterId(),
            create.orgId(),
            create.projectId(),
            name,
            spec,
            settings,
            status,
            Outbox.EMPTY,
            origin,
            turn.now(),
            turn.now(),
            Revision.FIRST,
            0);
    return cluster.tell(
        EventType.CLUSTER_CREATION_REQUESTED,
        "Cluster %s was ordered: %s in %s.".formatted(name, spec.plan(), spec.region()),
        create.actor(),
        create.correlationId(),
        turn);
  }

  public ClusterState state() {
    return status.state();
  }

  public boolean isDeleted() {
    return state() instanceof ClusterState.Deleted;
  }

  /** The operation under way; absent when none is. */
  public Optional<Operation> running() {
    return status.operation().filter(Operation::isRunning);
  }

  /** Changes labels and protection, in every state but a deleted one. */
  public Outcome<Cluster> update(ClusterSettings wanted, Actor actor, Turn turn) {
    if (isDeleted()) {
      return Outcome.refused(Refusal.notFound("cluster"));
    }
    if (wanted.equals(settings)) {
      return Outcome.done(this);
    }
    return Outcome.done(
        with(wanted, turn)
            .tell(
                EventType.CLUSTER_UPDATED,
                "Labels or deletion protection of cluster %s were changed.".formatted(name),
                Initiator.of(actor),
                actor.correlationId(),
                turn));
  }

  /** Starts the end of the cluster. What is running is superseded in the same write. */
  public Outcome<Cluster> delete(Operation delete, Turn turn) {
    return ClusterCommand.DELETE
        .admit(this)
        .flatMap(Cluster::unlessProtected)
        .map(admitted -> admitted.goAway(delete, turn));
  }

  /** The customer's login and where to use it, while there is somewhere to use it. */
  public Outcome<Endpoint> openEndpoint() {
    if (isDeleted()) {
      return Outcome.refused(Refusal.notFound("cluster"));
    }
    var serves =
        state() instanceof ClusterState.Serving || state() instanceof ClusterState.Updating;
    return status
        .endpoint()
        .filter(endpoint -> serves)
        .map(Outcome::done)
        .orElseGet(() ->
            Outcome.refused(
                new Refusal.Conflict(
                    RefusalCode.NOT_READY,
                    state() instanceof ClusterState.Paused
                        ? "The cluster is paused. Resume it first."
                        : "The cluster is not ready. Wait for its operation to end.",
                    running().map(Operation::id))));
  }

  /**
   * Remembers that somebody looked at the password. It is an event and nothing else: the revision
   * stays.
   */
  public Cluster credentialsRead(Actor actor, Turn turn) {
    return tell(
        EventType.CLUSTER_CREDENTIALS_READ,
        "The credentials of cluster %s were looked at.".formatted(name),
        Initiator.of(actor),
        actor.correlationId(),
        turn);
  }

  Cluster tell(
      EventType type, String message, Initiator actor, CorrelationId correlationId, Turn turn) {
    var event =
        new Event(
            turn.eventId(),
            type,
            message,
            actor,
            orgId,
            Optional.of(projectId),
            Optional.of(id),
            correlationId,
            Map.of("cluster", name.value()),
            turn.now());
    return with(spec, status, outbox.tell(event));
  }

  Cluster with(ClusterStatus status) {
    return with(spec, status, outbox);
  }

  /** The same with users that nobody asked for now, but before. */
  Cluster with(ClusterUsers users) {
    return with(spec.with(users), status, outbox);
  }

  /** The same, to be reached from elsewhere without anybody having asked for it now. */
  Cluster with(AccessList access) {
    return with(spec.with(access), status, outbox);
  }

  /** The same, which the request that ordered it finds no more when it is asked again. */
  Cluster withoutOrigin() {
    return new Cluster(
        id,
        orgId,
        projectId,
        name,
        spec,
        settings,
        status,
        outbox,
        Optional.empty(),
        createdAt,
        updatedAt,
        revision,
        version);
  }

  /**
   * Ends the operation: a success leaves the document through the outbox, a failure also stays to
   * be seen.
   */
  Cluster finish(Operation ended, ClusterStatus status) {
    return with(spec, status, outbox.finish(ended));
  }

  Outcome<Cluster> unlessProtected() {
    return settings.deletionProtection()
        ? Outcome.refused(
            Refusal.conflict(
                RefusalCode.CLUSTER_PROTECTED,
                "The cluster is protected from deletion. Switch deletionProtection off first."))
        : Outcome.done(this);
  }

  private Cluster goAway(Operation delete, Turn turn) {
    return with(status.backups(status.backups().end().unscheduled().restored()))
        .order(spec, new ClusterState.Deleting(), delete.at(OperationStep.REMOVING), turn)
        .tell(
            EventType.CLUSTER_DELETION_REQUESTED,
            "The deletion of cluster %s was ordered.".formatted(name),
            delete.actor(),
            delete.correlationId(),
            turn);
  }

  /**
   * An accepted command: what is wanted from now on, the state that leads there, and the operation,
   * which supersedes the one that is running.
   */
  Cluster order(ClusterSpec wanted, ClusterState next, Operation operation, Turn turn) {
    var finished =
        running().map(before -> outbox.finish(before.supersede(turn.now()))).orElse(outbox);
    var underWay =
        status.state(next).operation(Optional.of(operation)).lookAgainAt(Optional.of(turn.now()));
    return with(wanted, underWay, finished, turn);
  }

  /** What was before an operation that was taken back, to be looked at. */
  Cluster restore(ClusterState.Before before, Operation ended, Turn turn) {
    var restored =
        status
            .state(before.state())
            .operation(Optional.empty())
            .lookAgainAt(Optional.of(turn.now()));
    return with(before.spec(), restored, outbox.finish(ended), turn);
  }

  /** The same with settings that somebody changed. */
  Cluster with(ClusterSettings wanted, Turn turn) {
    return new Cluster(
        id,
        orgId,
        projectId,
        name,
        spec,
        wanted,
        status,
        outbox,
        origin,
        createdAt,
        turn.now(),
        revision.next(),
        version);
  }

  private Cluster with(ClusterSpec wanted, ClusterStatus next, Outbox told, Turn turn) {
    return new Cluster(
        id,
        orgId,
        projectId,
        name,
        wanted,
        settings,
        next,
        told,
        origin,
        createdAt,
        turn.now(),
        revision.next(),
        version);
  }

  private Cluster with(ClusterSpec wanted, ClusterStatus status, Outbox outbox) {
    return new Cluster(
        id, orgId, projectId, name, wanted, settings, status, outbox, origin, createdAt, updatedAt,
        revision, version);
  }
}
