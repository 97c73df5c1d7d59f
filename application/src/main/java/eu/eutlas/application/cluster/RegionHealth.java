package eu.eutlas.application.cluster;

import eu.eutlas.application.PortFailure;
import eu.eutlas.domain.cluster.RegionId;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/** What the last look at each region came to, on this node. */
public final class RegionHealth {
  private final Map<RegionId, Look> last = new ConcurrentHashMap<>();

  /** Whether a region answers. */
  public enum Health {
    /** It has not been looked at since the start. */
    UNKNOWN,
    UP,
    DOWN
  }

  Health of(RegionId region) {
    return look(region).health();
  }

  /** Why it is DOWN, in a sentence; absent when it is not. */
  Optional<String> trouble(RegionId region) {
    return look(region).trouble();
  }

  /** Looks at a region, and remembers whether it answered. */
  public <T> T look(RegionId region, Supplier<T> look) {
    try {
      var seen = look.get();
      last.put(region, new Look(Health.UP, Optional.empty()));
      return seen;
    } catch (PortFailure e) {
      last.put(region, new Look(Health.DOWN, Optional.of(e.error().message())));
      throw e;
    }
  }

  private Look look(RegionId region) {
    return last.getOrDefault(region, Look.NONE);
  }

  private record Look(Health health, Optional<String> trouble) {
    static final Look NONE = new Look(Health.UNKNOWN, Optional.empty());
  }
}
