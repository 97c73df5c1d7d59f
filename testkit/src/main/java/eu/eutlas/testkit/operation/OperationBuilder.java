package eu.eutlas.testkit.operation;

import eu.eutlas.domain.cluster.ClusterId;
import eu.eutlas.domain.event.Initiator;
import eu.eutlas.domain.identity.CorrelationId;
import eu.eutlas.domain.operation.Operation;
import eu.eutlas.domain.operation.OperationError;
import eu.eutlas.domain.operation.OperationId;
import eu.eutlas.domain.operation.OperationState;
import eu.eutlas.domain.operation.OperationStep;
import eu.eutlas.domain.operation.OperationType;
import eu.eutlas.domain.operation.RetryPolicy;
import eu.eutlas.domain.organization.OrgId;
import eu.eutlas.domain.project.ProjectId;
import eu.eutlas.testkit.PinnedClock;
import eu.eutlas.testkit.cluster.Clusters;
import eu.eutlas.testkit.event.Initiators;
import eu.eutlas.testkit.organization.Organizations;
import eu.eutlas.testkit.project.Projects;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** An operation in the making; see {@link Operations}. */
public final class OperationBuilder {
  private static final Duration DEADLINE = Duration.ofMinutes(15);

  private OperationId id;
  private OperationType type;
  private OrgId orgId;
  private ProjectId projectId;
  private ClusterId clusterId;
  private Initiator actor;
  private CorrelationId correlationId;
  private OperationStep step;
  private Instant startedAt;
  private Instant deadline;
  private UnaryOperator<Operation> history = UnaryOperator.identity();

  OperationBuilder(int number) {
    this.id = Operations.id(number);
    this.type = OperationType.CREATE;
    this.orgId = Organizations.id(1);
    this.projectId = Projects.id(1);
    this.clusterId = Clusters.id(1);
    this.actor = Initiators.person();
    this.correlationId = new CorrelationId("test");
    this.step = OperationStep.ACCEPTED;
    this.startedAt = PinnedClock.START;
    this.deadline = PinnedClock.START.plus(DEADLINE);
  }

  public OperationBuilder id(OperationId value) {
    this.id = value;
    return this;
  }

  public OperationBuilder type(OperationType value) {
    this.type = value;
    return this;
  }

  public OperationBuilder org(OrgId value) {
    this.orgId = value;
    return this;
  }

  public OperationBuilder project(ProjectId value) {
    this.projectId = value;
    return this;
  }

  public OperationBuilder cluster(ClusterId value) {
    this.clusterId = value;
    return this;
  }

  public OperationBuilder by(Initiator value) {
    this.actor = value;
    return this;
  }

  public OperationBuilder correlationId(String value) {
    this.correlationId = new CorrelationId(value);
    return this;
  }

  public OperationBuilder at(OperationStep value) {
    this.step = value;
    return this;
  }

  /** Begun at a moment, with a quarter of an hour to its deadline. */
  public OperationBuilder startedAt(Instant value) {
    this.startedAt = value;
    this.deadline = value.plus(DEADLINE);
    return this;
  }

  public OperationBuilder deadline(Instant value) {
    this.deadline = value;
    return this;
  }

  /** One failed attempt more. */
  public OperationBuilder failedAttempt(OperationError error, Instant at, Instant next) {
    return then(operation -> operation.attemptFailed(error, Optional.of(next), at));
  }

  public OperationBuilder succeededAt(Instant at) {
    return then(operation -> operation.succeed(at));
  }

  public OperationBuilder failedAt(Instant at) {
    return then(operation -> operation.fail(at));
  }

  public OperationBuilder supersededAt(Instant at) {
    return then(operation -> operation.supersede(at));
  }

  public Operation build() {
    return history.apply(
        new Operation(
            id,
            type,
            orgId,
            projectId,
            clusterId,
            actor,
            correlationId,
            OperationState.RUNNING,
            step,
            Optional.empty(),
            0,
            RetryPolicy.USUAL.attempts(),
            List.of(),
            Optional.empty(),
            startedAt,
            deadline,
            Optional.empty()));
  }

  private OperationBuilder then(UnaryOperator<Operation> more) {
    var before = history;
    this.history = operation -> more.apply(before.apply(operation));
    return this;
  }
}
