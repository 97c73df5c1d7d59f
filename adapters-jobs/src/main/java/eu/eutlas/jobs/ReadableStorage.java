package eu.eutlas.jobs;

import com.mongodb.client.MongoClient;
import org.jobrunr.jobs.Job;
import org.jobrunr.jobs.JobVersioner;
import org.jobrunr.storage.nosql.mongo.MongoDBStorageProvider;

/** JobRunr's storage, which writes jobs as people want to read them. */
final class ReadableStorage extends MongoDBStorageProvider {

  ReadableStorage(MongoClient client, String database, String prefix) {
    super(client, database, prefix);
  }

  @Override
  public Job save(Job job) {
    return ReadableHistory.of(job)
        .map(readable -> save(job, readable))
        .orElseGet(() -> super.save(job));
  }

  /** JobRunr may write the job once more: its version has to rise with that of the copy. */
  private Job save(Job job, Job readable) {
    try (var version = new JobVersioner(job)) {
      super.save(readable);
      version.commitVersion();
    }
    return job;
  }
}
