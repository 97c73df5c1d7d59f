package eu.eutlas.k8s;

import static org.assertj.core.api.Assertions.assertThat;

import eu.eutlas.domain.cluster.AccessList;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class RightsTest {
  private static final String HEAD =
      """
      # What EUTLAS may do in a Kubernetes cluster in which it runs databases: this and nothing more.
      # Generated from eu.eutlas.k8s.Rights. The namespace is where EUTLAS itself runs.
      """;

  @Test
  void theKeptRoleIsTheGeneratedOne() throws IOException {
    KeptManifest.requireCurrent(
        "../deploy/rbac.yaml",
        HEAD
            + Stream.of(account(), role(), binding())
                .map(KeptManifest::yaml)
                .collect(Collectors.joining("---\n")));
  }

  @ParameterizedTest
  @EnumSource(Dialect.class)
  void coverAllThatIsMade(Dialect dialect) {
    var blueprint = Samples.blueprint(dialect, Samples.SMALL, AccessList.NOBODY);
    var rights = Rights.of(dialect);

    assertThat(ClusterManifests.around(blueprint))
        .allSatisfy(manifest ->
            assertThat(rights)
                .anySatisfy(right -> {
                  assertThat(right.type()).isEqualTo(manifest.type());
                  assertThat(right.verbs()).contains("create", "patch");
                }));
  }

  /** An API server lets nobody give away what he has not got himself. */
  @Test
  void coverWhatTheDatabasesPodsAreGiven() {
    var rights = Rights.of(Dialect.MONGODB_COMMUNITY);

    assertThat(verbs(rights, ResourceType.SECRET)).contains("get");
    assertThat(verbs(rights, ResourceType.POD)).contains("delete", "get", "patch");
  }

  @Test
  void nameEachKindOnce() {
    var types = Rights.all().stream().map(Rights::type).toList();

    assertThat(new HashSet<>(types)).hasSameSizeAs(types);
  }

  private static List<String> verbs(List<Rights> rights, ResourceType type) {
    return rights.stream()
        .filter(right -> right.type() == type)
        .flatMap(right -> right.verbs().stream())
        .toList();
  }

  private static Map<String, Object> account() {
    return new Manifest(
            ResourceType.SERVICE_ACCOUNT, Optional.of("eutlas"), "eutlas", Map.of(), Map.of())
        .content();
  }

  private static Map<String, Object> role() {
    var rules =
        Rights.all().stream()
            .map(right ->
                Map.of(
                    "apiGroups", List.of(right.type().group()),
                    "resources", List.of(right.type().plural()),
                    "verbs", right.verbs()))
            .toList();
    return Map.of(
        "apiVersion",
        ResourceType.ROLE.apiVersion(),
        "kind",
        "ClusterRole",
        "metadata",
        Map.of("name", "eutlas"),
        "rules",
        rules);
  }

  private static Map<String, Object> binding() {
    return Map.of(
        "apiVersion", ResourceType.ROLE.apiVersion(),
        "kind", "ClusterRoleBinding",
        "metadata", Map.of("name", "eutlas"),
        "roleRef",
            Map.of("apiGroup", ResourceType.ROLE.group(), "kind", "ClusterRole", "name", "eutlas"),
        "subjects",
            List.of(Map.of("kind", "ServiceAccount", "name", "eutlas", "namespace", "eutlas")));
  }
}
