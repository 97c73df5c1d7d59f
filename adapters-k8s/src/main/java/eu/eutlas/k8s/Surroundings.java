package eu.eutlas.k8s;

import eu.eutlas.domain.InvalidValue;
import eu.eutlas.domain.cluster.Cidr;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What stands around the clusters of a region, and must be able to reach them.
 *
 * @param operatorNamespace where the operator runs
 * @param controlPlaneNamespace where EUTLAS runs, if it runs in the same Kubernetes cluster
 * @param controlPlaneRanges from which addresses EUTLAS comes, if it comes from outside
 * @param dnsNamespace where the name service runs
 * @param domain under which services have their names
 */
public record Surroundings(
    String operatorNamespace,
    Optional<String> controlPlaneNamespace,
    List<Cidr> controlPlaneRanges,
    String dnsNamespace,
    String domain) {
  private static final Pattern NAMESPACE = Pattern.compile("[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?");
  private static final Pattern DOMAIN =
      Pattern.compile("[a-z0-9]([a-z0-9-]*[a-z0-9])?(\\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)*");

  public Surroundings {
    requireNamespace(operatorNamespace);
    requireNamespace(dnsNamespace);
    controlPlaneNamespace.ifPresent(Surroundings::requireNamespace);
    InvalidValue.unless(
        DOMAIN.matcher(domain).matches(), "A cluster's domain looks like cluster.local.");
    InvalidValue.unless(
        controlPlaneNamespace.isPresent() || !controlPlaneRanges.isEmpty(),
        "EUTLAS must reach its databases: name the namespace in which it runs, or the addresses from"
            + " which it comes.");
    controlPlaneRanges = List.copyOf(controlPlaneRanges);
  }

  /** The usual ones where EUTLAS runs in the same Kubernetes cluster. */
  public static Surroundings inside(String operatorNamespace, String controlPlaneNamespace) {
    return new Surroundings(
        operatorNamespace,
        Optional.of(controlPlaneNamespace),
        List.of(),
        "kube-system",
        "cluster.local");
  }

  private static void requireNamespace(String name) {
    InvalidValue.unless(
        NAMESPACE.matcher(name).matches(),
        "A namespace has 1 to 63 small letters, digits and hyphens.");
  }
}
