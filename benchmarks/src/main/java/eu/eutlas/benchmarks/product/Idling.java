package eu.eutlas.benchmarks.product;

import eu.eutlas.embeddedmongo.AdminCredentials;
import eu.eutlas.embeddedmongo.EmbeddedMongo;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Map;

/**
 * How often an idle node with a cluster writes to its metadata store, counted on the wire.
 *
 * <p>Command, from the root: {@code benchmarks/run product.Idling}
 */
public final class Idling {
  private static final Duration SETTLE = Duration.ofSeconds(40);
  private static final Duration WATCH = Duration.ofMinutes(2);

  private Idling() {}

  public static void main(String[] arguments) throws IOException, InterruptedException {
    var folder = Files.createTempDirectory("eutlas-idling");
    var admin = new AdminCredentials("benchmark", "not a secret at all");
    try (var store = EmbeddedMongo.start(folder.resolve("store"), admin);
        var counter = CommandCounter.before(store.port())) {
      var uri = store.connectionString(admin).replace(":" + store.port(), ":" + counter.port());
      try (var product =
          StartedProduct.start(folder.resolve("data"), Map.of("EUTLAS_MONGODB_URI", uri))) {
        Customer.settle(product.address()).order("db-1");
        Thread.sleep(SETTLE);
        counter.reset();
        Thread.sleep(WATCH);
        System.out.printf(
            "idle for %d s: %.2f writes/s, %.2f commands/s %s%n",
            WATCH.toSeconds(),
            counter.writes() / (double) WATCH.toSeconds(),
            counter.commands() / (double) WATCH.toSeconds(),
            counter.byName());
      }
    }
  }
}
