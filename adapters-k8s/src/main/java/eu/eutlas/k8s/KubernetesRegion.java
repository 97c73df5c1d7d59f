package eu.eutlas.k8s;

import eu.eutlas.domain.InvalidValue;
import eu.eutlas.domain.cluster.MongoVersion;
import eu.eutlas.domain.cluster.RegionId;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A region that is a Kubernetes cluster.
 *
 * @param installation tells our clusters from those of another installation; it becomes a label
 * @param account by which EUTLAS is known there
 * @param storageClass of the databases' volumes; the usual one of the Kubernetes cluster if absent
 * @param releases what each version of MongoDB is there: for {@code mongodb-community} a full
 *     version such as 7.0.14, for {@code percona} the name of an image
 * @param operatorVersion of the resources that are written, {@code crVersion}; for {@code percona}
 *     alone
 * @param timeouts how long to wait
 */
public record KubernetesRegion(
    RegionId id,
    String installation,
    Account account,
    Dialect dialect,
    Optional<String> storageClass,
    Map<MongoVersion, String> releases,
    Optional<String> operatorVersion,
    Surroundings surroundings,
    Timeouts timeouts) {
  private static final Pattern LABEL =
      Pattern.compile("[A-Za-z0-9]([A-Za-z0-9_.-]{0,61}[A-Za-z0-9])?");

  public KubernetesRegion {
    InvalidValue.unless(
        LABEL.matcher(installation).matches(),
        "An installation's id has 1 to 63 letters, digits, dots, underscores and hyphens.");
    InvalidValue.unless(!releases.isEmpty(), "A region names at least one release of MongoDB.");
    InvalidValue.unless(
        operatorVersion.isPresent() == (dialect == Dialect.PERCONA),
        "A percona region names its crVersion, and no other does.");
    releases = Map.copyOf(releases);
  }

  /** By whose name EUTLAS speaks with the API server. */
  public sealed interface Account {
    /**
     * As a kubeconfig file says.
     *
     * @param context the one to use; the file's current one if absent
     */
    record Kubeconfig(Path file, Optional<String> context) implements Account {}

    /** As the service account of the pod in which EUTLAS runs. */
    record InCluster() implements Account {}
  }

  /**
   * How long to wait.
   *
   * @param connect for a connection
   * @param whole for all that one call of the data plane comes to
   */
  public record Timeouts(Duration connect, Duration whole) {
    private static final Duration MOST = Duration.ofSeconds(10);

    public static final Timeouts USUAL = new Timeouts(Duration.ofSeconds(3), Duration.ofSeconds(9));

    public Timeouts {
      InvalidValue.unless(
          connect.isPositive() && whole.isPositive() && whole.compareTo(MOST) <= 0,
          "Timeouts are positive, and a call of a data plane ends within ten seconds.");
    }
  }
}
