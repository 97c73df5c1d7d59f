package eu.eutlas.k8s.standin;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A database operator with the nodes and the storage that its clusters need, for one installation:
 * it sees only namespaces and resources with the label {@code eutlas.eu/installation}. It goes on
 * looking until it is closed, also over an API server that is gone for a while. Close ends it; what
 * it made stays.
 */
public final class StandInOperator implements AutoCloseable {
  private static final Duration REST = Duration.ofMillis(50);
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final ApiServer server;
  private final String labels;
  private final Operator operator;
  private final StandInNodes nodes;
  private final StandInStorage storage;
  private final Map<String, Set<Fault>> faults = new ConcurrentHashMap<>();
  // Resource versions that nothing is to be done about any more, by the resource's uid.
  private final Map<String, String> settled = new HashMap<>();
  private final CountDownLatch closing = new CountDownLatch(1);
  private final Thread thread;

  private StandInOperator(
      Path kubeconfig, String installation, Function<ApiServer, Operator> operator) {
    this.server = ApiServer.of(kubeconfig);
    this.labels = "eutlas.eu/installation=" + installation;
    this.operator = operator.apply(server);
    this.nodes = new StandInNodes(server, this::faults);
    this.storage = new StandInStorage(server, installation, this::faults);
    StandInStorage.installClasses(server);
    this.thread = Thread.ofPlatform().name("stand-in-operator").daemon().start(this::run);
  }

  /** As MongoDB's own operator: the resources are MongoDBCommunity. */
  public static StandInOperator community(Path kubeconfig, String installation) {
    return community(kubeconfig, installation, Reach.INSIDE);
  }

  /** The same; the connection strings that it hands out lead to where the test says. */
  public static StandInOperator community(Path kubeconfig, String installation, Reach reach) {
    return new StandInOperator(
        kubeconfig, installation, server -> new CommunityOperator(server, reach));
  }

  /** As Percona's operator: the resources are PerconaServerMongoDB. */
  public static StandInOperator percona(Path kubeconfig, String installation) {
    return percona(kubeconfig, installation, Reach.INSIDE);
  }

  /** The same; the hosts in its status are what the test says. */
  public static StandInOperator percona(Path kubeconfig, String installation, Reach reach) {
    return new StandInOperator(
        kubeconfig, installation, server -> new PerconaOperator(server, reach));
  }

  /** From now on this goes wrong in the namespace, beside what does already. */
  public void breaks(String namespace, Fault fault) {
    faults.merge(
        namespace,
        Set.of(fault),
        (some, more) -> {
          var all = EnumSet.copyOf(some);
          all.addAll(more);
          return all;
        });
  }

  /** From now on nothing goes wrong in the namespace. */
  public void mends(String namespace) {
    faults.remove(namespace);
  }

  /** Somebody deletes the resource, and nobody told EUTLAS. */
  public void vanishes(String namespace, String name) {
    server.delete(operator.kind(), namespace, name);
  }

  /** Somebody deletes the namespace with all that is in it, and nobody told EUTLAS. */
  public void namespaceVanishes(String namespace) {
    server.delete(Kind.NAMESPACE, "", namespace);
  }

  /** From now on a quota of somebody else's allows so many pods in the namespace. */
  public void allows(String namespace, int pods) {
    server.apply(
        Kind.QUOTA,
        namespace,
        "somebody-elses",
        """
        apiVersion: v1
        kind: ResourceQuota
        metadata: {name: somebody-elses}
        spec: {hard: {pods: "%d"}}
        """
            .formatted(pods));
  }

  private Set<Fault> faults(String namespace) {
    return faults.getOrDefault(namespace, Set.of());
  }

  private void run() {
    try {
      do {
        lookAround();
      } while (!closing.await(REST.toMillis(), TimeUnit.MILLISECONDS));
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
    }
  }

  private void lookAround() {
    try {
      var namespaces =
          server.list(Kind.NAMESPACE, "", labels).stream()
              .map(Document::name)
              .collect(Collectors.toUnmodifiableSet());
      server.list(operator.kind(), "", labels).forEach(this::look);
      var claims =
          server.list(Kind.CLAIM, "", "").stream()
              .filter(claim -> namespaces.contains(claim.namespace()))
              .toList();
      storage.serve(claims);
      nodes.run(namespaces, claims);
    } catch (RefusedException | UncheckedIOException passing) {
      // Somebody was quicker, or the API server is away. The next round sees what is true then.
      settled.clear();
    }
  }

  private void look(Document resource) {
    var now = faults(resource.namespace());
    if (now.contains(Fault.LOOKS_AWAY)) {
      return;
    }
    var version = resource.text("metadata", "resourceVersion") + now;
    if (version.equals(settled.get(resource.uid()))) {
      return;
    }
    try {
      if (operator.look(resource, now)) {
        settled.put(resource.uid(), version);
      }
    } catch (RefusedException passing) {
      // Of this resource alone: one that leaves must not hold up the others.
      settled.remove(resource.uid());
    }
  }

  @Override
  public void close() {
    closing.countDown();
    try {
      thread.join(PATIENCE);
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
    }
  }
}
