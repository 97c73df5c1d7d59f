package eu.eutlas.bootstrap.config;

import eu.eutlas.domain.cluster.Capacity;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/** Reads how much a region takes. */
final class CapacityReader {
  private static final String CLUSTERS = "clusters";
  private static final String CPU = "cpu";
  private static final String MEMORY = "memoryGb";
  private static final String STORAGE = "storageGb";
  private static final List<String> NAMES = List.of(CLUSTERS, CPU, MEMORY, STORAGE);
  private static final BigDecimal ONE = BigDecimal.ONE;
  private static final BigDecimal MILLIS = BigDecimal.valueOf(1_000);
  private static final BigDecimal MEGABYTES = BigDecimal.valueOf(1_024);

  private CapacityReader() {}

  static Capacity read(Fields region) {
    var limits = new Fields(Map.copyOf(region.pairs("capacity")));
    limits.values().keySet().stream()
        .filter(name -> !NAMES.contains(name))
        .findFirst()
        .ifPresent(name -> {
          throw new IllegalArgumentException(
              "the field capacity has no %s.%s It holds %s."
                  .formatted(name, NearMiss.hint(name, NAMES), String.join(", ", NAMES)));
        });
    return new Capacity(
        limit(limits, CLUSTERS, ONE),
        limit(limits, CPU, MILLIS),
        limit(limits, MEMORY, MEGABYTES),
        limit(limits, STORAGE, ONE));
  }

  /** What is less than the smallest unit is nothing. */
  private static OptionalLong limit(Fields limits, String name, BigDecimal unit) {
    if (limits.optional(name).isEmpty()) {
      return OptionalLong.empty();
    }
    var limit = limits.decimal(name);
    if (limit.signum() < 0) {
      throw new IllegalArgumentException("the field " + name + " is not less than 0.");
    }
    return OptionalLong.of(limit.multiply(unit).longValue());
  }
}
