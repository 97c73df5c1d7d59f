package eu.eutlas.domain.operation;

import eu.eutlas.domain.cluster.ClusterId;
import eu.eutlas.domain.event.Initiator;
import eu.eutlas.domain.identity.CorrelationId;
import eu.eutlas.domain.organization.OrgId;
import eu.eutlas.domain.project.ProjectId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One asked-for change of a cluster, from its acceptance to its end. It lives in its cluster's
 * document while it runs and is copied from there when it has ended.
 *
 * @param waitsFor what lies between what was asked for and what is seen, in plain words; absent
 *     before the first look and after the end
 * @param failures how many attempts have failed
 * @param maxAttempts how many may fail before the operation does, as was so when it was accepted
 * @param attempts the last of them, at most {@link #REMEMBERED}, oldest first
 * @param nextAttemptAt absent while nothing has failed or when it has ended
 * @param deadline when waiting ends
 * @param endedAt absent while it runs
 */
public record Operation(
    OperationId id,
    OperationType type,
    OrgId orgId,
    ProjectId projectId,
    ClusterId clusterId,
    Initiator actor,
    CorrelationId correlationId,
    OperationState state,
    OperationStep step,
    Optional<String> waitsFor,
    int failures,
    int maxAttempts,
    List<Attempt> attempts,
    Optional<Instant> nextAttemptAt,
    Instant startedAt,
    Instant deadline,
    Optional<Instant> endedAt) {

  /** How many failed attempts are remembered. */
  public static final int REMEMBERED = 20;

  public Operation {
    attempts = List.copyOf(attempts);
  }

  public boolean isRunning() {
    return state == OperationState.RUNNING;
  }

  /** The error of the last failed attempt; absent when none has failed. */
  public Optional<OperationError> error() {
    return attempts.isEmpty() ? Optional.empty() : Optional.of(attempts.getLast().error());
  }

  /** When the pause after a failed attempt ends; absent when there is none at the moment. */
  public Optional<Instant> pausesUntil(Instant now) {
    return nextAttemptAt.filter(now::isBefore);
  }

  public Operation at(OperationStep reached) {
    return at(reached, Optional.empty());
  }

  /** Where it stands, and what it waits for there. */
  public Operation at(OperationStep reached, String waiting) {
    return at(reached, Optional.of(waiting));
  }

  private Operation at(OperationStep reached, Optional<String> waiting) {
    return new Operation(
        id,
        type,
        orgId,
        projectId,
        clusterId,
        actor,
        correlationId,
        state,
        reached,
        waiting,
        failures,
        maxAttempts,
        attempts,
        nextAttemptAt,
        startedAt,
        deadline,
        endedAt);
  }

  /** The same with more time. */
  public Operation until(Instant later) {
    return new Operation(
        id,
        type,
        orgId,
        projectId,
        clusterId,
        actor,
        correlationId,
        state,
        step,
        waitsFor,
        failures,
        maxAttempts,
        attempts,
        nextAttemptAt,
        startedAt,
        later,
        endedAt);
  }

  /** Remembers a failed attempt; what follows is the lifecycle's to decide. */
  public Operation attemptFailed(OperationError error, Optional<Instant> nextAttempt, Instant now) {
    var all = Stream.concat(attempts.stream(), Stream.of(new Attempt(now, step, error))).toList();
    var last = all.subList(Math.max(0, all.size() - REMEMBERED), all.size());
    return new Operation(
        id,
        type,
        orgId,
        projectId,
        clusterId,
        actor,
        correlationId,
        state,
        step,
        waitsFor,
        failures + 1,
        maxAttempts,
        last,
        nextAttempt,
        startedAt,
        deadline,
        endedAt);
  }

  public Operation succeed(Instant now) {
    return at(OperationStep.DONE).end(OperationState.SUCCEEDED, now);
  }

  public Operation fail(Instant now) {
    return end(OperationState.FAILED, now);
  }

  public Operation supersede(Instant now) {
    return end(OperationState.SUPERSEDED, now);
  }

  public Operation cancel(Instant now) {
    return end(OperationState.CANCELLED, now);
  }

  private Operation end(OperationState end, Instant now) {
    return new Operation(
        id,
        type,
        orgId,
        projectId,
        clusterId,
        actor,
        correlationId,
        end,
        step,
        Optional.empty(),
        failures,
        maxAttempts,
        attempts,
        Optional.empty(),
        startedAt,
        deadline,
        Optional.of(now));
  }
}
