package eu.eutlas.jobs;

import eu.eutlas.application.operation.Jobs.OperationTicket;
import eu.eutlas.domain.cluster.ClusterId;
import eu.eutlas.domain.cluster.ClusterName;
import eu.eutlas.domain.identity.CorrelationId;
import eu.eutlas.domain.operation.OperationId;
import eu.eutlas.domain.operation.OperationType;

/** Tickets that differ by a number. */
final class Tickets {
  private Tickets() {}

  static OperationTicket ticket(int number) {
    return new OperationTicket(
        new OperationId("%024x".formatted(number)),
        OperationType.CREATE,
        new ClusterId("%024x".formatted(0xc0000 + number)),
        new ClusterName("shop-db"),
        new CorrelationId("request-" + number));
  }
}
