package eu.eutlas.memory.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.eutlas.application.PortFailure;
import eu.eutlas.application.backup.ClusterArchives;
import eu.eutlas.application.backup.ClusterArchives.Progress;
import eu.eutlas.application.cluster.TenantDatabase.Login;
import eu.eutlas.domain.Secret;
import eu.eutlas.domain.backup.Namespace;
import eu.eutlas.domain.cluster.Endpoint;
import eu.eutlas.memory.cluster.MemoryTenantDatabase;
import eu.eutlas.testkit.backup.ClusterArchivesContract;
import eu.eutlas.testkit.cluster.Clusters;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class MemoryClusterArchivesTest extends ClusterArchivesContract {
  private static final Login ADMIN = new Login("eutlas-admin", new Secret("admin-password"));

  private final MemoryTenantDatabase databases = new MemoryTenantDatabase();
  private final MemoryClusterArchives archives =
      new MemoryClusterArchives(databases, InstantSource.fixed(Instant.EPOCH));
  private int clusters;

  @Override
  protected ClusterArchives archives() {
    return archives;
  }

  @Override
  protected Cluster cluster() {
    var endpoint = Clusters.endpoint(++clusters);
    databases.open(endpoint, ADMIN);
    return new MemoryCluster(endpoint);
  }

  @Override
  protected Endpoint nowhere() {
    return Clusters.endpoint(99);
  }

  @Test
  void failsInTheMiddleWhenItIsTold() throws IOException {
    var cluster = cluster();
    cluster.put(new Namespace("a", "b"), "one", "two");
    var failure = new PortFailure.Unavailable("GONE", "It is gone.", null);
    var written = new ByteArrayOutputStream();
    archives.failNext(cluster.endpoint(), failure);

    assertThatThrownBy(() -> archives.dump(cluster.endpoint(), ADMIN, written, Progress.NONE))
        .isSameAs(failure);

    assertThat(written.size()).isPositive();
    assertThat(archives.dump(cluster.endpoint(), ADMIN, written, Progress.NONE).documents())
        .isEqualTo(2);
  }

  private final class MemoryCluster implements Cluster {
    private final Endpoint endpoint;

    MemoryCluster(Endpoint endpoint) {
      this.endpoint = endpoint;
    }

    @Override
    public Endpoint endpoint() {
      return endpoint;
    }

    @Override
    public Login admin() {
      return ADMIN;
    }

    @Override
    public void put(Namespace namespace, String... documents) {
      var all = new ArrayList<>(documents(namespace));
      all.addAll(List.of(documents));
      databases.fill(endpoint, namespace, all);
    }

    @Override
    public void remove(Namespace namespace, String document) {
      var left = new ArrayList<>(documents(namespace));
      left.remove(document);
      databases.fill(endpoint, namespace, left);
    }

    @Override
    public List<String> documents(Namespace namespace) {
      return databases.collections(endpoint).getOrDefault(namespace, List.of());
    }

    @Override
    public Set<Namespace> collections() {
      return databases.collections(endpoint).keySet();
    }
  }
}
