package eu.eutlas.k8s;

import java.util.List;
import java.util.stream.Stream;

/**
 * All that EUTLAS asks of an API server, and nothing more: its role is made from this, and at each
 * start it asks for each of them whether it has it.
 *
 * @param type of the things
 * @param verbs what is done with them
 */
record Rights(ResourceType type, List<String> verbs) {

  private static final List<Rights> COMMON =
      List.of(
          new Rights(ResourceType.NAMESPACE, List.of("create", "delete", "get", "list", "patch")),
          made(ResourceType.RESOURCE_QUOTA),
          made(ResourceType.LIMIT_RANGE),
          new Rights(ResourceType.NETWORK_POLICY, List.of("create", "get", "list", "patch")),
          made(ResourceType.SERVICE_ACCOUNT),
          made(ResourceType.ROLE),
          made(ResourceType.ROLE_BINDING),
          // To read secrets and delete pods: for giving these rights to the databases' own pods.
          new Rights(ResourceType.SECRET, List.of("create", "get", "patch")),
          new Rights(ResourceType.POD, List.of("delete", "get", "list", "patch")),
          new Rights(ResourceType.EVENT, List.of("list")),
          new Rights(ResourceType.CLAIM, List.of("get", "list", "patch")),
          new Rights(ResourceType.VOLUME, List.of("list")),
          new Rights(ResourceType.STATEFUL_SET, List.of("delete", "list")),
          new Rights(ResourceType.STORAGE_CLASS, List.of("get")));

  static List<Rights> of(Dialect dialect) {
    return Stream.concat(COMMON.stream(), Stream.of(onResources(dialect))).toList();
  }

  /** For either operator. */
  static List<Rights> all() {
    return Stream.concat(COMMON.stream(), Stream.of(Dialect.values()).map(Rights::onResources))
        .toList();
  }

  /** To apply a thing that is not there yet is to make it. */
  private static Rights made(ResourceType type) {
    return new Rights(type, List.of("create", "patch"));
  }

  private static Rights onResources(Dialect dialect) {
    return new Rights(
        dialect.resource(), List.of("create", "delete", "get", "list", "patch", "watch"));
  }
}
