package eu.eutlas.jobs;

import static eu.eutlas.jobs.Tickets.ticket;
import static eu.eutlas.jobs.Waiting.await;
import static org.assertj.core.api.Assertions.assertThat;

import eu.eutlas.application.mail.MailId;
import eu.eutlas.application.operation.Jobs;
import eu.eutlas.testkit.backup.Backups;
import java.nio.file.Path;
import java.time.Duration;
import org.jobrunr.jobs.states.StateName;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class JobRunrJobsTest {
  @TempDir Path folder;
  private JobStore store;
  private JobRunrJobs jobs;

  @BeforeEach
  void open() {
    store = new JobStore(folder);
    jobs = new JobRunrJobs(store.storage());
  }

  @AfterEach
  void close() {
    jobs.close();
    store.close();
  }

  @Test
  void anOperationBecomesOneJobThatPeopleCanRead() {
    jobs.drive(ticket(1));
    jobs.close();

    var job = store.job(JobIds.of(ticket(1).operationId())).orElseThrow();
    assertThat(job.getJobName()).isEqualTo("Create cluster shop-db");
    assertThat(job.getLabels())
        .containsExactly("cluster:0000000000000000000c0001", "operation:000000000000000000000001");
    assertThat(job.getJobDetails().getJobParameterValues())
        .containsExactly(DriveOperationRequest.of(ticket(1)));
  }

  @Test
  void aBackupBecomesOneJobThatPeopleCanRead() {
    var ticket = Jobs.BackupTicket.of(Backups.aBackup(1).clusterName("shop-db").build());
    jobs.backUp(ticket);
    jobs.close();

    var job = store.job(JobIds.of(ticket.backupId())).orElseThrow();
    assertThat(job.getJobName()).isEqualTo("Back up cluster shop-db");
    assertThat(job.getLabels())
        .containsExactly("cluster:" + ticket.clusterId(), "backup:" + ticket.backupId());
    assertThat(job.getJobDetails().getJobParameterValues())
        .containsExactly(BackUpRequest.of(ticket));
  }

  @Test
  void aKnownIdIsNotQueuedTwice() {
    jobs.drive(ticket(1));
    jobs.drive(ticket(1));
    jobs.drive(ticket(2));
    jobs.send(new MailId("000000000000000000000001"));
    jobs.send(new MailId("000000000000000000000001"));
    jobs.close();

    assertThat(store.storage().provider().countJobs(StateName.ENQUEUED)).isEqualTo(3);
    assertThat(jobs.dropped()).isZero();
  }

  @Test
  void whoHintsNeitherWaitsNorFailsWhileTheStoreIsGone() {
    store.stop();

    assertThat(java.util.concurrent.CompletableFuture.runAsync(() -> jobs.drive(ticket(1))))
        .succeedsWithin(Duration.ofSeconds(1));

    store.start();
    await()
        .atMost(Duration.ofSeconds(20))
        .until(() -> store.is(JobIds.of(ticket(1).operationId()), StateName.ENQUEUED));
  }

  @Test
  void dropsAndCountsWhatDoesNotFitInTheLine() {
    store.stop();
    try (var small = new JobRunrJobs(store.storage(), 2)) {
      for (var number = 1; number <= 5; number++) {
        small.drive(ticket(number));
      }

      assertThat(small.dropped()).isEqualTo(2);
      assertThat(small.waiting()).isEqualTo(3);
    }
  }
}
