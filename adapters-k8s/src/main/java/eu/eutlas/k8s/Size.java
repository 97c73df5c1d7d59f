package eu.eutlas.k8s;

import eu.eutlas.domain.cluster.Resources;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** How sizes are written for Kubernetes, and read back. */
final class Size {
  /** What was asked for, on the operator's resource: an operator may change what stands there. */
  static final String ANNOTATION = "eutlas.eu/size";

  private static final Pattern WRITTEN = Pattern.compile("([0-9]+)m-([0-9]+)Mi-([0-9]+)Gi-([13])");
  private static final Pattern GIGABYTES = Pattern.compile("([0-9]{1,9})Gi");
  private static final int STORAGE = 3;
  private static final int MEMBERS = 4;

  private Size() {}

  static String cpu(int millis) {
    return millis + "m";
  }

  static String megabytes(int megabytes) {
    return megabytes + "Mi";
  }

  static String gigabytes(int gigabytes) {
    return gigabytes + "Gi";
  }

  /** Absent for a size that is not written as we do. */
  static Optional<Integer> readGigabytes(String text) {
    var matcher = GIGABYTES.matcher(text);
    return matcher.matches() ? Optional.of(Integer.parseInt(matcher.group(1))) : Optional.empty();
  }

  static String write(Resources resources) {
    return "%s-%s-%s-%d"
        .formatted(
            cpu(resources.cpuMillis()),
            megabytes(resources.memoryMegabytes()),
            gigabytes(resources.storageGigabytes()),
            resources.members());
  }

  /** Absent for what somebody else wrote. */
  static Optional<Resources> read(String text) {
    var matcher = WRITTEN.matcher(text);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          new Resources(
              Integer.parseInt(matcher.group(1)),
              Integer.parseInt(matcher.group(2)),
              Integer.parseInt(matcher.group(STORAGE)),
              Integer.parseInt(matcher.group(MEMBERS))));
    } catch (IllegalArgumentException tooLarge) {
      return Optional.empty();
    }
  }

  /** A container that gets what it asks for, and no more. */
  static Map<String, Object> of(int cpuMillis, int memoryMegabytes) {
    var size = Map.of("cpu", cpu(cpuMillis), "memory", megabytes(memoryMegabytes));
    return Map.of("requests", size, "limits", size);
  }
}
