package eu.eutlas.memory.operation;

import eu.eutlas.application.mail.MailId;
import eu.eutlas.application.operation.Jobs;
import eu.eutlas.testkit.operation.JobsContract;
import java.util.List;

final class MemoryJobsTest extends JobsContract {
  @Override
  protected Queue queue() {
    return new MemoryQueue(new MemoryJobs());
  }

  @Override
  protected Jobs jobsWithoutStore() {
    var jobs = new MemoryJobs();
    jobs.lose(true);
    return jobs;
  }

  private record MemoryQueue(MemoryJobs jobs) implements Queue {
    @Override
    public List<Jobs.OperationTicket> operations() {
      return jobs.operations();
    }

    @Override
    public List<Jobs.BackupTicket> backups() {
      return jobs.backups();
    }

    @Override
    public List<MailId> mails() {
      return jobs.mails();
    }
  }
}
