package eu.eutlas.domain.cluster;

import eu.eutlas.domain.HexId;

/** The id of a cluster, which also names everything that the cluster owns in its data plane. */
public record ClusterId(String value) {
  public ClusterId {
    HexId.require(value);
  }

  @Override
  public String toString() {
    return value;
  }
}
