package eu.eutlas.jobs;

import eu.eutlas.application.PortFailure;
import eu.eutlas.application.mail.MailId;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import org.jobrunr.jobs.lambdas.JobRequestHandler;

/**
 * Sends a mail unless it was sent, and comes again until it was or was given up. Public only
 * because JobRunr calls it by reflection.
 */
public final class SendMailHandler implements JobRequestHandler<SendMailRequest> {
  private final Function<MailId, Optional<Instant>> send;
  private final JobRuns runs;

  SendMailHandler(Function<MailId, Optional<Instant>> send, JobRuns runs) {
    this.send = send;
    this.runs = runs;
  }

  @Override
  public void run(SendMailRequest request) {
    var run = runs.current();
    try {
      send.apply(request.mail())
          .ifPresentOrElse(
              again -> run.waitUntil(again, "The mail is not sent yet"),
              () -> run.log().info("There is nothing left to do for this mail."));
    } catch (PortFailure failure) {
      run.outage(failure);
    }
  }
}
