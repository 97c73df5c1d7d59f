package eu.eutlas.testkit.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import eu.eutlas.application.mail.MailId;
import eu.eutlas.application.operation.Jobs;
import eu.eutlas.application.operation.Jobs.BackupTicket;
import eu.eutlas.application.operation.Jobs.OperationTicket;
import eu.eutlas.domain.backup.BackupTrigger;
import eu.eutlas.domain.cluster.ClusterName;
import eu.eutlas.domain.identity.CorrelationId;
import eu.eutlas.domain.operation.OperationType;
import eu.eutlas.testkit.Race;
import eu.eutlas.testkit.backup.Backups;
import eu.eutlas.testkit.cluster.Clusters;
import eu.eutlas.testkit.mail.Mails;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every {@link Jobs} holds to. */
public abstract class JobsContract {
  private static final int CALLERS = 8;

  private Queue queue;

  /** A queue over a new, empty store, of which nothing is worked off. */
  protected abstract Queue queue();

  /** Jobs whose store is away. */
  protected abstract Jobs jobsWithoutStore();

  @BeforeEach
  void begin() {
    queue = queue();
  }

  @Test
  void queuesOperations() {
    queue.jobs().drive(ticket(1));
    queue.jobs().drive(ticket(2));

    assertThat(queue.operations()).containsExactlyInAnyOrder(ticket(1), ticket(2));
    assertThat(queue.mails()).isEmpty();
  }

  @Test
  void queuesMails() {
    queue.jobs().send(Mails.id(1));
    queue.jobs().send(Mails.id(2));

    assertThat(queue.mails()).containsExactlyInAnyOrder(Mails.id(1), Mails.id(2));
    assertThat(queue.operations()).isEmpty();
  }

  @Test
  void queuesBackups() {
    queue.jobs().backUp(backupTicket(1));
    queue.jobs().backUp(backupTicket(2));

    assertThat(queue.backups()).containsExactlyInAnyOrder(backupTicket(1), backupTicket(2));
    assertThat(queue.operations()).isEmpty();
  }

  @Test
  void keepsOperationsBackupsAndMailsApartThatHaveTheSameId() {
    queue.jobs().drive(ticket(1));
    queue.jobs().backUp(backupTicket(1));
    queue.jobs().send(Mails.id(1));

    assertThat(queue.operations()).hasSize(1);
    assertThat(queue.backups()).hasSize(1);
    assertThat(queue.mails()).hasSize(1);
  }

  @Test
  void queuesWhatItKnowsOnce() {
    queue.jobs().drive(ticket(1));
    queue.jobs().drive(ticket(1));
    queue.jobs().backUp(backupTicket(1));
    queue.jobs().backUp(backupTicket(1));
    queue.jobs().send(Mails.id(1));
    queue.jobs().send(Mails.id(1));

    assertThat(queue.operations()).hasSize(1);
    assertThat(queue.backups()).hasSize(1);
    assertThat(queue.mails()).hasSize(1);
  }

  @Test
  void queuesOnceWhatManyHandInTogether() {
    Race.run(
        CALLERS,
        caller -> {
          queue.jobs().drive(ticket(1));
          queue.jobs().send(Mails.id(1));
          return caller;
        });

    assertThat(queue.operations()).hasSize(1);
    assertThat(queue.mails()).hasSize(1);
  }

  @Test
  void losesAHintWithoutAWordWhenItsStoreIsAway() {
    var jobs = jobsWithoutStore();

    assertThatCode(() -> jobs.drive(ticket(1))).doesNotThrowAnyException();
    assertThatCode(() -> jobs.backUp(backupTicket(1))).doesNotThrowAnyException();
    assertThatCode(() -> jobs.send(Mails.id(1))).doesNotThrowAnyException();
  }

  private static OperationTicket ticket(int number) {
    return new OperationTicket(
        Operations.id(number),
        OperationType.CREATE,
        Clusters.id(number),
        new ClusterName("cluster-" + number),
        new CorrelationId("correlation-" + number));
  }

  private static BackupTicket backupTicket(int number) {
    return BackupTicket.of(
        Backups.aBackup(number)
            .trigger(BackupTrigger.SCHEDULED)
            .cluster(Clusters.id(number))
            .clusterName("cluster-" + number)
            .correlationId("correlation-" + number)
            .build());
  }

  /**
   * Jobs, and what is queued once all has been taken that was handed in: reading waits for a queue
   * that takes its time.
   */
  public interface Queue {
    Jobs jobs();

    List<OperationTicket> operations();

    List<BackupTicket> backups();

    List<MailId> mails();
  }
}
