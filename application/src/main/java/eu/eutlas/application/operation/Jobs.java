package eu.eutlas.application.operation;

import eu.eutlas.application.mail.MailId;
import eu.eutlas.domain.backup.Backup;
import eu.eutlas.domain.backup.BackupId;
import eu.eutlas.domain.backup.BackupTrigger;
import eu.eutlas.domain.cluster.Cluster;
import eu.eutlas.domain.cluster.ClusterId;
import eu.eutlas.domain.cluster.ClusterName;
import eu.eutlas.domain.identity.CorrelationId;
import eu.eutlas.domain.operation.Operation;
import eu.eutlas.domain.operation.OperationId;
import eu.eutlas.domain.operation.OperationType;

/**
 * The durable queue that the platform team sees. Each call is a hint: it never throws and does not
 * wait for what it queues; a hint that is lost costs nothing but visibility, because sweeps find
 * the work again. Repeatable: work that it knows already is not queued twice.
 */
public interface Jobs {

  /** Queues a job that drives an operation to its end and shows each step. */
  void drive(OperationTicket ticket);

  /** Queues a job that follows a backup to its end and shows how far it is. */
  void backUp(BackupTicket ticket);

  /** Queues a job that sends a mail unless it was sent. */
  void send(MailId mail);

  /**
   * Queues nothing: for an installation that does without a durable queue to look at. Sweeps do the
   * same work.
   */
  Jobs NONE =
      new Jobs() {
        @Override
        public void drive(OperationTicket ticket) {}

        @Override
        public void backUp(BackupTicket ticket) {}

        @Override
        public void send(MailId mail) {}
      };

  /** What a job has to know of a backup; it is stored in the clear and holds no secret. */
  record BackupTicket(
      BackupId backupId,
      BackupTrigger trigger,
      ClusterId clusterId,
      ClusterName clusterName,
      CorrelationId correlationId) {

    public static BackupTicket of(Backup backup) {
      var order = backup.order();
      return new BackupTicket(
          backup.id(),
          order.trigger(),
          order.clusterId(),
          order.clusterName(),
          order.correlationId());
    }
  }

  /** What a job has to know of an operation; it is stored in the clear and holds no secret. */
  record OperationTicket(
      OperationId operationId,
      OperationType type,
      ClusterId clusterId,
      ClusterName clusterName,
      CorrelationId correlationId) {

    public static OperationTicket of(Cluster cluster, Operation operation) {
      return new OperationTicket(
          operation.id(),
          operation.type(),
          cluster.id(),
          cluster.name(),
          operation.correlationId());
    }
  }
}
