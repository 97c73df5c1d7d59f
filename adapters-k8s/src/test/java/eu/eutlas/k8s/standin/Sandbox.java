package eu.eutlas.k8s.standin;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;

/** Namespaces of an installation of its own, one for each test, and what tests wait for in them. */
final class Sandbox {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final ApiServer server;
  private final Path kubeconfig = TestCluster.kubeconfig();
  private final String installation = "standin-" + UUID.randomUUID().toString().substring(0, 8);
  private final List<String> namespaces = new ArrayList<>();

  Sandbox() {
    server = ApiServer.of(kubeconfig);
  }

  String installation() {
    return installation;
  }

  Path kubeconfig() {
    return kubeconfig;
  }

  ApiServer server() {
    return server;
  }

  String namespace() {
    return namespaces.getLast();
  }

  void open() {
    var name = installation + "-" + namespaces.size();
    namespaces.add(name);
    server.create(
        Kind.NAMESPACE,
        "",
        """
        apiVersion: v1
        kind: Namespace
        metadata: {name: %s, labels: {eutlas.eu/installation: %s}}
        """
            .formatted(name, installation));
    apply(
        Kind.SERVICE_ACCOUNT,
        "mongodb-kubernetes-appdb",
        """
        apiVersion: v1
        kind: ServiceAccount
        metadata: {name: mongodb-kubernetes-appdb}
        """);
    // Pods are refused until the API's own controllers have been here.
    await(Kind.SERVICE_ACCOUNT, "default", seen -> true);
  }

  /** What has finalizers goes first, as long as there is somebody to honour them. */
  void close(Kind kind, String name) {
    server.delete(kind, namespace(), name);
    awaitAbsence(kind, name);
    server.delete(Kind.NAMESPACE, "", namespace());
  }

  void apply(Kind kind, String name, String yaml) {
    server.apply(kind, namespace(), name, yaml);
  }

  Optional<Document> find(Kind kind, String name) {
    return server.find(kind, namespace(), name);
  }

  List<Document> list(Kind kind) {
    return server.list(kind, namespace(), "");
  }

  List<String> names(Kind kind) {
    return list(kind).stream().map(Document::name).toList();
  }

  Document await(Kind kind, String name, Predicate<Document> wanted) {
    return patiently()
        .until(() -> find(kind, name).filter(wanted), Optional::isPresent)
        .orElseThrow();
  }

  void awaitAbsence(Kind kind, String name) {
    await(() -> find(kind, name).isEmpty());
  }

  void await(Callable<Boolean> wanted) {
    patiently().until(wanted);
  }

  private static ConditionFactory patiently() {
    return Awaitility.await()
        .atMost(PATIENCE)
        .pollDelay(Duration.ZERO)
        .pollInterval(Duration.ofMillis(20));
  }
}
