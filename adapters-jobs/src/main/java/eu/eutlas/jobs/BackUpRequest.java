package eu.eutlas.jobs;

import eu.eutlas.application.operation.Jobs.BackupTicket;
import eu.eutlas.domain.backup.BackupId;
import eu.eutlas.domain.backup.BackupTrigger;
import eu.eutlas.domain.cluster.ClusterId;
import eu.eutlas.domain.cluster.ClusterName;
import eu.eutlas.domain.identity.CorrelationId;
import java.util.List;
import org.jobrunr.jobs.lambdas.JobRequest;

/** A ticket as JobRunr stores it: by this class's and its handler's name, so both names stay. */
record BackUpRequest(
    String backupId, String trigger, String clusterId, String clusterName, String correlationId)
    implements JobRequest {

  static BackUpRequest of(BackupTicket ticket) {
    return new BackUpRequest(
        ticket.backupId().value(),
        ticket.trigger().name(),
        ticket.clusterId().value(),
        ticket.clusterName().value(),
        ticket.correlationId().value());
  }

  BackupTicket ticket() {
    return new BackupTicket(
        new BackupId(backupId),
        BackupTrigger.valueOf(trigger),
        new ClusterId(clusterId),
        new ClusterName(clusterName),
        new CorrelationId(correlationId));
  }

  /** What the dashboard calls the job. */
  String title() {
    return "Back up cluster " + clusterName;
  }

  /** What the dashboard shows beside the title; JobRunr takes three labels, one is for the end. */
  List<String> labels() {
    return List.of("cluster:" + clusterId, "backup:" + backupId);
  }

  @Override
  public Class<BackUpHandler> getJobRequestHandler() {
    return BackUpHandler.class;
  }
}
