package eu.eutlas.bootstrap.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.eutlas.domain.cluster.Capacity;
import eu.eutlas.domain.cluster.Cidr;
import eu.eutlas.domain.cluster.MongoVersion;
import eu.eutlas.domain.cluster.RegionType;
import eu.eutlas.k8s.Dialect;
import eu.eutlas.k8s.KubernetesRegion.Account;
import eu.eutlas.k8s.Surroundings;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a region is told that is a Kubernetes cluster. */
final class RegionReaderTest {
  private static final Map<String, Object> USUAL =
      Map.of(
          "id", "eu-north",
          "name", "North",
          "location", "Stockholm",
          "type", "kubernetes",
          "operator", "percona",
          "operatorNamespace", "mongodb-operator",
          "eutlasNamespace", "eutlas",
          "releases", Map.of("7.0", "percona/percona-server-mongodb:7.0.14-8"),
          "crVersion", "1.22.0");

  @Test
  void readsWhatIsUsual() {
    var ground = (RegionConfiguration.Kubernetes) read(USUAL).ground();

    assertThat(ground.account()).isEqualTo(new Account.InCluster());
    assertThat(ground.dialect()).isEqualTo(Dialect.PERCONA);
    assertThat(ground.storageClass()).isEmpty();
    assertThat(ground.releases())
        .isEqualTo(Map.of(new MongoVersion("7.0"), "percona/percona-server-mongodb:7.0.14-8"));
    assertThat(ground.operatorVersion()).contains("1.22.0");
    assertThat(ground.surroundings()).isEqualTo(Surroundings.inside("mongodb-operator", "eutlas"));
  }

  @Test
  void readsWhatIsSpecial() {
    var special = new HashMap<>(USUAL);
    special.remove("eutlasNamespace");
    special.putAll(
        Map.of(
            "kubeconfig", "/etc/eutlas/north.yaml",
            "context", "north",
            "eutlasRanges", List.of("192.0.2.7", "2001:db8::/64"),
            "dnsNamespace", "dns",
            "domain", "example.internal",
            "storageClass", "fast"));

    var ground = (RegionConfiguration.Kubernetes) read(special).ground();

    assertThat(ground.account())
        .isEqualTo(new Account.Kubeconfig(Path.of("/etc/eutlas/north.yaml"), Optional.of("north")));
    assertThat(ground.storageClass()).contains("fast");
    assertThat(ground.surroundings())
        .isEqualTo(
            new Surroundings(
                "mongodb-operator",
                Optional.empty(),
                List.of(new Cidr("192.0.2.7/32"), new Cidr("2001:db8::/64")),
                "dns",
                "example.internal"));
  }

  @Test
  void takesAnyNumberOfClustersUnlessItSaysOtherwise() {
    var region = read(USUAL).region();

    assertThat(region.type()).isEqualTo(RegionType.KUBERNETES);
    assertThat(region.capacity()).isEqualTo(Capacity.UNLIMITED);
  }

  @Test
  void readsHowMuchItTakes() {
    var all =
        with("capacity", Map.of("clusters", 200, "cpu", 64.5, "memoryGb", 512, "storageGb", 4000));
    var some = with("capacity", Map.of("memoryGb", "1.5"));

    assertThat(read(all).region().capacity())
        .isEqualTo(
            new Capacity(
                OptionalLong.of(200),
                OptionalLong.of(64_500),
                OptionalLong.of(512 * 1024),
                OptionalLong.of(4000)));
    assertThat(read(some).region().capacity())
        .isEqualTo(
            new Capacity(
                OptionalLong.empty(),
                OptionalLong.empty(),
                OptionalLong.of(1536),
                OptionalLong.empty()));
  }

  @ParameterizedTest
  @CsvSource({
    "memoryGB, 512, 'the field capacity has no memoryGB. Did you mean memoryGb?'",
    "clusters, -1, 'the field clusters is not less than 0.'",
    "cpu, many, 'the field cpu is a number.'"
  })
  void saysWhatIsWrongWithItsCapacity(String field, String value, String sentence) {
    assertThatThrownBy(() -> read(with("capacity", Map.of(field, value))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(sentence);
  }

  @ParameterizedTest
  @CsvSource({
    "type, cloud, 'the field type is one of local, elsewhere, kubernetes.'",
    "operator, mine, 'the field operator is one of mongodb-community, percona.'",
    "releases, none, 'the field releases holds names and values.'",
    "eutlasRanges, 192.0.2.7, 'the field eutlasRanges is a list.'",
    "capacity, 200, 'the field capacity holds names and values.'",
    "type, local, 'belongs to a region of the type kubernetes.'"
  })
  void saysWhatIsWrong(String field, String value, String sentence) {
    assertThatThrownBy(() -> read(with(field, value)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(sentence);
  }

  @ParameterizedTest
  @CsvSource({"operator", "operatorNamespace", "releases", "id"})
  void saysWhatIsMissing(String field) {
    var less = new HashMap<>(USUAL);
    less.remove(field);

    assertThatThrownBy(() -> read(less))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("the field " + field + " is missing.");
  }

  private static Map<String, Object> with(String field, Object value) {
    var other = new HashMap<>(USUAL);
    other.put(field, value);
    return other;
  }

  private static RegionConfiguration read(Map<String, Object> fields) {
    return RegionReader.read(new Fields(fields));
  }
}
