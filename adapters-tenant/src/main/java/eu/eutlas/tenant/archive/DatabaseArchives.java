package eu.eutlas.tenant.archive;

import com.mongodb.ConnectionString;
import com.mongodb.MongoException;
import eu.eutlas.application.PortFailure;
import eu.eutlas.application.backup.ClusterArchives.Progress;
import eu.eutlas.domain.Secret;
import eu.eutlas.domain.backup.CollectionSum;
import eu.eutlas.domain.backup.Consistency;
import eu.eutlas.domain.backup.Manifest;
import eu.eutlas.domain.backup.Namespace;
import eu.eutlas.domain.backup.Restored;
import eu.eutlas.domain.backup.Selection;
import eu.eutlas.tenant.Failures;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Copies one database out and in, as the same archives that clusters are copied as; neither other
 * databases of its server nor users and roles are in them. Fails as {@link
 * eu.eutlas.application.backup.ClusterArchives} does. Safe for threads.
 */
public final class DatabaseArchives {
  private final ConnectionString uri;
  private final String database;
  private final InstantSource clock;

  /** Of a database of the server that the connection string names. */
  public DatabaseArchives(Secret uri, String database, InstantSource clock) {
    this.uri = new ConnectionString(uri.reveal());
    this.database = database;
    this.clock = clock;
  }

  /**
   * Writes all of the database.
   *
   * @throws PortFailure.Rejected with code {@code NO_SNAPSHOT} where a replica set holds too much
   *     to be read as of one moment
   */
  public Manifest dump(OutputStream archive, Progress progress) throws IOException {
    try (var client = ArchiveClient.open(uri)) {
      var catalog = new Catalog(client, Optional.of(database));
      var plan = new Planner(client, catalog, false).plan();
      if (plan.consistency() == Consistency.OPLOG) {
        throw new PortFailure.Rejected(
            "NO_SNAPSHOT", "The database is too large to be read as of one moment.", null);
      }
      return new Dump(client, catalog, plan, progress, clock).to(archive);
    } catch (MongoException e) {
      throw Failures.duringACopy(e);
    }
  }

  /** Reads an archive to its end and holds it against its manifest. */
  public void verify(InputStream archive, Manifest manifest) throws IOException {
    new Verification(manifest, Progress.NONE).of(archive);
  }

  /**
   * Puts an archive of a database into this one, whatever the other one was called.
   *
   * @return what should be there now
   */
  public Restored restore(InputStream archive, String from) throws IOException {
    var what = Selection.of(List.of(new Selection.Pick(from, Optional.of(database))));
    try (var client = ArchiveClient.open(uri);
        var patient = ArchiveClient.patient(uri)) {
      return new Restore(client, patient, what, Progress.NONE).from(archive);
    } catch (MongoException e) {
      throw Failures.duringACopy(e);
    }
  }

  /** What is in these collections now; one that is not there is left out. */
  public List<CollectionSum> sums(Set<Namespace> wanted) {
    try (var client = ArchiveClient.open(uri)) {
      return new Sums(client, new Meter(Progress.NONE)).of(wanted);
    } catch (MongoException e) {
      throw Failures.duringACopy(e);
    }
  }
}
