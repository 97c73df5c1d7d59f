package eu.eutlas.domain.cluster;

import eu.eutlas.domain.InvalidValue;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Stream;

/** How much may be promised in a region. What is absent is not limited. */
public record Capacity(
    OptionalLong clusters,
    OptionalLong cpuMillis,
    OptionalLong memoryMegabytes,
    OptionalLong storageGigabytes) {

  public static final Capacity UNLIMITED =
      new Capacity(
          OptionalLong.empty(), OptionalLong.empty(), OptionalLong.empty(), OptionalLong.empty());

  /** What can be short. */
  public enum Good {
    CLUSTERS("places for clusters"),
    CPU("processors"),
    MEMORY("memory"),
    STORAGE("storage");

    private final String words;

    Good(String words) {
      this.words = words;
    }

    @Override
    public String toString() {
      return words;
    }
  }

  public Capacity {
    Stream.of(clusters, cpuMillis, memoryMegabytes, storageGigabytes)
        .forEach(limit ->
            InvalidValue.unless(limit.orElse(0) >= 0, "A capacity is not less than nothing."));
  }

  /**
   * What there is too little of for more to be promised. Of what is not wanted there is always
   * enough: whoever wants less is let, even where too much is promised already.
   */
  public List<Good> shortOf(Promised present, Promised more) {
    var then = present.plus(more);
    var scarce = new ArrayList<Good>();
    add(scarce, Good.CLUSTERS, clusters, more.clusters(), then.clusters());
    add(scarce, Good.CPU, cpuMillis, more.cpuMillis(), then.cpuMillis());
    add(scarce, Good.MEMORY, memoryMegabytes, more.memoryMegabytes(), then.memoryMegabytes());
    add(scarce, Good.STORAGE, storageGigabytes, more.storageGigabytes(), then.storageGigabytes());
    return scarce;
  }

  /** Whether it says anything about what is wanted. */
  public boolean limits(Promised more) {
    return (more.clusters() > 0 && clusters.isPresent())
        || (more.cpuMillis() > 0 && cpuMillis.isPresent())
        || (more.memoryMegabytes() > 0 && memoryMegabytes.isPresent())
        || (more.storageGigabytes() > 0 && storageGigabytes.isPresent());
  }

  private static void add(List<Good> scarce, Good good, OptionalLong limit, long more, long then) {
    if (more > 0 && then > limit.orElse(Long.MAX_VALUE)) {
      scarce.add(good);
    }
  }
}
