package eu.eutlas.application.cluster;

import eu.eutlas.application.Deadlines;
import eu.eutlas.application.Ids;
import eu.eutlas.application.Settings;
import eu.eutlas.application.operation.Jobs;
import eu.eutlas.application.operation.ReconcileQueue;
import eu.eutlas.application.operation.ReconcileQueue.Lane;
import eu.eutlas.application.operation.Work;
import eu.eutlas.domain.backup.Contents;
import eu.eutlas.domain.cluster.Cluster;
import eu.eutlas.domain.cluster.ClusterId;
import eu.eutlas.domain.cluster.Turn;
import eu.eutlas.domain.event.EventId;
import eu.eutlas.domain.event.Initiator;
import eu.eutlas.domain.identity.Actor;
import eu.eutlas.domain.operation.Operation;
import eu.eutlas.domain.operation.OperationId;
import eu.eutlas.domain.operation.OperationState;
import eu.eutlas.domain.operation.OperationStep;
import eu.eutlas.domain.operation.OperationType;
import eu.eutlas.domain.operation.RetryPolicy;
import eu.eutlas.domain.organization.OrgId;
import eu.eutlas.domain.project.ProjectId;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** Draws up operations, and hints that there is work once they are saved. */
public final class OperationOrder {
  private final ReconcileQueue queue;
  private final Jobs jobs;
  private final Deadlines deadlines;
  private final RetryPolicy retries;
  private final Ids ids;
  private final InstantSource clock;

  public OperationOrder(
      ReconcileQueue queue, Jobs jobs, Settings settings, Ids ids, InstantSource clock) {
    this.queue = queue;
    this.jobs = jobs;
    this.deadlines = settings.deadlines();
    this.retries = settings.retries();
    this.ids = ids;
    this.clock = clock;
  }

  /** What a decision of this moment needs. */
  Turn turn() {
    return new Turn(clock.instant(), new EventId(ids.next()), ids.jitter());
  }

  /** An operation of a cluster that is there. */
  Operation draw(OperationType type, Cluster cluster, Actor actor) {
    return draw(type, cluster.orgId(), cluster.projectId(), cluster.id(), actor);
  }

  Operation draw(OperationType type, OrgId org, ProjectId project, ClusterId cluster, Actor actor) {
    var now = clock.instant();
    return new Operation(
        new OperationId(ids.next()),
        type,
        org,
        project,
        cluster,
        Initiator.of(actor),
        actor.correlationId(),
        OperationState.RUNNING,
        OperationStep.ACCEPTED,
        Optional.empty(),
        0,
        retries.attempts(),
        List.of(),
        Optional.empty(),
        now,
        now.plus(deadlines.of(type)),
        Optional.empty());
  }

  /** The same with as much more time as so much data takes to be restored. */
  Operation longer(Operation restore, Contents contents) {
    return restore.until(restore.deadline().plus(deadlines.more(contents.dataBytes())));
  }

  /**
   * Has the cluster looked at, its events told and its operation driven. Losing this costs latency
   * only.
   */
  void hint(Cluster saved) {
    queue.nudge(new Work.Pass(saved.id()), Lane.PEOPLE);
    told(saved);
    saved.running().ifPresent(operation -> jobs.drive(Jobs.OperationTicket.of(saved, operation)));
  }

  /** Has the cluster's events told. */
  void told(Cluster saved) {
    queue.nudge(new Work.RelayCluster(saved.id()), Lane.PEOPLE);
  }
}
