package eu.eutlas.jobs;

import eu.eutlas.application.PortFailure;
import eu.eutlas.application.operation.Jobs.BackupTicket;
import eu.eutlas.domain.backup.Backup;
import eu.eutlas.domain.backup.BackupState;
import eu.eutlas.domain.backup.Tries;
import eu.eutlas.domain.operation.OperationError;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import org.jobrunr.jobs.lambdas.JobRequestHandler;

/**
 * Follows a backup to its end, one look a run, and tells the job's log what is new. The backup is
 * taken by threads of our own: it lasts longer than a run may. Public only because JobRunr calls it
 * by reflection.
 */
public final class BackUpHandler implements JobRequestHandler<BackUpRequest> {
  private static final String STATE = "state";
  private static final String FAILURE = "failure";
  private static final int ALL = 100;

  /** What a server says of its size is an estimate, so that only the end is all of it. */
  private static final int ALMOST_ALL = 99;

  private final Function<BackupTicket, Optional<Backup>> follow;
  private final JobRuns runs;

  BackUpHandler(Function<BackupTicket, Optional<Backup>> follow, JobRuns runs) {
    this.follow = follow;
    this.runs = runs;
  }

  @Override
  public void run(BackUpRequest request) {
    var run = runs.current();
    try {
      follow
          .apply(request.ticket())
          .ifPresentOrElse(backup -> tell(run, request, backup), () -> forgotten(run));
    } catch (PortFailure failure) {
      run.outage(failure);
    }
  }

  private static void tell(JobRun run, BackUpRequest request, Backup backup) {
    if (run.recall(STATE, "").isEmpty()) {
      run.log().info("This is %s.".formatted(request.ticket().trigger().words()));
    }
    tellFailure(run, backup);
    switch (backup.state()) {
      case BackupState.Queued() ->
          goOn(run, backup, "Waiting for its turn", nextAttempt(run, backup));
      case BackupState.Running running -> {
        run.progress(share(running));
        goOn(run, backup, "Reading the cluster", run.nextLook());
      }
      case BackupState.Completed(var started, var at, var contents) -> {
        run.progress(ALL);
        run.log()
            .info(
                "The backup is whole: %d documents in %d collections, %d bytes."
                    .formatted(contents.documents(), contents.collections(), contents.sizeBytes()));
        run.over("completed");
      }
      case BackupState.Failed ignored -> {
        run.log().error("The backup was given up.");
        run.over("failed");
      }
      case BackupState.Deleting ignored -> {
        run.log().warn("The backup is being removed.");
        run.over("deleted");
      }
    }
  }

  private static void goOn(JobRun run, Backup backup, String words, Instant until) {
    var state = backup.state().name() + " " + backup.tries().count();
    if (!run.recall(STATE, "").equals(state)) {
      run.log().info(words + ".");
      run.remember(STATE, state);
    }
    run.waitUntil(until, words);
  }

  /** Each attempt that failed is told once, by its number. */
  private static void tellFailure(JobRun run, Backup backup) {
    var tries = backup.tries();
    var failed = backup.state() instanceof BackupState.Running ? tries.count() - 1 : tries.count();
    if (tries.error().isPresent() && run.recall(FAILURE, 0) < failed) {
      run.log()
          .warn(
              "Attempt %d of %d failed: %s"
                  .formatted(failed, Tries.POLICY.attempts(), words(tries.error().orElseThrow())));
      run.remember(FAILURE, failed);
    }
  }

  private static void forgotten(JobRun run) {
    run.log().warn("Nobody knows of this backup any more.");
    run.over("forgotten");
  }

  private static Instant nextAttempt(JobRun run, Backup backup) {
    var byAge = run.nextLook();
    return backup.lookAgainAt().filter(byAge::isBefore).orElse(byAge);
  }

  private static int share(BackupState.Running running) {
    return running.expectedBytes() == 0
        ? 0
        : (int) Math.min(ALMOST_ALL, running.bytes() * ALL / running.expectedBytes());
  }

  private static String words(OperationError error) {
    return "%s (%s, %s)".formatted(error.message(), error.code(), error.failureClass());
  }
}
