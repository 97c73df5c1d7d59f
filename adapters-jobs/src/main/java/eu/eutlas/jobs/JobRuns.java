package eu.eutlas.jobs;

import java.time.InstantSource;
import java.util.random.RandomGenerator;
import org.jobrunr.server.runner.ThreadLocalJobContext;

/** Finds the run that the calling worker is in. */
final class JobRuns {
  private final Rescheduling rescheduling;
  private final InstantSource clock;
  private final RandomGenerator random;

  JobRuns(Rescheduling rescheduling, InstantSource clock, RandomGenerator random) {
    this.rescheduling = rescheduling;
    this.clock = clock;
    this.random = random;
  }

  JobRun current() {
    return new JobRun(ThreadLocalJobContext.getJobContext(), rescheduling, clock, random);
  }
}
