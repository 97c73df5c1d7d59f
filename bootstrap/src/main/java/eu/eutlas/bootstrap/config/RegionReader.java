package eu.eutlas.bootstrap.config;

import eu.eutlas.domain.cluster.Cidr;
import eu.eutlas.domain.cluster.MongoVersion;
import eu.eutlas.domain.cluster.Region;
import eu.eutlas.domain.cluster.RegionId;
import eu.eutlas.k8s.Dialect;
import eu.eutlas.k8s.KubernetesRegion.Account;
import eu.eutlas.k8s.Surroundings;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads one region of the catalogue. */
final class RegionReader {
  private static final Set<String> EVERY = Set.of("id", "name", "location", "type", "capacity");
  private static final Set<String> KUBERNETES =
      Set.of(
          "kubeconfig",
          "context",
          "operator",
          "operatorNamespace",
          "eutlasNamespace",
          "eutlasRanges",
          "dnsNamespace",
          "domain",
          "storageClass",
          "releases",
          "crVersion");

  private RegionReader() {}

  /** The fields that a region may have. */
  static Set<String> fields() {
    var all = new HashSet<>(EVERY);
    all.addAll(KUBERNETES);
    return all;
  }

  static RegionConfiguration read(Fields fields) {
    var ground = ground(fields);
    var region =
        new Region(
            new RegionId(fields.text("id")),
            fields.text("name"),
            fields.text("location"),
            ground.type(),
            CapacityReader.read(fields));
    return new RegionConfiguration(region, ground);
  }

  private static RegionConfiguration.Ground ground(Fields fields) {
    return switch (fields.text("type")) {
      case "local" -> plain(fields, new RegionConfiguration.Local());
      case "elsewhere" -> plain(fields, new RegionConfiguration.Elsewhere());
      case "kubernetes" -> kubernetes(fields);
      default ->
          throw new IllegalArgumentException(
              "the field type is one of local, elsewhere, kubernetes.");
    };
  }

  private static RegionConfiguration.Ground plain(
      Fields fields, RegionConfiguration.Ground ground) {
    fields.values().keySet().stream()
        .filter(KUBERNETES::contains)
        .findFirst()
        .ifPresent(name -> {
          throw new IllegalArgumentException(
              "the field " + name + " belongs to a region of the type kubernetes.");
        });
    return ground;
  }

  private static RegionConfiguration.Kubernetes kubernetes(Fields fields) {
    return new RegionConfiguration.Kubernetes(
        account(fields),
        dialect(fields.text("operator")),
        fields.optional("storageClass"),
        releases(fields),
        fields.optional("crVersion"),
        new Surroundings(
            fields.text("operatorNamespace"),
            fields.optional("eutlasNamespace"),
            fields.texts("eutlasRanges").stream().map(Cidr::parse).toList(),
            fields.optional("dnsNamespace").orElse("kube-system"),
            fields.optional("domain").orElse("cluster.local")));
  }

  private static Account account(Fields fields) {
    var context = fields.optional("context");
    return fields
        .optional("kubeconfig")
        .<Account>map(file -> new Account.Kubeconfig(Path.of(file), context))
        .orElseGet(Account.InCluster::new);
  }

  private static Dialect dialect(String word) {
    return Arrays.stream(Dialect.values())
        .filter(dialect -> dialect.toString().equals(word))
        .findFirst()
        .orElseThrow(() ->
            new IllegalArgumentException(
                "the field operator is one of "
                    + Arrays.stream(Dialect.values())
                        .map(Dialect::toString)
                        .collect(Collectors.joining(", "))
                    + "."));
  }

  private static Map<MongoVersion, String> releases(Fields fields) {
    var releases = new HashMap<MongoVersion, String>();
    fields
        .pairs("releases")
        .forEach((version, release) -> releases.put(new MongoVersion(version), release));
    if (releases.isEmpty()) {
      throw new IllegalArgumentException("the field releases is missing.");
    }
    return releases;
  }
}
