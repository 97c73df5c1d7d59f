package eu.eutlas.application.cluster;

import eu.eutlas.application.PortFailure;
import eu.eutlas.domain.cluster.RegionId;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/** What the last look at each region came to, on this node. */
public final class RegionHealth {
  private final Map<RegionId, Health> last = new ConcurrentHashMap<>();

  /** Whether a region answers. */
  public enum Health {
    /** It has not been looked at since the start. */
    UNKNOWN,
    UP,
    DOWN
  }

  Health of(RegionId region) {
    return last.getOrDefault(region, Health.UNKNOWN);
  }

  /** Looks at a region, and remembers whether it answered. */
  public <T> T look(RegionId region, Supplier<T> look) {
    try {
      var seen = look.get();
      last.put(region, Health.UP);
      return seen;
    } catch (PortFailure e) {
      last.put(region, Health.DOWN);
      throw e;
    }
  }
}
