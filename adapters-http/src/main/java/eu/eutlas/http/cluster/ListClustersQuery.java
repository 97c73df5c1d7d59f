package eu.eutlas.http.cluster;

import eu.eutlas.application.PageRequest;
import eu.eutlas.application.cluster.ClusterQuery;
import eu.eutlas.domain.cluster.ClusterState;
import eu.eutlas.domain.cluster.PlanId;
import eu.eutlas.domain.cluster.RegionId;
import eu.eutlas.http.answer.Limit;
import eu.eutlas.http.answer.PageCursor;
import java.util.Optional;

/**
 * Which clusters are wanted.
 *
 * @param label a key, or key=value
 * @param q part of a name
 */
record ListClustersQuery(
    Optional<ClusterState.Name> state,
    Optional<PlanId> plan,
    Optional<RegionId> region,
    Optional<String> label,
    Optional<String> q,
    Optional<ClusterQuery.Sort> sort,
    Optional<Limit> limit,
    Optional<PageCursor> cursor) {
  ClusterQuery query() {
    return new ClusterQuery(
        Optional.empty(),
        Optional.empty(),
        state,
        plan,
        region,
        label,
        q,
        sort.orElse(ClusterQuery.Sort.OLDEST_FIRST));
  }

  PageRequest page() {
    return Limit.page(limit, cursor);
  }
}
