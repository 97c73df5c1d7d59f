package eu.eutlas.memory.operation;

import eu.eutlas.application.Cursor;
import eu.eutlas.application.Page;
import eu.eutlas.application.PageRequest;
import eu.eutlas.application.Scope;
import eu.eutlas.application.operation.OperationRepository;
import eu.eutlas.domain.cluster.ClusterId;
import eu.eutlas.domain.operation.Operation;
import eu.eutlas.domain.operation.OperationId;
import java.util.Comparator;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListSet;

/** The operations that have ended, in memory. */
public final class MemoryOperationRepository implements OperationRepository {
  /** Ids sort by time, so the highest is the newest. */
  private static final Comparator<Operation> NEWEST_FIRST =
      Comparator.comparing((Operation operation) -> operation.id().value()).reversed();

  private final Map<OperationId, Operation> byId = new ConcurrentHashMap<>();
  private final Map<ClusterId, NavigableSet<Operation>> byCluster = new ConcurrentHashMap<>();

  @Override
  public void add(Operation operation) {
    if (byId.putIfAbsent(operation.id(), operation) == null) {
      byCluster
          .computeIfAbsent(operation.clusterId(), any -> new ConcurrentSkipListSet<>(NEWEST_FIRST))
          .add(operation);
    }
  }

  @Override
  public Optional<Operation> find(Scope scope, OperationId id) {
    return Optional.ofNullable(byId.get(id)).filter(found -> scope.covers(found.orgId()));
  }

  @Override
  public Page<Operation> list(Scope scope, ClusterId cluster, PageRequest request) {
    var found =
        Optional.ofNullable(byCluster.get(cluster)).stream()
            .flatMap(NavigableSet::stream)
            .filter(operation -> scope.covers(operation.orgId()))
            .filter(operation -> isAfter(operation, request))
            .limit(request.limit() + 1L)
            .toList();
    return Page.of(found, request, operation -> new Cursor("", operation.id().value()));
  }

  private static boolean isAfter(Operation operation, PageRequest request) {
    return request
        .after()
        .map(cursor -> operation.id().value().compareTo(cursor.id()) < 0)
        .orElse(true);
  }
}
