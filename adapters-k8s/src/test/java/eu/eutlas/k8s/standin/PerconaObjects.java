package eu.eutlas.k8s.standin;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** What Percona's operator makes of a resource, under the names that were observed. */
final class PerconaObjects {
  private static final List<String> SYSTEM_USERS =
      List.of("databaseAdmin", "clusterAdmin", "clusterMonitor", "userAdmin", "backup");

  private final ApiServer server;

  PerconaObjects(ApiServer server) {
    this.server = server;
  }

  static String set(Document resource) {
    return resource.name() + "-rs0";
  }

  static String instance(Document resource) {
    return "app.kubernetes.io/instance=" + resource.name();
  }

  /** The names of what the finalizer of the volumes removes beside them. */
  static List<String> secrets(Document resource) {
    return List.of(users(resource), "internal-" + resource.name() + "-users", encryption(resource));
  }

  private static String users(Document resource) {
    var given = resource.text("spec", "secrets", "users");
    return given.isEmpty() ? resource.name() + "-secrets" : given;
  }

  private static String encryption(Document resource) {
    var given = resource.text("spec", "secrets", "encryptionKey");
    return given.isEmpty() ? resource.name() + "-mongodb-encryption-key" : given;
  }

  Optional<Document> find(Document resource) {
    return server.find(Kind.STATEFUL_SET, resource.namespace(), set(resource));
  }

  long ready(Document resource) {
    return find(resource).map(set -> set.number("status", "readyReplicas")).orElse(0L);
  }

  boolean isRolledOut(Document resource) {
    return find(resource).filter(Owners::isRolledOut).isPresent();
  }

  void make(Document resource) {
    systemUsers(resource);
    secretOnce(resource, encryption(resource), "encryption-key: standin", "");
    secretOnce(
        resource,
        resource.name() + "-mongodb-keyfile",
        "mongodb-key: standin",
        Owners.reference(resource));
    apply(
        Kind.SERVICE,
        resource,
        set(resource),
        """
        apiVersion: v1
        kind: Service
        metadata: {name: %s, labels: %s, ownerReferences: [%s]}
        spec:
          clusterIP: None
          selector: %s
          ports: [{name: mongodb, port: 27017}]
        """
            .formatted(
                set(resource), labels(resource), Owners.reference(resource), labels(resource)));
    apply(
        Kind.DISRUPTION_BUDGET,
        resource,
        resource.name() + "-mongod-rs0",
        """
        apiVersion: policy/v1
        kind: PodDisruptionBudget
        metadata: {name: %s-mongod-rs0, ownerReferences: [%s]}
        spec: {maxUnavailable: 1, selector: {matchLabels: %s}}
        """
            .formatted(resource.name(), Owners.reference(resource), labels(resource)));
    statefulSet(resource);
  }

  private void statefulSet(Document resource) {
    var replset = resource.list("spec", "replsets").getFirst();
    var replicas = resource.flag("spec", "pause") ? 0 : replset.number("size");
    // What there is stays as it is: growing is another matter, and has its own steps.
    var templates =
        find(resource)
            .map(set -> set.json().getAsJsonObject("spec").get("volumeClaimTemplates").toString())
            .orElseGet(() -> template(resource, replset));
    apply(
        Kind.STATEFUL_SET,
        resource,
        set(resource),
        """
        {"apiVersion": "apps/v1", "kind": "StatefulSet",
         "metadata": {"name": "%s", "labels": %s, "ownerReferences": [%s]},
         "spec": {"replicas": %d, "serviceName": "%s", "selector": {"matchLabels": %s},
          "template": {"metadata": {"labels": %s}, "spec": {"containers": [
           {"name": "mongod", "image": "%s", "resources": %s}]}},
          "volumeClaimTemplates": %s}}\
        """
            .formatted(
                set(resource),
                labels(resource),
                Owners.reference(resource),
                replicas,
                set(resource),
                labels(resource),
                labels(resource),
                resource.text("spec", "image"),
                replset.at("resources"),
                templates));
  }

  private static String template(Document resource, Document replset) {
    var claim =
        Merging.over(
            Document.parse("{\"accessModes\": [\"ReadWriteOnce\"]}"),
            replset.at("volumeSpec", "persistentVolumeClaim"));
    return """
    [{"metadata": {"name": "mongod-data", "labels": %s}, "spec": %s}]\
    """
        .formatted(labels(resource), claim);
  }

  /** What is missing is filled in, and a copy is kept. */
  private void systemUsers(Document resource) {
    secretOnce(resource, users(resource), "{}", "");
    var there = server.find(Kind.SECRET, resource.namespace(), users(resource)).orElseThrow();
    var missing =
        SYSTEM_USERS.stream()
            .filter(user -> !there.has("data", key(user) + "_PASSWORD"))
            .map(user ->
                """
                "%s_USER": "%s", "%s_PASSWORD": "standin\"\
                """
                    .formatted(key(user), user, key(user)))
            .collect(Collectors.joining(", "));
    if (!missing.isEmpty()) {
      server.merge(
          Kind.SECRET,
          resource.namespace(),
          users(resource),
          "{\"stringData\": {%s}}".formatted(missing));
    }
    secretOnce(
        resource,
        "internal-" + resource.name() + "-users",
        "copied: \"true\"",
        Owners.reference(resource));
  }

  private static String key(String user) {
    return "MONGODB_" + user.replaceAll("([A-Z])", "_$1").toUpperCase(Locale.ROOT);
  }

  private void secretOnce(Document resource, String name, String content, String owner) {
    server.create(
        Kind.SECRET,
        resource.namespace(),
        """
        apiVersion: v1
        kind: Secret
        metadata: {name: %s, ownerReferences: [%s]}
        stringData:
          %s
        """
            .formatted(name, owner, content));
  }

  private void apply(Kind kind, Document resource, String name, String yaml) {
    server.apply(kind, resource.namespace(), name, yaml);
  }

  private static String labels(Document resource) {
    return """
    {"app.kubernetes.io/name": "percona-server-mongodb", "app.kubernetes.io/instance": "%s",
     "app.kubernetes.io/managed-by": "percona-server-mongodb-operator",
     "app.kubernetes.io/component": "mongod", "app.kubernetes.io/replset": "rs0"}\
    """
        .formatted(resource.name());
  }
}
