package eu.eutlas.bootstrap.config;

import eu.eutlas.domain.cluster.Region;

/** A region of the catalogue, with what its clusters run on. */
public record RegionConfiguration(Region region, Type type) {

  /** What clusters run on. */
  public enum Type {
    /** Servers in this process, with their data on this node's disk. */
    LOCAL,
    /** The same on another node of the installation, which has it as its local region. */
    ELSEWHERE
  }
}
