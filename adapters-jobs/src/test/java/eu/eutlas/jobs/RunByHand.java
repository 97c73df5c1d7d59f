package eu.eutlas.jobs;

import eu.eutlas.testkit.PinnedClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.jobrunr.jobs.Job;
import org.jobrunr.jobs.JobDetails;
import org.jobrunr.jobs.lambdas.JobRequest;
import org.jobrunr.jobs.states.EnqueuedState;
import org.jobrunr.jobs.states.JobState;
import org.jobrunr.jobs.states.ProcessingState;
import org.jobrunr.jobs.states.ScheduledState;
import org.jobrunr.jobs.states.StateName;
import org.jobrunr.server.runner.RunnerJobContext;

/** A job that is run by hand, step by step as JobRunr does it, under a clock that stands still. */
final class RunByHand {
  private static final double NO_JITTER = 0.5;
  private static final UUID SERVER = UUID.randomUUID();

  private final PinnedClock clock = new PinnedClock();
  private final Rescheduling rescheduling = new Rescheduling(clock, () -> NO_JITTER);
  private final JobRuns runs =
      new JobRuns(() -> new RunnerJobContext(job()), rescheduling, clock, () -> NO_JITTER);
  private final JobDetails details;
  private Job job;

  RunByHand(JobRequest request) {
    details = new JobDetails(request);
    job = job(List.of(new EnqueuedState(clock.instant())), new ConcurrentHashMap<>());
  }

  JobRuns runs() {
    return runs;
  }

  Job job() {
    return job;
  }

  PinnedClock clock() {
    return clock;
  }

  /** Takes the job up, does the work, and ends the run well. */
  void run(Runnable work) {
    takeUp();
    work.run();
    job.succeeded();
    rescheduling.onStateElection(job, job.getJobState());
  }

  /** Takes the job up, and ends the run badly. */
  void fail(String message, Exception failure) {
    takeUp();
    rescheduling.onProcessingFailed(job, failure);
    job.failed(message, failure);
    rescheduling.onStateElection(job, job.getJobState());
  }

  /** What the job waits for, and how long. */
  String waitsFor() {
    ScheduledState scheduled = job.getJobState();
    var wait = Duration.between(clock.instant(), scheduled.getScheduledAt());
    return scheduled.getReason() + " " + wait;
  }

  private void takeUp() {
    var history = new ArrayList<>(job.getJobStates());
    if (!job.hasState(StateName.ENQUEUED)) {
      history.add(new EnqueuedState());
    }
    history.add(new ProcessingState(SERVER, "node"));
    job = job(history, new ConcurrentHashMap<>(job.getMetadata()));
  }

  private Job job(List<JobState> history, ConcurrentMap<String, Object> metadata) {
    var id = UUID.fromString("00000000-0000-0000-0000-000000000001");
    return new Job(id, 1, details, history, metadata);
  }
}
