package eu.eutlas.k8s;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import eu.eutlas.domain.cluster.AccessComment;
import eu.eutlas.domain.cluster.AccessEntry;
import eu.eutlas.domain.cluster.AccessList;
import eu.eutlas.domain.cluster.Cidr;
import eu.eutlas.domain.cluster.Resources;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

final class ManifestsTest {
  private static final AccessList OFFICE =
      AccessList.NOBODY
          .with(
              new AccessEntry(
                  Cidr.parse("192.0.2.0/24"), new AccessComment("Office"), Optional.empty()))
          .with(
              new AccessEntry(
                  Cidr.parse("2001:db8::/32"), new AccessComment(""), Optional.empty()));

  /** The sizes that can be ordered where nothing else is configured. */
  enum Plan {
    DEV,
    SMALL,
    MEDIUM,
    LARGE,
    XLARGE,
    XXL;

    Resources resources() {
      return switch (this) {
        case DEV -> new Resources(250, 512, 5, 1);
        case SMALL -> new Resources(500, 1_024, 20, 1);
        case MEDIUM -> new Resources(1_000, 2_048, 50, 1);
        case LARGE -> new Resources(2_000, 4_096, 100, 3);
        case XLARGE -> new Resources(4_000, 8_192, 200, 3);
        case XXL -> new Resources(8_000, 16_384, 500, 3);
      };
    }
  }

  static Stream<Arguments> plans() {
    return Stream.of(Dialect.values())
        .flatMap(dialect -> Stream.of(Plan.values()).map(plan -> Arguments.of(dialect, plan)));
  }

  @ParameterizedTest(name = "{0} {1}")
  @MethodSource("plans")
  void areWhatIsKept(Dialect dialect, Plan plan) throws IOException {
    KeptManifest.requireCurrent(
        "src/test/resources/manifests/%s-%s.yaml".formatted(dialect, plan),
        KeptManifest.yaml(all(Samples.blueprint(dialect, plan.resources(), OFFICE))));
  }

  @ParameterizedTest(name = "{0} {1}")
  @MethodSource("plans")
  void fitTheOperatorsDefinitions(Dialect dialect, Plan plan) throws IOException {
    var folder = System.getenv("EUTLAS_CRD_DIR");
    assumeTrue(folder != null, "SKIPPED: EUTLAS_CRD_DIR names no folder of definitions.");
    var schema = CrdSchema.read(Path.of(folder), dialect.resource().kind(), "v1");

    schema.requireFits(resource(Samples.blueprint(dialect, plan.resources(), OFFICE)));
  }

  @ParameterizedTest
  @EnumSource(Dialect.class)
  void showNoSecretInAnyText(Dialect dialect) {
    var blueprint = Samples.blueprint(dialect, Samples.SMALL, OFFICE);
    var text = new ArrayList<Object>(all(blueprint)).toString() + blueprint;
    var secret = Samples.PASSWORD.reveal();

    assertThat(text)
        .doesNotContain(secret)
        .doesNotContain(
            Base64.getEncoder().encodeToString(secret.getBytes(StandardCharsets.UTF_8)));
  }

  @ParameterizedTest
  @EnumSource(Dialect.class)
  void sendThePasswordAsDataOfTheSecret(Dialect dialect) {
    var secret =
        all(Samples.blueprint(dialect, Samples.SMALL, OFFICE)).stream()
            .filter(each -> each.type() == ResourceType.SECRET)
            .findFirst()
            .orElseThrow();

    assertThat(Json.of(secret.content()))
        .contains("\"password\":\"YUIzZEU1Z0g3aks5bU4xcFEzc1Q1dlg3ekE5Y0UxZ0k=\"");
  }

  @ParameterizedTest
  @EnumSource(Dialect.class)
  void carryTheLabelsOfOurInstallation(Dialect dialect) {
    assertThat(all(Samples.blueprint(dialect, Samples.SMALL, OFFICE)))
        .allSatisfy(manifest ->
            assertThat(manifest.metadata().get("labels"))
                .isEqualTo(
                    Map.of(
                        "eutlas.eu/installation",
                        Samples.INSTALLATION,
                        "eutlas.eu/cluster-id",
                        Samples.id(7).value(),
                        "eutlas.eu/generation",
                        "3",
                        "app.kubernetes.io/managed-by",
                        "eutlas")));
  }

  @Test
  void letNobodyInWhereTheListIsEmpty() {
    var access =
        all(Samples.blueprint(Dialect.PERCONA, Samples.SMALL, AccessList.NOBODY)).stream()
            .filter(each -> each.name().equals("eutlas-access"))
            .findFirst()
            .orElseThrow();

    assertThat(Json.of(access.content())).contains("\"ingress\":[]");
  }

  @ParameterizedTest
  @EnumSource(Dialect.class)
  void leaveRoomForBothSizesWhileOneBecomesTheOther(Dialect dialect) {
    var shrinking =
        new Blueprint(
            Samples.region(dialect),
            Samples.order(7, 4, Samples.SMALL),
            Optional.of(Samples.LARGE));
    var quota = quota(shrinking);

    assertThat(quota).isEqualTo(quota(Samples.blueprint(dialect, Samples.LARGE, OFFICE)));
    assertThat(quota).isNotEqualTo(quota(Samples.blueprint(dialect, Samples.SMALL, OFFICE)));
  }

  @ParameterizedTest
  @EnumSource(Dialect.class)
  void haveTheNamespaceFirst(Dialect dialect) {
    assertThat(all(Samples.blueprint(dialect, Samples.SMALL, OFFICE)))
        .first()
        .extracting(Manifest::type)
        .isEqualTo(ResourceType.NAMESPACE);
  }

  private static Object quota(Blueprint blueprint) {
    return all(blueprint).stream()
        .filter(each -> each.type() == ResourceType.RESOURCE_QUOTA)
        .findFirst()
        .orElseThrow()
        .rest();
  }

  private static List<Manifest> all(Blueprint blueprint) {
    return Stream.concat(
            ClusterManifests.around(blueprint).stream(), Stream.of(resource(blueprint)))
        .toList();
  }

  private static Manifest resource(Blueprint blueprint) {
    var release = blueprint.region().releases().get(blueprint.order().mongoVersion());
    return ClusterManifests.resource(blueprint, String.valueOf(release));
  }
}
