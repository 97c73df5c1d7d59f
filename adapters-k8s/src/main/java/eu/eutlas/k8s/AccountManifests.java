package eu.eutlas.k8s;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** As whom a cluster's pods run, and what they may ask of the API server. */
final class AccountManifests {
  private final Blueprint blueprint;
  private final String account;

  private AccountManifests(Blueprint blueprint) {
    this.blueprint = blueprint;
    account = Names.account(blueprint.region().dialect());
  }

  static List<Manifest> of(Blueprint blueprint) {
    var manifests = new AccountManifests(blueprint);
    return switch (blueprint.region().dialect()) {
      case MONGODB_COMMUNITY ->
          List.of(manifests.account(true), manifests.role(), manifests.binding());
      case PERCONA -> List.of(manifests.account(false));
    };
  }

  /** Without a token where nothing may be asked anyway. */
  private Manifest account(boolean speaks) {
    return manifest(ResourceType.SERVICE_ACCOUNT, Map.of("automountServiceAccountToken", speaks));
  }

  /**
   * The agent beside a server reads its configuration, notes how far it is, and restarts itself.
   */
  private Manifest role() {
    return manifest(
        ResourceType.ROLE,
        Map.of(
            "rules",
            List.of(
                rule(ResourceType.SECRET, "get"),
                rule(ResourceType.POD, "delete", "get", "patch"))));
  }

  private Manifest binding() {
    return manifest(
        ResourceType.ROLE_BINDING,
        Map.of(
            "roleRef",
                Map.of(
                    "apiGroup", ResourceType.ROLE.group(),
                    "kind", ResourceType.ROLE.kind(),
                    "name", account),
            "subjects",
                List.of(
                    Map.of(
                        "kind", ResourceType.SERVICE_ACCOUNT.kind(),
                        "name", account,
                        "namespace", blueprint.names().namespace()))));
  }

  private Manifest manifest(ResourceType type, Map<String, Object> rest) {
    return new Manifest(
        type, Optional.of(blueprint.names().namespace()), account, blueprint.metadata(), rest);
  }

  private static Map<String, Object> rule(ResourceType type, String... verbs) {
    return Map.of(
        "apiGroups", List.of(type.group()),
        "resources", List.of(type.plural()),
        "verbs", List.of(verbs));
  }
}
