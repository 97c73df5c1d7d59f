package eu.eutlas.k8s.standin;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Base64;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/** What MongoDB's operator makes of a resource, under the names that were observed. */
final class CommunityObjects {
  /** In the operator's defaults, and it counts against a quota. */
  private static final String AGENT =
      "{requests: {cpu: 500m, memory: 400M}, limits: {cpu: \"1\", memory: 500M}}";

  private final ApiServer server;
  private final Reach reach;

  CommunityObjects(ApiServer server, Reach reach) {
    this.server = server;
    this.reach = reach;
  }

  /** For each user: the password, or what was made of it before. */
  boolean knowPasswords(Document resource) {
    return resource.list("spec", "users").stream()
        .allMatch(user ->
            exists(resource, user.text("passwordSecretRef", "name"))
                || exists(resource, scram(user)));
  }

  private boolean exists(Document resource, String secret) {
    return !secret.isEmpty() && server.find(Kind.SECRET, resource.namespace(), secret).isPresent();
  }

  void make(Document resource) {
    var name = resource.name();
    secret(resource, name + "-config", "cluster-config.json: \"{}\"");
    secret(resource, name + "-keyfile", "keyfile: standin");
    secret(resource, name + "-agent-password", "password: standin");
    resource
        .list("spec", "users")
        .forEach(user -> secret(resource, scram(user), "sha256-salt: standin"));
    server.apply(
        Kind.SERVICE,
        resource.namespace(),
        name + "-svc",
        """
        apiVersion: v1
        kind: Service
        metadata: {name: %s-svc, ownerReferences: [%s]}
        spec:
          clusterIP: None
          publishNotReadyAddresses: true
          selector: {app: %s-svc}
          ports: [{name: mongodb, port: 27017}]
        """
            .formatted(name, Owners.reference(resource), name));
    statefulSet(resource, name, resource.number("spec", "members"));
    statefulSet(resource, name + "-arb", resource.number("spec", "arbiters"));
  }

  /** The API server itself refuses when claims' templates are others than before. */
  private void statefulSet(Document resource, String name, long replicas) {
    var own =
        Document.parse(
            Yamls.json(
                """
                replicas: %d
                serviceName: %s-svc
                selector: {matchLabels: {app: %s-svc}}
                template:
                  metadata: {labels: {app: %s-svc}}
                  spec:
                    serviceAccountName: mongodb-kubernetes-appdb
                    initContainers:
                    - {name: mongod-posthook, image: standin, resources: %s}
                    - {name: mongodb-agent-readinessprobe, image: standin, resources: %s}
                    containers:
                    - {name: mongodb-agent, image: standin, resources: %s}
                    - {name: mongod, image: "mongodb-community-server:%s"}
                volumeClaimTemplates:
                - {metadata: {name: data-volume}, spec: {accessModes: [ReadWriteOnce], resources: {requests: {storage: 10G}}}}
                - {metadata: {name: logs-volume}, spec: {accessModes: [ReadWriteOnce], resources: {requests: {storage: 2G}}}}
                """
                    .formatted(
                        replicas,
                        resource.name(),
                        resource.name(),
                        resource.name(),
                        AGENT,
                        AGENT,
                        AGENT,
                        resource.text("spec", "version"))));
    var spec = Merging.over(own, resource.at("spec", "statefulSet", "spec"));
    var metadata =
        Merging.over(
            Document.parse(
                Yamls.json(
                    "{name: %s, ownerReferences: [%s]}"
                        .formatted(name, Owners.reference(resource)))),
            resource.at("spec", "statefulSet", "metadata"));
    server.apply(
        Kind.STATEFUL_SET,
        resource.namespace(),
        name,
        """
        {"apiVersion": "apps/v1", "kind": "StatefulSet", "metadata": %s, "spec": %s}\
        """
            .formatted(metadata, spec));
  }

  boolean isRolledOut(Document resource) {
    return server
        .find(Kind.STATEFUL_SET, resource.namespace(), resource.name())
        .filter(Owners::isRolledOut)
        .isPresent();
  }

  long members(Document resource) {
    return server
        .find(Kind.STATEFUL_SET, resource.namespace(), resource.name())
        .map(set -> set.number("status", "replicas"))
        .orElse(0L);
  }

  /** Where a secret of that name is not the operator's, it only says so in its log. */
  void handOutConnectionStrings(Document resource) {
    for (var user : resource.list("spec", "users")) {
      var chosen = user.text("connectionStringSecretName");
      var name = chosen.isEmpty() ? usual(resource, user) : chosen;
      var there = server.find(Kind.SECRET, resource.namespace(), name);
      if (there.isEmpty() || Owners.owns(resource, there.get())) {
        var login = user.text("name") + ":" + password(resource, user) + "@";
        secret(
            resource,
            name,
            """
            username: "%s"
              password: "%s"
              connectionString.standard: "mongodb://%s%s/%s?replicaSet=%s&ssl=false"
              connectionString.standardSrv: "mongodb+srv://%s%s-svc.%s.svc.cluster.local/%s?replicaSet=%s&ssl=false\"\
            """
                .formatted(
                    user.text("name"),
                    password(resource, user),
                    login,
                    hosts(resource),
                    user.text("db"),
                    resource.name(),
                    login,
                    resource.name(),
                    resource.namespace(),
                    user.text("db"),
                    resource.name()));
      }
    }
  }

  String address(Document resource) {
    return "mongodb://" + hosts(resource) + "/?replicaSet=" + resource.name();
  }

  private String hosts(Document resource) {
    var inside =
        LongStream.range(0, resource.number("spec", "members"))
            .mapToObj(member ->
                "%s-%d.%s-svc.%s.svc.cluster.local:27017"
                    .formatted(resource.name(), member, resource.name(), resource.namespace()))
            .collect(Collectors.joining(","));
    return reach.place(resource.namespace()).orElse(inside);
  }

  private String password(Document resource, Document user) {
    var given = user.text("passwordSecretRef", "key");
    return server
        .find(Kind.SECRET, resource.namespace(), user.text("passwordSecretRef", "name"))
        .map(secret -> secret.text("data", given.isEmpty() ? "password" : given))
        .map(encoded -> new String(Base64.getDecoder().decode(encoded), UTF_8))
        .orElse("");
  }

  private static String usual(Document resource, Document user) {
    return "%s-%s-%s"
        .formatted(resource.name(), user.text("db"), user.text("name"))
        .toLowerCase(Locale.ROOT)
        .replaceAll("[^a-z0-9.-]", "-");
  }

  private static String scram(Document user) {
    return user.text("scramCredentialsSecretName") + "-scram-credentials";
  }

  private void secret(Document resource, String name, String content) {
    server.apply(
        Kind.SECRET,
        resource.namespace(),
        name,
        """
        apiVersion: v1
        kind: Secret
        metadata: {name: %s, ownerReferences: [%s]}
        stringData:
          %s
        """
            .formatted(name, Owners.reference(resource), content));
  }
}
