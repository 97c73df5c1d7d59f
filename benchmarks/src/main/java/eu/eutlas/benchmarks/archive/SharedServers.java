package eu.eutlas.benchmarks.archive;

import com.mongodb.client.MongoClients;
import eu.eutlas.application.PortFailure;
import eu.eutlas.application.backup.ClusterArchives;
import eu.eutlas.application.cluster.TenantDatabase;
import eu.eutlas.application.cluster.TenantDatabase.Login;
import eu.eutlas.domain.Secret;
import eu.eutlas.domain.backup.CollectionSum;
import eu.eutlas.domain.backup.Manifest;
import eu.eutlas.domain.backup.Namespace;
import eu.eutlas.domain.backup.Restored;
import eu.eutlas.domain.backup.Selection;
import eu.eutlas.domain.cluster.Endpoint;
import eu.eutlas.domain.cluster.LoginTrial;
import eu.eutlas.embeddedmongo.AdminCredentials;
import eu.eutlas.embeddedmongo.EmbeddedMongo;
import eu.eutlas.tenant.archive.DriverClusterArchives;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.bson.RawBsonDocument;

/**
 * The real engine, over a few real servers that stand for many clusters: each endpoint is always
 * read at the same server, by who may log in at the endpoint. It counts how many are read at once.
 */
final class SharedServers implements ClusterArchives, AutoCloseable {
  private static final Login ADMIN = new Login("admin", new Secret("benchmark-only"));

  private final TenantDatabase endpoints;
  private final DriverClusterArchives engine = new DriverClusterArchives(InstantSource.system());
  private final List<EmbeddedMongo> servers = new ArrayList<>();
  private final Set<Endpoint> reading = ConcurrentHashMap.newKeySet();
  private final AtomicInteger atOnce = new AtomicInteger();
  private final AtomicInteger mostAtOnce = new AtomicInteger();
  private final AtomicInteger sameAtOnce = new AtomicInteger();

  private SharedServers(TenantDatabase endpoints) {
    this.endpoints = endpoints;
  }

  /**
   * Starts them.
   *
   * @param endpoints knows who may log in where
   * @param documents of about a kilobyte that each has
   */
  static SharedServers start(Path folder, TenantDatabase endpoints, int servers, int documents)
      throws IOException {
    var started = new SharedServers(endpoints);
    for (var i = 0; i < servers; i++) {
      var credentials = new AdminCredentials(ADMIN.username(), ADMIN.password().reveal());
      var place = Files.createDirectories(folder.resolve("server-" + i));
      var server = EmbeddedMongo.start(place, credentials);
      started.servers.add(server);
      fill(server, credentials, i, documents);
    }
    return started;
  }

  private static void fill(
      EmbeddedMongo server, AdminCredentials credentials, int seed, int documents) {
    var orders = new Orders(seed);
    var all = new ArrayList<RawBsonDocument>();
    for (var i = 0; i < documents; i++) {
      all.add(new RawBsonDocument(orders.next(i)));
    }
    try (var client = MongoClients.create(server.connectionString(credentials))) {
      client.getDatabase("shop").getCollection("orders", RawBsonDocument.class).insertMany(all);
    }
  }

  /** How many were read at the same time, at the most, since the start. */
  int mostAtOnce() {
    return mostAtOnce.get();
  }

  /** How often a cluster was read while it was being read already. */
  int sameAtOnce() {
    return sameAtOnce.get();
  }

  @Override
  public Manifest dump(Endpoint from, Login admin, OutputStream archive, Progress progress)
      throws IOException {
    if (!reading.add(from)) {
      sameAtOnce.incrementAndGet();
    }
    mostAtOnce.accumulateAndGet(atOnce.incrementAndGet(), Math::max);
    try {
      return engine.dump(server(from, admin), ADMIN, archive, progress);
    } finally {
      atOnce.decrementAndGet();
      reading.remove(from);
    }
  }

  @Override
  public void verify(InputStream archive, Manifest manifest, Progress progress) throws IOException {
    engine.verify(archive, manifest, progress);
  }

  @Override
  public Restored restore(
      InputStream archive, Endpoint into, Login admin, Selection what, Progress progress) {
    throw new UnsupportedOperationException("These servers are shared: nobody writes there.");
  }

  @Override
  public List<CollectionSum> sums(
      Endpoint of, Login admin, Set<Namespace> wanted, Progress progress) {
    return engine.sums(server(of, admin), ADMIN, wanted, progress);
  }

  @Override
  public long estimate(Endpoint of, Login admin) {
    return engine.estimate(server(of, admin), ADMIN);
  }

  private Endpoint server(Endpoint of, Login admin) {
    if (!(endpoints.authenticate(of, admin) instanceof LoginTrial.Proved)) {
      throw new PortFailure.Rejected("ADMIN_REFUSED", "This cluster has another login.", null);
    }
    var server = servers.get(Math.floorMod(of.hashCode(), servers.size()));
    return new Endpoint("127.0.0.1", server.port());
  }

  @Override
  public void close() {
    engine.close();
    servers.forEach(EmbeddedMongo::close);
  }
}
