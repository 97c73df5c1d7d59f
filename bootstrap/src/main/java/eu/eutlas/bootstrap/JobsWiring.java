package eu.eutlas.bootstrap;

import eu.eutlas.application.Eutlas;
import eu.eutlas.application.PortFailure;
import eu.eutlas.bootstrap.config.DoorConfiguration;
import eu.eutlas.domain.Secret;
import eu.eutlas.jobs.DashboardCredentials;
import eu.eutlas.jobs.JobRunrJobs;
import eu.eutlas.jobs.JobRunrServer;
import eu.eutlas.jobs.JobRunrStorage;
import eu.eutlas.jobs.JobsDashboard;
import java.net.InetSocketAddress;

/**
 * The durable queue: what puts jobs in is there before the application, what takes them out comes
 * after it.
 */
final class JobsWiring {
  static final String DATABASE = "eutlas_jobs";

  private final JobRunrStorage storage;
  private final JobRunrJobs jobs;

  private JobsWiring(JobRunrStorage storage, JobRunrJobs jobs) {
    this.storage = storage;
    this.jobs = jobs;
  }

  static JobsWiring open(Secret metadataUri, Closing closing) {
    try {
      var storage = closing.opened("the job store", JobRunrStorage.open(metadataUri, DATABASE));
      return new JobsWiring(storage, closing.opened("the job hints", new JobRunrJobs(storage)));
    } catch (PortFailure e) {
      throw new StartException("The job store cannot be reached: " + e.getMessage(), e);
    }
  }

  JobRunrJobs port() {
    return jobs;
  }

  /** Starts to work through the queue, and shows it. */
  void serve(
      Eutlas eutlas,
      String node,
      Doors doors,
      DoorConfiguration door,
      Readiness readiness,
      Closing closing) {
    var server = closing.opened("the job server", JobRunrServer.start(storage, eutlas, node));
    readiness.check(
        "jobs", () -> server.isHealthy() ? "" : "The job server is " + server.state() + ".");
    var port = Doors.portOf(doors.jobs());
    Doors.close(doors.jobs());
    closing.opened(
        "the job dashboard",
        JobsDashboard.start(
            storage,
            new InetSocketAddress(door.address(), port),
            door.credentials()
                .map(known -> new DashboardCredentials(known.username(), known.password()))));
  }
}
