package eu.eutlas.jobs;

import static eu.eutlas.jobs.Tickets.ticket;
import static eu.eutlas.testkit.operation.Operations.anOperation;
import static org.assertj.core.api.Assertions.assertThat;

import eu.eutlas.application.PortFailure;
import eu.eutlas.domain.operation.FailureClass;
import eu.eutlas.domain.operation.Operation;
import eu.eutlas.domain.operation.OperationError;
import eu.eutlas.domain.operation.OperationStep;
import eu.eutlas.testkit.PinnedClock;
import eu.eutlas.testkit.operation.OperationBuilder;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.jobrunr.jobs.states.StateName;
import org.junit.jupiter.api.Test;

final class DriveOperationHandlerTest {
  private static final Instant NOW = PinnedClock.START;
  private static final OperationError ERROR =
      new OperationError(FailureClass.TRANSIENT, "NO_ANSWER", "The region does not answer.");

  private final DriveOperationRequest request = DriveOperationRequest.of(ticket(1));
  private final RunByHand run = new RunByHand(request);

  @Test
  void handsTheTicketOnAsItWasGiven() {
    var handler =
        new DriveOperationHandler(
            ticket -> {
              assertThat(ticket).isEqualTo(ticket(1));
              return Optional.empty();
            },
            run.runs());

    run.run(() -> handler.run(request));

    assertThat(JobStore.log(run.job()))
        .containsExactly("WARN Nobody knows of this operation any more.");
    assertThat(run.job().hasState(StateName.SUCCEEDED)).isTrue();
  }

  @Test
  void tellsEachStepOnceAndWaits() {
    see(anOperation().at(OperationStep.PROVISIONING));
    see(anOperation().at(OperationStep.PROVISIONING));
    see(anOperation().at(OperationStep.STARTING));

    assertThat(JobStore.log(run.job()))
        .containsExactly("INFO Providing the servers.", "INFO Waiting for the servers.");
    assertThat(JobStore.progress(run.job())).isEqualTo(40);
    assertThat(run.waitsFor()).isEqualTo("Waiting for the servers PT5S");
  }

  @Test
  void tellsEachAttemptOnceAndWaitsForTheNext() {
    var failing = anOperation().at(OperationStep.STARTING);
    see(failing.failedAttempt(ERROR, NOW, NOW.plusSeconds(1)));
    see(failing);
    see(failing.failedAttempt(ERROR, NOW.plusSeconds(1), NOW.plusSeconds(32)));

    assertThat(JobStore.log(run.job()))
        .containsExactly(
            "WARN Attempt 1 of 30 failed at 2026-03-01T09:30:15.123Z, Waiting for the servers:"
                + " The region does not answer. (NO_ANSWER, TRANSIENT)",
            "INFO The next attempt is at 2026-03-01T09:30:16.123Z.",
            "INFO Waiting for the servers.",
            "WARN Attempt 2 of 30 failed at 2026-03-01T09:30:16.123Z, Waiting for the servers:"
                + " The region does not answer. (NO_ANSWER, TRANSIENT)",
            "INFO The next attempt is at 2026-03-01T09:30:47.123Z.");
    assertThat(run.waitsFor()).isEqualTo("Waiting for the servers PT32S");
  }

  @Test
  void tellsTheAttemptsThatAreRememberedByTheirNumbers() {
    var failing = anOperation();
    IntStream.rangeClosed(1, Operation.REMEMBERED + 5)
        .forEach(number -> failing.failedAttempt(ERROR, NOW, NOW));
    see(failing);

    assertThat(JobStore.log(run.job()))
        .hasSize(Operation.REMEMBERED + 2)
        .first()
        .asString()
        .startsWith("WARN Attempt 6 of 30 failed");
  }

  @Test
  void looksMoreSeldomTheOlderTheJobIs() {
    run.clock().move(Duration.ofMinutes(2));
    see(anOperation());
    assertThat(run.waitsFor()).isEqualTo("Accepted PT15S");

    run.clock().move(Duration.ofHours(2));
    see(anOperation());
    assertThat(run.waitsFor()).isEqualTo("Accepted PT1M");
  }

  @Test
  void endsWithTheOperation() {
    see(anOperation().succeededAt(NOW));

    assertThat(JobStore.log(run.job())).containsExactly("INFO The operation succeeded.");
    assertThat(JobStore.progress(run.job())).isEqualTo(100);
    assertThat(run.job().getLabels()).containsExactly("succeeded");
    assertThat(run.job().hasState(StateName.SUCCEEDED)).isTrue();
  }

  @Test
  void showsAnOperationThatFailed() {
    see(anOperation().at(OperationStep.STARTING).failedAttempt(ERROR, NOW, NOW).failedAt(NOW));

    assertThat(JobStore.log(run.job()))
        .endsWith(
            "ERROR The operation failed: The region does not answer. (NO_ANSWER, TRANSIENT)",
            "INFO What to do: What failed may pass by itself. Retry the operation; the cluster"
                + " becomes ready by itself, too, once its servers are up. Or delete the cluster."
                + " More is in the log under test.");
    assertThat(JobStore.progress(run.job())).isEqualTo(40);
    assertThat(run.job().getLabels()).containsExactly("failed");
    assertThat(run.job().hasState(StateName.SUCCEEDED)).isTrue();
  }

  @Test
  void showsAnOperationThatWasSuperseded() {
    see(anOperation().supersededAt(NOW));

    assertThat(run.job().getLabels()).containsExactly("superseded");
  }

  @Test
  void comesBackFromAnOutageAsOftenAsItTakesAndForgetsNothing() {
    see(anOperation().at(OperationStep.STARTING));
    IntStream.rangeClosed(1, 40).forEach(number -> outage());
    assertThat(run.waitsFor()).isEqualTo("The store is gone. PT1M");

    see(anOperation().at(OperationStep.STARTING));

    assertThat(JobStore.log(run.job()))
        .filteredOn("INFO Waiting for the servers."::equals)
        .hasSize(1);
    outage();
    assertThat(run.waitsFor()).isEqualTo("The store is gone. PT1S");
  }

  private void see(OperationBuilder operation) {
    handle(() -> Optional.of(operation.build()));
  }

  private void outage() {
    handle(() -> {
      throw new PortFailure.Unavailable("STORE_GONE", "The store is gone.", null);
    });
  }

  private void handle(Supplier<Optional<Operation>> answer) {
    var handler = new DriveOperationHandler(ticket -> answer.get(), run.runs());
    run.run(() -> handler.run(request));
  }
}
