package eu.eutlas.benchmarks.kube;

import eu.eutlas.application.cluster.DataPlane;
import eu.eutlas.application.cluster.TenantDatabase.Login;
import eu.eutlas.benchmarks.Installation;
import eu.eutlas.domain.cluster.Cidr;
import eu.eutlas.domain.cluster.ClusterId;
import eu.eutlas.domain.cluster.ClusterObservation;
import eu.eutlas.domain.cluster.RegionId;
import eu.eutlas.k8s.Dialect;
import eu.eutlas.k8s.KubernetesDataPlane;
import eu.eutlas.k8s.KubernetesRegion;
import eu.eutlas.k8s.Surroundings;
import eu.eutlas.memory.cluster.MemoryTenantDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;

/**
 * A region of the API server that the environment names, with the times at which all of a cluster
 * was asked for. Who is asked for a cluster says at once that it is ready, as far as one resource's
 * status tells (so for {@code percona} alone), and its database is one in memory.
 */
final class KubeRegion implements DataPlane, AutoCloseable {
  private static final String RELEASE = "percona/percona-server-mongodb:7.0.14-8";

  private final KubernetesRegion settings;
  private final ApiServer server;
  private final KubernetesDataPlane plane;
  private final MemoryTenantDatabase databases = new MemoryTenantDatabase();
  private final Map<ClusterId, Login> admins = new ConcurrentHashMap<>();
  private final Map<ClusterId, Long> asked = new ConcurrentHashMap<>();
  private final ExecutorService operator = Executors.newSingleThreadExecutor();

  private KubeRegion(KubernetesRegion settings, ApiServer server) {
    this.settings = settings;
    this.server = server;
    this.plane = openAnother();
  }

  static KubeRegion open(Dialect dialect) throws IOException {
    var kubeconfig = Path.of(given("EUTLAS_TEST_KUBECONFIG"));
    var server = ApiServer.of(kubeconfig);
    server.learn(Path.of(given("EUTLAS_CRD_DIR")));
    var isPercona = dialect == Dialect.PERCONA;
    return new KubeRegion(
        new KubernetesRegion(
            new RegionId("kube"),
            "benchmark-" + ProcessHandle.current().pid(),
            new KubernetesRegion.Account.Kubeconfig(kubeconfig, Optional.empty()),
            dialect,
            Optional.empty(),
            Map.of(Installation.VERSION, isPercona ? RELEASE : "7.0.14"),
            isPercona ? Optional.of("1.22.0") : Optional.empty(),
            Surroundings.inside("mongodb-operator", "eutlas"),
            KubernetesRegion.Timeouts.USUAL),
        server);
  }

  private static String given(String variable) {
    var value = System.getenv(variable);
    if (value == null) {
      throw new IllegalStateException(variable + " is to be given; see docs/testing.md.");
    }
    return value;
  }

  /** One more data plane of the same region. */
  KubernetesDataPlane openAnother() {
    return KubernetesDataPlane.open(settings, InstantSource.system());
  }

  ApiServer server() {
    return server;
  }

  MemoryTenantDatabase databases() {
    return databases;
  }

  /** When all of a cluster had been asked for, as {@link System#nanoTime}. */
  Optional<Long> askedFor(ClusterId id) {
    return Optional.ofNullable(asked.get(id));
  }

  @Override
  public void provision(Order order) {
    plane.provision(order);
    asked.putIfAbsent(order.id(), System.nanoTime());
    admins.put(order.id(), new Login(order.adminUsername(), order.adminPassword()));
    if (settings.dialect() == Dialect.PERCONA) {
      operator.execute(() -> say(order.id(), "ready"));
    }
  }

  /** As if the operator had said so of the resource as it was ordered. */
  void say(ClusterId id, String state) {
    try {
      server.merge(
          resource(id) + "/status",
          "{\"status\": {\"state\": \"%s\", \"observedGeneration\": 1, \"ready\": 1, \"size\": 1}}"
              .formatted(state));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Takes all that was made for a cluster away, without waiting for the end of it. */
  void remove(ClusterId id) throws IOException {
    server.merge(resource(id), "{\"metadata\": {\"finalizers\": null}}");
    server.delete("/api/v1/namespaces/eutlas-" + id);
  }

  private String resource(ClusterId id) {
    return settings.dialect() == Dialect.PERCONA
        ? path("psmdb.percona.com", id, "perconaservermongodbs")
        : path("mongodbcommunity.mongodb.com", id, "mongodbcommunity");
  }

  private static String path(String group, ClusterId id, String plural) {
    return "/apis/%s/v1/namespaces/eutlas-%s/%s/db-%s".formatted(group, id, plural, id);
  }

  @Override
  public ClusterObservation observe(ClusterId id) {
    var seen = plane.observe(id);
    var admin = admins.get(id);
    if (seen instanceof ClusterObservation.Running running && admin != null) {
      databases.open(running.endpoint(), admin);
    }
    return seen;
  }

  @Override
  public RegionId region() {
    return plane.region();
  }

  @Override
  public Set<Capability> capabilities() {
    return plane.capabilities();
  }

  @Override
  public List<Sighting> observeAll(Optional<ClusterId> after, int limit) {
    return plane.observeAll(after, limit);
  }

  @Override
  public void stop(ClusterId id, long generation) {
    plane.stop(id, generation);
  }

  @Override
  public void admit(ClusterId id, List<Cidr> ranges) {
    plane.admit(id, ranges);
  }

  @Override
  public void deprovision(ClusterId id) {
    plane.deprovision(id);
  }

  @Override
  public Watch watch(Consumer<ClusterId> listener) {
    return plane.watch(listener);
  }

  @Override
  public void close() {
    plane.close();
    operator.close();
  }
}
