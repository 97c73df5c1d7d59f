package eu.eutlas.tenant.archive;

import com.mongodb.client.MongoClient;
import eu.eutlas.application.backup.ClusterArchives;
import eu.eutlas.application.cluster.TenantDatabase.Login;
import eu.eutlas.domain.backup.Namespace;
import eu.eutlas.domain.cluster.Endpoint;
import eu.eutlas.tenant.CustomerServer;
import eu.eutlas.testkit.backup.ClusterArchivesContract;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;

final class DriverClusterArchivesContractTest extends ClusterArchivesContract {
  @TempDir Path folder;
  private final DriverClusterArchives archives = new DriverClusterArchives(InstantSource.system());
  private final List<EmbeddedCluster> clusters = new ArrayList<>();

  @Override
  protected ClusterArchives archives() {
    return archives;
  }

  @Override
  protected Cluster cluster() {
    var cluster = new EmbeddedCluster(folder.resolve("cluster-" + clusters.size()));
    clusters.add(cluster);
    return cluster;
  }

  /** A port that no program has, because only the system's own may. */
  @Override
  protected Endpoint nowhere() {
    return new Endpoint("127.0.0.1", 1);
  }

  @AfterEach
  void close() {
    archives.close();
    clusters.forEach(EmbeddedCluster::close);
  }

  private static final class EmbeddedCluster implements Cluster, AutoCloseable {
    private final CustomerServer server;
    private final MongoClient client;

    EmbeddedCluster(Path folder) {
      server = new CustomerServer(folder);
      client = server.as(CustomerServer.ADMIN);
    }

    @Override
    public Endpoint endpoint() {
      return server.endpoint();
    }

    @Override
    public Login admin() {
      return CustomerServer.ADMIN;
    }

    @Override
    public void put(Namespace namespace, String... documents) {
      if (!collections().contains(namespace)) {
        client.getDatabase(namespace.database()).createCollection(namespace.collection());
      }
      for (var document : documents) {
        client
            .getDatabase(namespace.database())
            .getCollection(namespace.collection())
            .insertOne(new Document("_id", document));
      }
    }

    @Override
    public void remove(Namespace namespace, String document) {
      client
          .getDatabase(namespace.database())
          .getCollection(namespace.collection())
          .deleteOne(new Document("_id", document));
    }

    @Override
    public List<String> documents(Namespace namespace) {
      return client
          .getDatabase(namespace.database())
          .getCollection(namespace.collection())
          .find()
          .map(document -> document.getString("_id"))
          .into(new ArrayList<>());
    }

    @Override
    public Set<Namespace> collections() {
      var found = new ArrayList<Namespace>();
      for (var database : client.listDatabaseNames()) {
        for (var collection : client.getDatabase(database).listCollectionNames()) {
          found.add(new Namespace(database, collection));
        }
      }
      return found.stream()
          .filter(namespace -> !namespace.database().equals("admin"))
          .collect(Collectors.toSet());
    }

    @Override
    public void close() {
      client.close();
      server.close();
    }
  }
}
