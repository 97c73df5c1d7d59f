package eu.eutlas.benchmarks.product;

import eu.eutlas.benchmarks.Percentiles;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Map;

/**
 * How long {@code ./eutlas start} takes on a folder that is filled already, and how much memory the
 * product holds when nobody uses it.
 *
 * <p>Command, from the root: {@code benchmarks/run product.Starts}
 */
public final class Starts {
  private static final int TIMES = 7;
  private static final Duration IDLE = Duration.ofSeconds(30);

  private Starts() {}

  public static void main(String[] arguments) throws IOException, InterruptedException {
    var data = Files.createTempDirectory("eutlas-starts").resolve("data");
    StartedProduct.start(data, Map.of()).close();
    StartedProduct.awaitRehearsal();
    var millis = new long[TIMES];
    var megabytes = 0L;
    for (var i = 0; i < TIMES; i++) {
      try (var product = StartedProduct.start(data, Map.of())) {
        millis[i] = product.took().toMillis();
        if (i == TIMES - 1) {
          Thread.sleep(IDLE);
          megabytes = product.residentMegabytes();
        }
      }
    }
    var starts = Percentiles.of(millis);
    System.out.printf(
        "start: median %d ms, slowest %d ms of %d; idle for %d s: %d MB%n",
        starts.at(0.5), starts.at(1), TIMES, IDLE.toSeconds(), megabytes);
  }
}
