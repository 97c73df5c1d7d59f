package eu.eutlas.bootstrap.config;

import eu.eutlas.domain.cluster.MongoVersion;
import eu.eutlas.domain.cluster.Region;
import eu.eutlas.domain.cluster.RegionType;
import eu.eutlas.k8s.Dialect;
import eu.eutlas.k8s.KubernetesRegion.Account;
import eu.eutlas.k8s.Surroundings;
import java.util.Map;
import java.util.Optional;

/** A region of the catalogue, with what its clusters run on. */
public record RegionConfiguration(Region region, Ground ground) {

  /** What clusters run on. */
  public sealed interface Ground {
    /** The same in a word. */
    RegionType type();
  }

  /** Servers in this process, with their data on this node's disk. */
  public record Local() implements Ground {
    @Override
    public RegionType type() {
      return RegionType.LOCAL;
    }
  }

  /** The same on another node of the installation, which has it as its local region. */
  public record Elsewhere() implements Ground {
    @Override
    public RegionType type() {
      return RegionType.ELSEWHERE;
    }
  }

  /**
   * A Kubernetes cluster with a MongoDB operator, which every node of the installation reaches.
   *
   * @param storageClass of the databases' volumes; absent for the usual one there
   * @param releases what the operator is asked for, for each version of MongoDB
   * @param operatorVersion absent where the operator's resources have none
   */
  public record Kubernetes(
      Account account,
      Dialect dialect,
      Optional<String> storageClass,
      Map<MongoVersion, String> releases,
      Optional<String> operatorVersion,
      Surroundings surroundings)
      implements Ground {
    public Kubernetes {
      releases = Map.copyOf(releases);
    }

    @Override
    public RegionType type() {
      return RegionType.KUBERNETES;
    }
  }
}
