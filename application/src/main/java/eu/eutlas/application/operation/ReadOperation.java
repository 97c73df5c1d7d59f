package eu.eutlas.application.operation;

import eu.eutlas.application.internal.EventTail;
import eu.eutlas.domain.Outcome;
import eu.eutlas.domain.identity.Actor;
import eu.eutlas.domain.operation.Operation;
import eu.eutlas.domain.operation.OperationId;
import eu.eutlas.domain.organization.OrgId;
import eu.eutlas.domain.organization.Permission;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** Reads an operation, and waits a while for its end if asked to. */
public final class ReadOperation {
  private final OperationAccess access;
  private final EventTail tail;
  private final InstantSource clock;

  public ReadOperation(OperationAccess access, EventTail tail, InstantSource clock) {
    this.access = access;
    this.tail = tail;
    this.clock = clock;
  }

  /** Reads it as it is. */
  public Outcome<Operation> handle(Actor actor, OperationId id) {
    return access.find(actor, Permission.READ_CLUSTER, id);
  }

  /**
   * Waits for its end.
   *
   * @return the operation as it is when it has ended or the time is over
   */
  public Outcome<Operation> await(Actor actor, OperationId id, Duration timeout)
      throws InterruptedException {
    var end = clock.instant().plus(timeout);
    var first = handle(actor, id);
    if (!(first instanceof Outcome.Done<Operation>(var operation)) || !operation.isRunning()) {
      return first;
    }
    var org = operation.orgId();
    tail.follow(org);
    try {
      return await(actor, id, org, end);
    } finally {
      tail.unfollow(org);
    }
  }

  /** An end is always told by an event of its organization, so each event is worth a look. */
  private Outcome<Operation> await(Actor actor, OperationId id, OrgId org, Instant end)
      throws InterruptedException {
    while (true) {
      var seq = tail.newest(org);
      var present = handle(actor, id);
      var left = Duration.between(clock.instant(), end);
      var waits =
          present instanceof Outcome.Done<Operation>(var operation)
              && operation.isRunning()
              && left.isPositive()
              && !tail.isClosed();
      if (!waits) {
        return present;
      }
      // Woken or out of time, the loop looks again.
      var unused = tail.await(org, seq, left);
    }
  }
}
