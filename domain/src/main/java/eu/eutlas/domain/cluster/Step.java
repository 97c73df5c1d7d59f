package eu.eutlas.domain.cluster;

import java.util.List;

/**
 * What a turn comes to: the cluster to be saved first, then the actions to be performed, in this
 * order.
 */
public record Step(Cluster next, List<Action> actions) {
  public Step {
    actions = List.copyOf(actions);
  }
}
