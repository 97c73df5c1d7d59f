package eu.eutlas.application;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * Remembers what was read for two seconds, so that a burst of requests reads once. What this node
 * changes it forgets at once; what another node changes shows within the two seconds. Absence is
 * never remembered.
 */
public final class RecentReads<K, V> {
  private static final Duration LASTS = Duration.ofSeconds(2);
  private static final int MOST = 10_000;

  private final InstantSource clock;
  private final Map<K, Read<V>> reads = new ConcurrentHashMap<>();

  public RecentReads(InstantSource clock) {
    this.clock = clock;
  }

  /** What was read a moment ago, or is read now. */
  public Optional<V> get(K key, Function<K, Optional<V>> read) {
    var now = clock.instant();
    var known = reads.get(key);
    if (known != null && now.isBefore(known.until()) && !now.isBefore(known.until().minus(LASTS))) {
      return Optional.of(known.value());
    }
    var value = read.apply(key);
    value.ifPresentOrElse(found -> remember(key, found, now), () -> reads.remove(key));
    return value;
  }

  public void forget(K key) {
    reads.remove(key);
  }

  private void remember(K key, V value, Instant now) {
    if (reads.size() >= MOST) {
      reads.values().removeIf(read -> !now.isBefore(read.until()));
    }
    if (reads.size() < MOST) {
      reads.put(key, new Read<>(value, now.plus(LASTS)));
    }
  }

  private record Read<V>(V value, Instant until) {}
}
