package eu.eutlas.jobs;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.MongoException;
import com.mongodb.ReadPreference;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import eu.eutlas.application.PortFailure;
import eu.eutlas.domain.Secret;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.bson.UuidRepresentation;
import org.jobrunr.JobRunrException;
import org.jobrunr.jobs.mappers.JobMapper;
import org.jobrunr.storage.BackgroundJobServerStatus;
import org.jobrunr.storage.StorageException;
import org.jobrunr.storage.StorageProvider;
import org.jobrunr.storage.ThreadSafeStorageProvider;
import org.jobrunr.utils.mapper.JsonMapper;
import org.jobrunr.utils.mapper.jackson.JacksonJsonMapper;

/**
 * Where JobRunr keeps its jobs: collections {@code jobrunr_*} of a MongoDB database. Opened once
 * for the hints, the server and the dashboard; closed after them. It comes back by itself when the
 * store does.
 */
public final class JobRunrStorage implements AutoCloseable {
  private static final String PREFIX = "jobrunr_";
  private static final int REACH_SECONDS = 5;
  private static final int ANSWER_SECONDS = 15;

  private final StorageProvider provider;
  private final JsonMapper json;
  private final Runnable release;

  private JobRunrStorage(MongoClient client, String database, Runnable release) {
    // Without what else is on the class path: the stored form depends on nothing but JobRunr.
    this.json = new JacksonJsonMapper(false);
    this.release = release;
    var mongo = new ReadableStorage(client, database, PREFIX);
    mongo.setJobMapper(new JobMapper(json));
    this.provider = new ThreadSafeStorageProvider(mongo);
  }

  /**
   * Opens it with a client of its own, which waits 5 s for a server and 15 s for an answer unless
   * the string says otherwise.
   *
   * @throws PortFailure.Unavailable when the store does not answer
   */
  public static JobRunrStorage open(Secret connectionString, String database) {
    var client = MongoClients.create(settings(new ConnectionString(connectionString.reveal())));
    try {
      return open(client, database, client::close);
    } catch (RuntimeException failure) {
      client.close();
      throw failure;
    }
  }

  /**
   * Opens it with a client that the caller closes. The client's UUID representation is STANDARD,
   * and its timeouts are finite: they say how soon an outage is noticed.
   *
   * @throws PortFailure.Unavailable when the store does not answer
   */
  public static JobRunrStorage open(MongoClient client, String database) {
    return open(client, database, () -> {});
  }

  private static JobRunrStorage open(MongoClient client, String database, Runnable release) {
    try {
      return new JobRunrStorage(client, database, release);
    } catch (MongoException | JobRunrException | StorageException failure) {
      throw new PortFailure.Unavailable(
          "JOB_STORE_UNAVAILABLE", "The store of the jobs cannot be opened.", failure);
    }
  }

  private static MongoClientSettings settings(ConnectionString connectionString) {
    return MongoClientSettings.builder()
        .applyToClusterSettings(
            cluster -> cluster.serverSelectionTimeout(REACH_SECONDS, TimeUnit.SECONDS))
        .applyToSocketSettings(socket ->
            socket
                .connectTimeout(REACH_SECONDS, TimeUnit.SECONDS)
                .readTimeout(ANSWER_SECONDS, TimeUnit.SECONDS))
        .writeConcern(WriteConcern.MAJORITY)
        .applyConnectionString(connectionString)
        .readPreference(ReadPreference.primary())
        .uuidRepresentation(UuidRepresentation.STANDARD)
        .applicationName("eutlas-jobs")
        .build();
  }

  StorageProvider provider() {
    return provider;
  }

  JsonMapper json() {
    return json;
  }

  /** When a node that takes jobs from here last said that it lives; absent when none does. */
  public Optional<Instant> lastHeartbeat() {
    try {
      return provider.getBackgroundJobServers().stream()
          .map(BackgroundJobServerStatus::getLastHeartbeat)
          .max(Instant::compareTo);
    } catch (MongoException | StorageException failure) {
      throw new PortFailure.Unavailable(
          "JOB_STORE_UNAVAILABLE", "The store of the jobs does not answer.", failure);
    }
  }

  /** Asks the store for next to nothing. */
  boolean answers() {
    try {
      provider.getMetadata("id", "cluster");
      return true;
    } catch (MongoException | StorageException failure) {
      return false;
    }
  }

  /** Closes the client, if it is its own. */
  @Override
  public void close() {
    provider.close();
    release.run();
  }
}
