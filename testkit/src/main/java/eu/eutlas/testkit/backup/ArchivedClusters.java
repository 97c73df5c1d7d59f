package eu.eutlas.testkit.backup;

import eu.eutlas.application.backup.ClusterArchives;
import eu.eutlas.application.backup.ClusterArchives.Progress;
import eu.eutlas.application.cluster.TenantDatabase.Login;
import eu.eutlas.domain.backup.CollectionSum;
import eu.eutlas.domain.backup.Manifest;
import eu.eutlas.domain.backup.Namespace;
import eu.eutlas.domain.backup.Selection;
import eu.eutlas.domain.cluster.Endpoint;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;

/** Two clusters, of which one is dumped, and what all contracts of archives do with them. */
public abstract class ArchivedClusters {
  static final Namespace ORDERS = new Namespace("shop", "orders");
  static final Namespace CARTS = new Namespace("shop", "carts.of 2026");
  static final Namespace EMPTY = new Namespace("shop", "empty");
  static final Namespace STAFF = new Namespace("people", "персонал");

  ClusterArchives archives;
  Cluster source;
  Cluster target;

  protected abstract ClusterArchives archives();

  /** A cluster that serves, another each time, in which there is nothing yet. */
  protected abstract Cluster cluster();

  /** A place where nobody answers. */
  protected abstract Endpoint nowhere();

  /** A cluster as its customer sees it; documents are texts here. */
  protected interface Cluster {
    Endpoint endpoint();

    Login admin();

    /** Makes the collection where it is not there, and adds documents. */
    void put(Namespace namespace, String... documents);

    void remove(Namespace namespace, String document);

    /** In any order. */
    List<String> documents(Namespace namespace);

    Set<Namespace> collections();
  }

  @BeforeEach
  void begin() {
    archives = archives();
    source = cluster();
    target = cluster();
    source.put(ORDERS, "one", "two", "three");
    source.put(CARTS, "four");
    source.put(EMPTY);
    source.put(STAFF, "Élodie", "Łukasz", "Σωκράτης");
  }

  // ---- the steps ----

  /** An archive and its manifest. */
  static final class Dumped {
    private final byte[] archive;
    private final Manifest manifest;

    Dumped(byte[] archive, Manifest manifest) {
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
    var manifest = archives.dump(source.endpoint(), source.admin(), bytes, Progress.NONE);
    return new Dumped(bytes.toByteArray(), manifest);
  }

  void verify(Dumped dump) throws IOException {
    archives.verify(new ByteArrayInputStream(dump.archive()), dump.manifest(), Progress.NONE);
  }

  List<CollectionSum> restore(Dumped dump, Selection what) throws IOException {
    return archives
        .restore(
            new ByteArrayInputStream(dump.archive()),
            target.endpoint(),
            target.admin(),
            what,
            Progress.NONE)
        .collections();
  }

  List<CollectionSum> sums(Cluster cluster) {
    return archives.sums(cluster.endpoint(), cluster.admin(), cluster.collections(), Progress.NONE);
  }

  CollectionSum sum(Cluster cluster, Namespace namespace) {
    return find(sums(cluster), namespace);
  }

  static CollectionSum find(List<CollectionSum> sums, Namespace namespace) {
    return sums.stream().filter(sum -> sum.namespace().equals(namespace)).findFirst().orElseThrow();
  }
}
