package eu.eutlas.k8s;

import eu.eutlas.domain.HexId;
import eu.eutlas.domain.InvalidValue;
import eu.eutlas.domain.cluster.ClusterId;
import eu.eutlas.domain.cluster.Endpoint;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * What the things of a cluster are called. All comes from its id and never from a name that people
 * gave: they may rename it, and a volume claim of the same name would find another's old data.
 */
record Names(ClusterId id) {
  private static final String NAMESPACE = "eutlas-";
  static final String QUOTA = "eutlas";
  static final String LIMITS = "eutlas";

  /** Percona's word for the one replica set. */
  static final String REPLICA_SET = "rs0";

  static final int PORT = 27_017;

  /** The cluster whose namespace it is, if its name is one that we give. */
  static Optional<ClusterId> cluster(String namespace) {
    if (!namespace.startsWith(NAMESPACE)) {
      return Optional.empty();
    }
    try {
      return Optional.of(new ClusterId(HexId.require(namespace.substring(NAMESPACE.length()))));
    } catch (InvalidValue notOurs) {
      return Optional.empty();
    }
  }

  String namespace() {
    return NAMESPACE + id;
  }

  /** The operator's resource. It begins with a letter, as a service's name must. */
  String resource() {
    return "db-" + id;
  }

  /** The secret with the password of EUTLAS's own user. */
  String adminSecret() {
    return resource() + "-admin";
  }

  String statefulSet(Dialect dialect) {
    return switch (dialect) {
      case MONGODB_COMMUNITY -> resource();
      case PERCONA -> resource() + "-" + REPLICA_SET;
    };
  }

  /** The service that has the members' names. */
  String service(Dialect dialect) {
    return switch (dialect) {
      case MONGODB_COMMUNITY -> resource() + "-svc";
      case PERCONA -> statefulSet(dialect);
    };
  }

  /** The service account of the databases' pods. */
  static String account(Dialect dialect) {
    return switch (dialect) {
      // The operator writes this name into its pods, whatever we would like.
      case MONGODB_COMMUNITY -> "mongodb-kubernetes-appdb";
      case PERCONA -> "eutlas-database";
    };
  }

  /** The replica set's name, as the operator gives it. */
  String replicaSet(Dialect dialect) {
    return switch (dialect) {
      case MONGODB_COMMUNITY -> resource();
      case PERCONA -> REPLICA_SET;
    };
  }

  /** The members under the names by which they know each other. */
  Endpoint endpoint(Dialect dialect, String domain, int members) {
    var seeds =
        IntStream.range(0, members)
            .mapToObj(member -> new Endpoint.Seed(host(dialect, domain, member), PORT))
            .toList();
    return new Endpoint(seeds, Optional.of(replicaSet(dialect)));
  }

  private String host(Dialect dialect, String domain, int member) {
    return "%s-%d.%s.%s.svc.%s"
        .formatted(statefulSet(dialect), member, service(dialect), namespace(), domain);
  }
}
