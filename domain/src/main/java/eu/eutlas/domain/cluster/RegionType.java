package eu.eutlas.domain.cluster;

/** What the clusters of a region run on, as the answering node knows it. */
public enum RegionType {
  /** Servers on this node's disk. */
  LOCAL,
  /** Servers on the disk of another node of the installation. */
  ELSEWHERE,
  /** A Kubernetes cluster. */
  KUBERNETES,
  /** Something of whoever embeds EUTLAS. */
  OTHER
}
