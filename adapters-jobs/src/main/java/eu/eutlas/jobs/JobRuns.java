package eu.eutlas.jobs;

import java.time.InstantSource;
import java.util.function.DoubleSupplier;
import java.util.function.Supplier;
import org.jobrunr.jobs.context.JobContext;
import org.jobrunr.server.runner.ThreadLocalJobContext;

/** Finds the run that the calling worker is in. */
final class JobRuns {
  private final Supplier<JobContext> context;
  private final Rescheduling rescheduling;
  private final InstantSource clock;
  private final DoubleSupplier jitter;

  JobRuns(Rescheduling rescheduling, InstantSource clock, DoubleSupplier jitter) {
    this(ThreadLocalJobContext::getJobContext, rescheduling, clock, jitter);
  }

  JobRuns(
      Supplier<JobContext> context,
      Rescheduling rescheduling,
      InstantSource clock,
      DoubleSupplier jitter) {
    this.context = context;
    this.rescheduling = rescheduling;
    this.clock = clock;
    this.jitter = jitter;
  }

  JobRun current() {
    return new JobRun(context.get(), rescheduling, clock, jitter);
  }
}
