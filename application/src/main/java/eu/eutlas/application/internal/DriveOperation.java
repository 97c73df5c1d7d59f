package eu.eutlas.application.internal;

import eu.eutlas.application.LogContext;
import eu.eutlas.application.Scope;
import eu.eutlas.application.cluster.ClusterRepository;
import eu.eutlas.application.operation.Jobs.OperationTicket;
import eu.eutlas.application.operation.OperationRepository;
import eu.eutlas.domain.cluster.Cluster;
import eu.eutlas.domain.operation.Operation;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Drives an operation from a durable job: one pass if one is due, and word of how it stands.
 * Repeatable, on any node.
 */
public final class DriveOperation {
  private static final Scope ALL = new Scope.Everything("jobs drive operations of all tenants");

  private final Reconciler reconciler;
  private final ClusterRepository clusters;
  private final OperationRepository operations;
  private final InstantSource clock;

  public DriveOperation(
      Reconciler reconciler,
      ClusterRepository clusters,
      OperationRepository operations,
      InstantSource clock) {
    this.reconciler = reconciler;
    this.clusters = clusters;
    this.operations = operations;
    this.clock = clock;
  }

  /**
   * Drives it a little further.
   *
   * @return how it stands now; absent when nobody knows of it
   */
  public Optional<Operation> handle(OperationTicket ticket) {
    return LogContext.during(
        Map.of(LogContext.CORRELATION_ID, ticket.correlationId().value()), () -> drive(ticket));
  }

  private Optional<Operation> drive(OperationTicket ticket) {
    var due =
        clusters
            .find(ALL, ticket.clusterId())
            .filter(cluster -> isUnderWay(cluster, ticket))
            .flatMap(cluster -> cluster.status().lookAgainAt())
            .filter(at -> isDue(at));
    due.ifPresent(at -> reconciler.pass(ticket.clusterId()));
    return held(ticket).or(() -> operations.find(ALL, ticket.operationId())).or(() -> held(ticket));
  }

  private boolean isDue(Instant lookAgainAt) {
    return !clock.instant().isBefore(lookAgainAt);
  }

  private static boolean isUnderWay(Cluster cluster, OperationTicket ticket) {
    return cluster
        .running()
        .filter(running -> running.id().equals(ticket.operationId()))
        .isPresent();
  }

  private Optional<Operation> held(OperationTicket ticket) {
    return clusters.find(ALL, ticket.clusterId()).stream()
        .flatMap(cluster ->
            Stream.concat(
                cluster.status().operation().stream(), cluster.outbox().operations().stream()))
        .filter(operation -> operation.id().equals(ticket.operationId()))
        .findFirst();
  }
}
