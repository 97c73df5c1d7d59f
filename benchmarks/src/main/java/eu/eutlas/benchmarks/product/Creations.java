package eu.eutlas.benchmarks.product;

import eu.eutlas.benchmarks.Percentiles;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Map;

/**
 * How long it takes from ordering a local cluster to READY, the first after a start included.
 *
 * <p>Command, from the root: {@code benchmarks/run product.Creations}
 */
public final class Creations {
  private static final int CLUSTERS = 20;

  private Creations() {}

  public static void main(String[] arguments) throws IOException, InterruptedException {
    var data = Files.createTempDirectory("eutlas-creations").resolve("data");
    StartedProduct.start(data, Map.of()).close();
    try (var product = StartedProduct.start(data, Map.of())) {
      var customer = Customer.settle(product.address());
      var millis = new long[CLUSTERS];
      for (var i = 0; i < CLUSTERS; i++) {
        millis[i] = customer.order("db-" + i);
      }
      var creations = Percentiles.of(millis);
      System.out.printf(
          "create to READY: first %d ms, median %d ms, p95 %d ms, slowest %d ms of %d%n",
          millis[0], creations.at(0.5), creations.at(0.95), creations.at(1), CLUSTERS);
    }
  }
}
