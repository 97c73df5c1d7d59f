package eu.eutlas.memory.cluster;

import eu.eutlas.application.Cursor;
import eu.eutlas.application.Page;
import eu.eutlas.application.PageRequest;
import eu.eutlas.application.cluster.UnknownResourceRepository;
import eu.eutlas.domain.cluster.ClusterId;
import eu.eutlas.domain.cluster.RegionId;
import eu.eutlas.domain.cluster.UnknownResource;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/** What was found in regions and is nobody's, in memory. */
public final class MemoryUnknownResourceRepository implements UnknownResourceRepository {
  private final NavigableMap<String, UnknownResource> found = new TreeMap<>();

  @Override
  public synchronized List<UnknownResource> findIn(RegionId region, int limit) {
    return found.values().stream()
        .filter(each -> each.region().equals(region))
        .limit(limit)
        .toList();
  }

  @Override
  public synchronized Page<UnknownResource> list(Optional<RegionId> region, PageRequest request) {
    var rest = request.after().map(after -> found.tailMap(after.id(), false)).orElse(found);
    var asked =
        rest.values().stream()
            .filter(each -> region.map(each.region()::equals).orElse(true))
            .limit(request.limit() + 1L)
            .toList();
    return Page.of(asked, request, each -> new Cursor("", key(each.region(), each.cluster())));
  }

  @Override
  public synchronized boolean keep(UnknownResource seen) {
    var before = found.putIfAbsent(key(seen.region(), seen.cluster()), seen);
    if (before != null) {
      found.put(
          key(seen.region(), seen.cluster()),
          new UnknownResource(
              seen.region(), seen.cluster(), before.firstSeenAt(), seen.lastSeenAt()));
    }
    return before == null;
  }

  @Override
  public synchronized void forget(RegionId region, ClusterId cluster) {
    found.remove(key(region, cluster));
  }

  private static String key(RegionId region, ClusterId cluster) {
    return region + ":" + cluster;
  }
}
