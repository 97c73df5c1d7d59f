package eu.eutlas.benchmarks.kube;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What this process holds.
 *
 * @param live kilobytes on the heap that somebody still needs
 * @param resident kilobytes in all, as Linux counts them
 */
record Memory(long live, long resident) {
  private static final int COLLECTIONS = 3;

  /** After the collector has been here. */
  static Memory now() throws IOException {
    for (var i = 0; i < COLLECTIONS; i++) {
      System.gc();
    }
    var runtime = Runtime.getRuntime();
    var resident =
        Files.readAllLines(Path.of("/proc/self/status")).stream()
            .filter(line -> line.startsWith("VmRSS:"))
            .mapToLong(line -> Long.parseLong(line.replaceAll("\\D+", "")))
            .findFirst()
            .orElseThrow();
    return new Memory((runtime.totalMemory() - runtime.freeMemory()) / 1_024, resident);
  }

  Memory less(Memory other) {
    return new Memory(live - other.live, resident - other.resident);
  }

  @Override
  public String toString() {
    return "%.1f MB live, %.1f MB resident".formatted(live / 1_024.0, resident / 1_024.0);
  }
}
