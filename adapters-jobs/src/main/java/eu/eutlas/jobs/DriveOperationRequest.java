package eu.eutlas.jobs;

import eu.eutlas.application.operation.Jobs.OperationTicket;
import eu.eutlas.domain.cluster.ClusterId;
import eu.eutlas.domain.cluster.ClusterName;
import eu.eutlas.domain.identity.CorrelationId;
import eu.eutlas.domain.operation.OperationId;
import eu.eutlas.domain.operation.OperationType;
import java.util.List;
import java.util.Locale;
import org.jobrunr.jobs.lambdas.JobRequest;

/** A ticket as JobRunr stores it: by this class's and its handler's name, so both names stay. */
record DriveOperationRequest(
    String operationId,
    String operationType,
    String clusterId,
    String clusterName,
    String correlationId)
    implements JobRequest {

  static DriveOperationRequest of(OperationTicket ticket) {
    return new DriveOperationRequest(
        ticket.operationId().value(),
        ticket.type().name(),
        ticket.clusterId().value(),
        ticket.clusterName().value(),
        ticket.correlationId().value());
  }

  OperationTicket ticket() {
    return new OperationTicket(
        new OperationId(operationId),
        OperationType.valueOf(operationType),
        new ClusterId(clusterId),
        new ClusterName(clusterName),
        new CorrelationId(correlationId));
  }

  /** What the dashboard calls the job, such as {@code Create cluster shop-db}. */
  String title() {
    var words = operationType.replace('_', ' ').toLowerCase(Locale.ROOT);
    var verb = words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    return verb + " cluster " + clusterName;
  }

  /** What the dashboard shows beside the title. */
  List<String> labels() {
    return List.of("cluster:" + clusterId, "operation:" + operationId);
  }

  @Override
  public Class<DriveOperationHandler> getJobRequestHandler() {
    return DriveOperationHandler.class;
  }
}
