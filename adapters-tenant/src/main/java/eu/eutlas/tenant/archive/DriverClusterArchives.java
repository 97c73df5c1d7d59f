package eu.eutlas.tenant.archive;

import com.mongodb.MongoException;
import eu.eutlas.application.PortFailure;
import eu.eutlas.application.backup.ClusterArchives;
import eu.eutlas.application.cluster.TenantDatabase.Login;
import eu.eutlas.domain.backup.CollectionSum;
import eu.eutlas.domain.backup.Manifest;
import eu.eutlas.domain.backup.Namespace;
import eu.eutlas.domain.backup.Restored;
import eu.eutlas.domain.backup.Selection;
import eu.eutlas.domain.cluster.Endpoint;
import eu.eutlas.tenant.Failures;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Copies customers' clusters out and in through MongoDB's driver. Each call makes its own clients
 * and closes them. Safe for threads.
 */
public final class DriverClusterArchives implements ClusterArchives, AutoCloseable {
  private final InstantSource clock;
  private final AtomicBoolean closed = new AtomicBoolean();

  /** Where a snapshot took longer than the server keeps its past: the next dump asks for none. */
  private final Set<Endpoint> tooSlowForASnapshot = ConcurrentHashMap.newKeySet();

  public DriverClusterArchives(InstantSource clock) {
    this.clock = clock;
  }

  @Override
  public Manifest dump(Endpoint from, Login admin, OutputStream archive, Progress progress)
      throws IOException {
    requireOpen();
    try (var client = ArchiveClient.open(from, admin)) {
      var catalog = new Catalog(client);
      var plan = new Planner(client, catalog, tooSlowForASnapshot.contains(from)).plan();
      return new Dump(client, plan, stoppable(progress), clock).to(archive);
    } catch (MongoException e) {
      if (Dump.isOverrun(e)) {
        tooSlowForASnapshot.add(from);
        throw new PortFailure.Unavailable(
            "SNAPSHOT_OVERRUN", "Reading took longer than the cluster's server keeps its past.", e);
      }
      throw Failures.duringACopy(e);
    }
  }

  @Override
  public void verify(InputStream archive, Manifest manifest, Progress progress) throws IOException {
    requireOpen();
    new Verification(manifest, stoppable(progress)).of(archive);
  }

  @Override
  public Restored restore(
      InputStream archive, Endpoint into, Login admin, Selection what, Progress progress)
      throws IOException {
    requireOpen();
    try (var client = ArchiveClient.open(into, admin);
        var patient = ArchiveClient.patient(into, admin)) {
      return new Restore(client, patient, what, stoppable(progress)).from(archive);
    } catch (MongoException e) {
      throw Failures.duringACopy(e);
    }
  }

  @Override
  public List<CollectionSum> sums(
      Endpoint of, Login admin, Set<Namespace> wanted, Progress progress) {
    requireOpen();
    try (var client = ArchiveClient.open(of, admin)) {
      return new Sums(client, new Meter(stoppable(progress))).of(wanted);
    } catch (MongoException e) {
      throw Failures.duringACopy(e);
    }
  }

  @Override
  public long estimate(Endpoint of, Login admin) {
    requireOpen();
    try (var client = ArchiveClient.open(of, admin)) {
      return Planner.estimate(client, new Catalog(client));
    } catch (MongoException e) {
      throw Failures.duringACopy(e);
    }
  }

  private Progress stoppable(Progress progress) {
    return (documents, bytes) -> {
      requireOpen();
      progress.at(documents, bytes);
    };
  }

  private void requireOpen() {
    if (closed.get()) {
      throw Failures.stopping();
    }
  }

  /** Calls under way end within about a second, as failures that may be tried again. */
  @Override
  public void close() {
    closed.set(true);
  }
}
