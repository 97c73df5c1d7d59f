package eu.eutlas.jobs;

import java.time.Instant;
import java.util.Map;

/** How one run of a job ended, when it did not throw. */
sealed interface RunEnding {

  /**
   * There is more to do, but not now.
   *
   * @param until when to run again
   * @param reason what it waits for, for people
   * @param memory what the next run has to know; texts and numbers only
   */
  record Waiting(Instant until, String reason, Map<String, Object> memory) implements RunEnding {
    public Waiting {
      memory = Map.copyOf(memory);
    }
  }

  /**
   * The job's work is done.
   *
   * @param label what came of it, in a word or two
   */
  record Over(String label) implements RunEnding {}
}
