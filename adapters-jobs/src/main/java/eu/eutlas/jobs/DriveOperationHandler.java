package eu.eutlas.jobs;

import eu.eutlas.application.PortFailure;
import eu.eutlas.application.operation.Jobs.OperationTicket;
import eu.eutlas.domain.operation.Operation;
import eu.eutlas.domain.operation.OperationError;
import eu.eutlas.domain.operation.WayOut;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.jobrunr.jobs.lambdas.JobRequestHandler;

/**
 * Drives an operation to its end, one look a run, and tells the job's log what is new. Public only
 * because JobRunr calls it by reflection.
 */
public final class DriveOperationHandler implements JobRequestHandler<DriveOperationRequest> {
  private static final String STEP = "step";
  private static final String FAILURES = "failures";

  private final Function<OperationTicket, Optional<Operation>> drive;
  private final JobRuns runs;

  DriveOperationHandler(Function<OperationTicket, Optional<Operation>> drive, JobRuns runs) {
    this.drive = drive;
    this.runs = runs;
  }

  @Override
  public void run(DriveOperationRequest request) {
    var run = runs.current();
    try {
      drive
          .apply(request.ticket())
          .ifPresentOrElse(operation -> tell(run, operation), () -> forgotten(run));
    } catch (PortFailure failure) {
      run.outage(failure);
    }
  }

  private static void tell(JobRun run, Operation operation) {
    tellAttempts(run, operation);
    run.progress(operation.step().progress());
    switch (operation.state()) {
      case RUNNING -> {
        tellStep(run, operation);
        run.waitUntil(nextLook(run, operation), operation.step().words());
      }
      case SUCCEEDED -> end(run, operation, () -> run.log().info("The operation succeeded."));
      case FAILED ->
          end(
              run,
              operation,
              () -> {
                run.log().error("The operation failed" + why(operation));
                WayOut.of(operation).ifPresent(words -> run.log().info("What to do: " + words));
              });
      case SUPERSEDED ->
          end(
              run,
              operation,
              () -> run.log().warn("Another operation took the place of this one."));
      case CANCELLED ->
          end(run, operation, () -> run.log().warn("It was taken back before it began."));
    }
  }

  private static void end(JobRun run, Operation operation, Runnable lastWord) {
    lastWord.run();
    run.over(operation.state().name().toLowerCase(Locale.ROOT));
  }

  private static void tellAttempts(JobRun run, Operation operation) {
    var attempts = operation.attempts();
    var unheard = operation.failures() - run.recall(FAILURES, 0);
    var first = Math.max(0, attempts.size() - unheard);
    for (var at = first; at < attempts.size(); at++) {
      var attempt = attempts.get(at);
      var number = operation.failures() - attempts.size() + at + 1;
      run.log()
          .warn(
              "Attempt %d of %d failed at %s, %s: %s"
                  .formatted(
                      number,
                      operation.maxAttempts(),
                      attempt.at(),
                      attempt.step().words(),
                      words(attempt.error())));
    }
    if (unheard > 0) {
      operation
          .nextAttemptAt()
          .ifPresent(at -> run.log().info("The next attempt is at " + at + "."));
    }
    run.remember(FAILURES, operation.failures());
  }

  /** Where it stands, and what keeps it from going on. */
  private static void tellStep(JobRun run, Operation operation) {
    var step = operation.step().words() + "." + operation.waitsFor().map(" "::concat).orElse("");
    if (!run.recall(STEP, "").equals(step)) {
      run.log().info(step);
      run.remember(STEP, step);
    }
  }

  private static void forgotten(JobRun run) {
    run.log().warn("Nobody knows of this operation any more.");
    run.over("forgotten");
  }

  private static Instant nextLook(JobRun run, Operation operation) {
    var byAge = run.nextLook();
    return operation.nextAttemptAt().filter(byAge::isBefore).orElse(byAge);
  }

  private static String why(Operation operation) {
    return operation.error().map(error -> ": " + words(error)).orElse(".");
  }

  private static String words(OperationError error) {
    return "%s (%s, %s)".formatted(error.message(), error.code(), error.failureClass());
  }
}
