package eu.eutlas.benchmarks.product;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Map;

/**
 * How much memory the product holds with 50 local clusters, each a server that listens, half a
 * minute after the last was made, and again after a start that finds all of them.
 *
 * <p>Command, from the root: {@code benchmarks/run product.FiftyClusters}
 */
public final class FiftyClusters {
  private static final int CLUSTERS = 50;
  private static final Duration IDLE = Duration.ofSeconds(30);

  private FiftyClusters() {}

  public static void main(String[] arguments) throws IOException, InterruptedException {
    var data = Files.createTempDirectory("eutlas-fifty").resolve("data");
    try (var product = StartedProduct.start(data, Map.of())) {
      var customer = Customer.settle(product.address());
      for (var i = 0; i < CLUSTERS; i++) {
        customer.order("db-" + i);
      }
      report("after making them", product);
    }
    try (var product = StartedProduct.start(data, Map.of())) {
      System.out.printf("a start that finds them: %d ms%n", product.took().toMillis());
      report("after that start", product);
    }
  }

  private static void report(String when, StartedProduct product)
      throws IOException, InterruptedException {
    Thread.sleep(IDLE);
    System.out.printf(
        "%d local clusters, %d s %s: %d MB%n",
        CLUSTERS, IDLE.toSeconds(), when, product.residentMegabytes());
  }
}
