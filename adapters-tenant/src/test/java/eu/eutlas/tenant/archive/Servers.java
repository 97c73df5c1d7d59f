package eu.eutlas.tenant.archive;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoCollection;
import eu.eutlas.application.backup.ClusterArchives.Progress;
import eu.eutlas.domain.backup.CollectionSum;
import eu.eutlas.domain.backup.Manifest;
import eu.eutlas.domain.backup.Namespace;
import eu.eutlas.domain.backup.Selection;
import eu.eutlas.tenant.CustomerServer;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.bson.BsonDocument;

/** Two embedded servers: one that is dumped, and one into which it is restored. */
final class Servers implements AutoCloseable {
  private final DriverClusterArchives archives = new DriverClusterArchives(InstantSource.system());
  private final CustomerServer source;
  private final CustomerServer target;
  private final MongoClient client;

  Servers(Path folder) {
    source = new CustomerServer(folder.resolve("source"));
    target = new CustomerServer(folder.resolve("target"));
    client = source.as(CustomerServer.ADMIN);
  }

  CustomerServer source() {
    return source;
  }

  CustomerServer target() {
    return target;
  }

  /** Of the server that is dumped. */
  MongoCollection<BsonDocument> collection(String database, String name) {
    return client.getDatabase(database).getCollection(name, BsonDocument.class);
  }

  /** An archive and its manifest. */
  static final class Dumped {
    private final byte[] archive;
    private final Manifest manifest;

    private Dumped(byte[] archive, Manifest manifest) {
      this.archive = archive;
      this.manifest = manifest;
    }

    byte[] archive() {
      return archive;
    }

    Manifest manifest() {
      return manifest;
    }
  }

  Dumped dump() throws IOException {
    var bytes = new ByteArrayOutputStream();
    var manifest = archives.dump(source.endpoint(), CustomerServer.ADMIN, bytes, Progress.NONE);
    return new Dumped(bytes.toByteArray(), manifest);
  }

  void verify(Dumped dump) throws IOException {
    archives.verify(new ByteArrayInputStream(dump.archive()), dump.manifest(), Progress.NONE);
  }

  List<CollectionSum> restore(byte[] archive) throws IOException {
    return sorted(
        archives
            .restore(
                new ByteArrayInputStream(archive),
                target.endpoint(),
                CustomerServer.ADMIN,
                Selection.EVERYTHING,
                Progress.NONE)
            .collections());
  }

  /** By their names. */
  List<CollectionSum> sums(CustomerServer server) {
    return sorted(
        archives.sums(server.endpoint(), CustomerServer.ADMIN, collections(server), Progress.NONE));
  }

  static List<CollectionSum> sorted(List<CollectionSum> sums) {
    return sums.stream().sorted(Comparator.comparing(sum -> sum.namespace().toString())).toList();
  }

  private static Set<Namespace> collections(CustomerServer server) {
    var found = new HashSet<Namespace>();
    try (var reader = server.as(CustomerServer.ADMIN)) {
      for (var database : reader.listDatabaseNames()) {
        for (var name : reader.getDatabase(database).listCollectionNames()) {
          found.add(new Namespace(database, name));
        }
      }
    }
    return found;
  }

  @Override
  public void close() {
    archives.close();
    client.close();
    source.close();
    target.close();
  }
}
