package eu.eutlas.k8s.standin;

/** What the stand-ins deal with, by its place in the API. */
enum Kind {
  NAMESPACE("/api/v1", "namespaces"),
  POD("/api/v1", "pods"),
  SECRET("/api/v1", "secrets"),
  SERVICE("/api/v1", "services"),
  CLAIM("/api/v1", "persistentvolumeclaims"),
  VOLUME("/api/v1", "persistentvolumes"),
  QUOTA("/api/v1", "resourcequotas"),
  SERVICE_ACCOUNT("/api/v1", "serviceaccounts"),
  EVENT("/api/v1", "events"),
  STATEFUL_SET("/apis/apps/v1", "statefulsets"),
  DISRUPTION_BUDGET("/apis/policy/v1", "poddisruptionbudgets"),
  STORAGE_CLASS("/apis/storage.k8s.io/v1", "storageclasses"),
  ROLE_BINDING("/apis/rbac.authorization.k8s.io/v1", "clusterrolebindings"),
  DEFINITION("/apis/apiextensions.k8s.io/v1", "customresourcedefinitions"),
  COMMUNITY("/apis/mongodbcommunity.mongodb.com/v1", "mongodbcommunity"),
  PERCONA("/apis/psmdb.percona.com/v1", "perconaservermongodbs");

  private final String group;
  private final String plural;

  Kind(String group, String plural) {
    this.group = group;
    this.plural = plural;
  }

  /** In no namespace ("") it is all of them, or what lies in none. */
  String path(String namespace) {
    return namespace.isEmpty()
        ? group + "/" + plural
        : group + "/namespaces/" + namespace + "/" + plural;
  }

  String path(String namespace, String name) {
    return path(namespace) + "/" + name;
  }
}
