package eu.eutlas.domain.cluster;

import java.util.List;

/**
 * What is to be made true outside. Each can be repeated, and is named by cluster and generation.
 */
public sealed interface Action {

  /** The servers of the spec's generation exist and run. */
  record Provision(ClusterId cluster, ClusterSpec spec) implements Action {}

  /** The servers of the spec's generation are stopped, and their data is kept. */
  record Stop(ClusterId cluster, ClusterSpec spec) implements Action {}

  /** The servers are reached from these ranges and from nowhere else outside. */
  record Admit(ClusterId cluster, RegionId region, List<Cidr> ranges) implements Action {
    public Admit {
      ranges = List.copyOf(ranges);
    }
  }

  /** Those of the spec's users that differ are as it says, and those that it has not are gone. */
  record EnsureUsers(
      ClusterId cluster, ClusterSpec spec, Endpoint endpoint, UsersTrial.Differs difference)
      implements Action {}

  /** Nothing of the cluster exists. */
  record Deprovision(ClusterId cluster, RegionId region) implements Action {}
}
