package eu.eutlas.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import eu.eutlas.application.PortFailure;
import eu.eutlas.application.operation.Jobs.BackupTicket;
import eu.eutlas.domain.backup.Backup;
import eu.eutlas.domain.backup.BackupState;
import eu.eutlas.domain.operation.FailureClass;
import eu.eutlas.domain.operation.OperationError;
import eu.eutlas.testkit.PinnedClock;
import eu.eutlas.testkit.backup.BackupBuilder;
import eu.eutlas.testkit.backup.Backups;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import org.jobrunr.jobs.states.StateName;
import org.junit.jupiter.api.Test;

final class BackUpHandlerTest {
  private static final Instant NOW = PinnedClock.START;
  private static final OperationError ERROR =
      new OperationError(FailureClass.TRANSIENT, "STORE_AWAY", "The store does not answer.");

  private final BackupTicket ticket = BackupTicket.of(Backups.aBackup(1).build());
  private final BackUpRequest request = BackUpRequest.of(ticket);
  private final RunByHand run = new RunByHand(request);

  @Test
  void handsTheTicketOnAsItWasGiven() {
    var handler =
        new BackUpHandler(
            given -> {
              assertThat(given).isEqualTo(ticket);
              return Optional.empty();
            },
            run.runs());

    run.run(() -> handler.run(request));

    assertThat(JobStore.log(run.job()))
        .containsExactly("WARN Nobody knows of this backup any more.");
    assertThat(run.job().getLabels()).containsExactly("forgotten");
    assertThat(run.job().hasState(StateName.SUCCEEDED)).isTrue();
  }

  @Test
  void tellsEachStateOnceAndHowFarItIs() {
    see(Backups.aBackup(1));
    see(Backups.aBackup(1));
    assertThat(run.waitsFor()).isEqualTo("Waiting for its turn PT5S");
    see(Backups.aBackup(1).running());
    see(running(300, 400));

    assertThat(JobStore.log(run.job()))
        .containsExactly(
            "INFO This is a backup that somebody asked for.",
            "INFO Waiting for its turn.",
            "INFO Reading the cluster.");
    assertThat(JobStore.progress(run.job())).isEqualTo(75);
    assertThat(run.waitsFor()).isEqualTo("Reading the cluster PT5S");
  }

  @Test
  void isNotDoneBeforeItsEndHoweverMuchWasRead() {
    see(running(900, 400));
    assertThat(JobStore.progress(run.job())).isEqualTo(99);

    see(running(900, 0));
    assertThat(JobStore.progress(run.job())).isZero();
  }

  @Test
  void tellsEachAttemptThatFailedOnceAndWaitsForTheNext() {
    var again = Backups.aBackup(1).tries(1, ERROR, Backups.KEY).lookAgainAt(NOW.plusSeconds(60));
    see(again);
    see(again);
    assertThat(run.waitsFor()).isEqualTo("Waiting for its turn PT1M");
    see(Backups.aBackup(1).running().tries(2, ERROR, Backups.KEY));
    see(Backups.aBackup(1).tries(2, ERROR, Backups.KEY));

    assertThat(JobStore.log(run.job()))
        .filteredOn(line -> line.startsWith("WARN"))
        .containsExactly(
            "WARN Attempt 1 of 5 failed: The store does not answer. (STORE_AWAY, TRANSIENT)",
            "WARN Attempt 2 of 5 failed: The store does not answer. (STORE_AWAY, TRANSIENT)");
  }

  @Test
  void endsWithTheBackup() {
    see(Backups.aBackup(1).completed());

    assertThat(JobStore.log(run.job()))
        .endsWith("INFO The backup is whole: 3 documents in 1 collections, 1000 bytes.");
    assertThat(JobStore.progress(run.job())).isEqualTo(100);
    assertThat(run.job().getLabels()).containsExactly("completed");
    assertThat(run.job().hasState(StateName.SUCCEEDED)).isTrue();
  }

  @Test
  void showsABackupThatFailed() {
    see(Backups.aBackup(1).tries(5, ERROR, Backups.KEY).state(new BackupState.Failed(NOW)));

    assertThat(JobStore.log(run.job()))
        .endsWith(
            "WARN Attempt 5 of 5 failed: The store does not answer. (STORE_AWAY, TRANSIENT)",
            "ERROR The backup was given up.");
    assertThat(run.job().getLabels()).containsExactly("failed");
  }

  @Test
  void showsABackupThatWasDeleted() {
    see(Backups.aBackup(1).state(new BackupState.Deleting(NOW)));

    assertThat(run.job().getLabels()).containsExactly("deleted");
  }

  @Test
  void comesBackFromAnOutageAndForgetsNothing() {
    see(Backups.aBackup(1).running());
    handle(() -> {
      throw new PortFailure.Unavailable("STORE_GONE", "The store is gone.", null);
    });
    assertThat(run.waitsFor()).isEqualTo("The store is gone. PT1S");
    see(Backups.aBackup(1).running());

    assertThat(JobStore.log(run.job())).filteredOn("INFO Reading the cluster."::equals).hasSize(1);
  }

  private static BackupBuilder running(long bytes, long expected) {
    return Backups.aBackup(1).running().state(new BackupState.Running(NOW, 3, bytes, expected));
  }

  private void see(BackupBuilder backup) {
    handle(() -> Optional.of(backup.build()));
  }

  private void handle(Supplier<Optional<Backup>> answer) {
    var handler = new BackUpHandler(given -> answer.get(), run.runs());
    run.run(() -> handler.run(request));
  }
}
