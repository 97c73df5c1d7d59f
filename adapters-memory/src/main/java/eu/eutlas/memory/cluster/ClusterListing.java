package eu.eutlas.memory.cluster;

import eu.eutlas.application.Cursor;
import eu.eutlas.application.Page;
import eu.eutlas.application.PageRequest;
import eu.eutlas.application.Scope;
import eu.eutlas.application.cluster.ClusterQuery;
import eu.eutlas.application.cluster.ClusterSummary;
import eu.eutlas.domain.cluster.Cluster;
import eu.eutlas.domain.cluster.ClusterId;
import eu.eutlas.domain.cluster.ClusterName;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Which clusters a list has, and in which order. */
record ClusterListing(Scope scope, ClusterQuery query) {

  /**
   * Cuts a page.
   *
   * @param byId the clusters that may match, by id
   */
  Page<ClusterSummary> page(List<Cluster> byId, PageRequest request) {
    var order = order();
    var found =
        sorted(byId)
            .filter(this::matches)
            .filter(cluster ->
                request
                    .after()
                    .map(cursor -> order.compare(place(cluster.name(), cluster.id()), cursor) > 0)
                    .orElse(true))
            .limit(request.limit() + 1L)
            .map(ClusterSummary::of)
            .toList();
    return Page.of(found, request, summary -> place(summary.name(), summary.id()));
  }

  /** Without sorting where the ids have the order already: a page then looks at few clusters. */
  private Stream<Cluster> sorted(List<Cluster> byId) {
    return switch (query.sort()) {
      case OLDEST_FIRST -> byId.stream();
      case NEWEST_FIRST -> byId.reversed().stream();
      case BY_NAME -> byId.stream().sorted(Comparator.comparing(each -> each.name().value()));
    };
  }

  private boolean matches(Cluster cluster) {
    return scope.covers(cluster.orgId())
        && !cluster.isDeleted()
        && query.org().map(cluster.orgId()::equals).orElse(true)
        && query.project().map(cluster.projectId()::equals).orElse(true)
        && query.state().map(state -> state == cluster.state().name()).orElse(true)
        && query.plan().map(cluster.spec().plan()::equals).orElse(true)
        && query.region().map(cluster.spec().region()::equals).orElse(true)
        && query.label().map(label -> hasLabel(cluster, label)).orElse(true)
        && query.nameContains().map(cluster.name().value()::contains).orElse(true);
  }

  private static boolean hasLabel(Cluster cluster, String label) {
    Map<String, String> pairs = cluster.settings().labels().pairs();
    var split = label.indexOf('=');
    return split < 0
        ? pairs.containsKey(label)
        : label.substring(split + 1).equals(pairs.get(label.substring(0, split)));
  }

  private Comparator<Cursor> order() {
    Comparator<Cursor> byId = Comparator.comparing(Cursor::id);
    return switch (query.sort()) {
      case OLDEST_FIRST -> byId;
      case NEWEST_FIRST -> byId.reversed();
      case BY_NAME -> Comparator.comparing(Cursor::key).thenComparing(byId);
    };
  }

  private static Cursor place(ClusterName name, ClusterId id) {
    return new Cursor(name.value(), id.value());
  }
}
