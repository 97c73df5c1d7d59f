package eu.eutlas.k8s;

/** The kinds of things that EUTLAS speaks of with an API server. */
enum ResourceType {
  NAMESPACE("", "v1", "namespaces", "Namespace", "the namespace"),
  RESOURCE_QUOTA("", "v1", "resourcequotas", "ResourceQuota", "the quota"),
  LIMIT_RANGE("", "v1", "limitranges", "LimitRange", "the usual limits"),
  SERVICE_ACCOUNT("", "v1", "serviceaccounts", "ServiceAccount", "the service account"),
  SECRET("", "v1", "secrets", "Secret", "the secret"),
  POD("", "v1", "pods", "Pod", "the pods"),
  EVENT("", "v1", "events", "Event", "the events"),
  CLAIM("", "v1", "persistentvolumeclaims", "PersistentVolumeClaim", "the volume claims"),
  VOLUME("", "v1", "persistentvolumes", "PersistentVolume", "the volumes"),
  STATEFUL_SET("apps", "v1", "statefulsets", "StatefulSet", "the stateful set"),
  NETWORK_POLICY(
      "networking.k8s.io", "v1", "networkpolicies", "NetworkPolicy", "the network policy"),
  ROLE("rbac.authorization.k8s.io", "v1", "roles", "Role", "the role"),
  ROLE_BINDING("rbac.authorization.k8s.io", "v1", "rolebindings", "RoleBinding", "the binding"),
  STORAGE_CLASS("storage.k8s.io", "v1", "storageclasses", "StorageClass", "the storage class"),
  ACCESS_REVIEW(
      "authorization.k8s.io",
      "v1",
      "selfsubjectaccessreviews",
      "SelfSubjectAccessReview",
      "the review of our rights"),
  MONGODB_COMMUNITY(
      "mongodbcommunity.mongodb.com",
      "v1",
      "mongodbcommunity",
      "MongoDBCommunity",
      "the database resource"),
  PERCONA_SERVER_MONGODB(
      "psmdb.percona.com",
      "v1",
      "perconaservermongodbs",
      "PerconaServerMongoDB",
      "the database resource");

  private final String group;
  private final String version;
  private final String plural;
  private final String kind;
  private final String words;

  ResourceType(String group, String version, String plural, String kind, String words) {
    this.group = group;
    this.version = version;
    this.plural = plural;
    this.kind = kind;
    this.words = words;
  }

  String group() {
    return group;
  }

  String plural() {
    return plural;
  }

  String kind() {
    return kind;
  }

  /** How a sentence calls it. */
  String words() {
    return words;
  }

  String apiVersion() {
    return group.isEmpty() ? version : group + "/" + version;
  }

  /** Where an API server answers for this version of its group. */
  String root() {
    return (group.isEmpty() ? "/api/" : "/apis/") + apiVersion();
  }
}
