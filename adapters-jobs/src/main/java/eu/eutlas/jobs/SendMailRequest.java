package eu.eutlas.jobs;

import eu.eutlas.application.mail.MailId;
import org.jobrunr.jobs.lambdas.JobRequest;

/** A mail's id as JobRunr stores it: by this class's and its handler's name, so both names stay. */
record SendMailRequest(String mailId) implements JobRequest {

  static SendMailRequest of(MailId mail) {
    return new SendMailRequest(mail.value());
  }

  MailId mail() {
    return new MailId(mailId);
  }

  String title() {
    return "Send mail " + mailId;
  }

  @Override
  public Class<SendMailHandler> getJobRequestHandler() {
    return SendMailHandler.class;
  }
}
