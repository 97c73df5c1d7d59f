package eu.eutlas.benchmarks.product;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Map;

/**
 * Requests a second for the authenticated list of 20 clusters, beside a bare Dropwizard resource
 * that does one driver read of 20 documents; both in processes of their own, taking turns, on the
 * same machine as the load.
 *
 * <p>Command, from the root: {@code benchmarks/run product.Listing}
 */
public final class Listing {
  private static final int CLUSTERS = 20;
  private static final int ROUNDS = 3;
  private static final Duration WARM_UP = Duration.ofSeconds(60);
  private static final Duration ROUND = Duration.ofSeconds(10);

  private Listing() {}

  public static void main(String[] arguments) throws IOException, InterruptedException {
    var data = Files.createTempDirectory("eutlas-listing").resolve("data");
    try (var product = StartedProduct.start(data, Map.of());
        var bare = BareServer.startProcess()) {
      StartedProduct.awaitRehearsal();
      var customer = Customer.settle(product.address());
      for (var i = 0; i < CLUSTERS; i++) {
        customer.order("db-" + i);
      }
      var ours = new Load(customer.clusters(), customer.authorization(), product.process());
      var theirs = new Load(bare.address(), "Bearer none", bare.process().toHandle());
      ours.run(WARM_UP);
      theirs.run(WARM_UP);
      var ratio = 0.0;
      var processor = 0.0;
      for (var round = 1; round <= ROUNDS; round++) {
        var one = ours.run(ROUND);
        var other = theirs.run(ROUND);
        System.out.println("list of clusters: " + one);
        System.out.println("bare resource:    " + other);
        ratio += one.perSecond() / other.perSecond() / ROUNDS;
        processor += other.processor() / one.processor() / ROUNDS;
      }
      System.out.printf("ratio: %.2f; of processor time alone: %.2f%n", ratio, processor);
    }
  }

  /** A server with its address. */
  record Bare(Process process, URI address) implements AutoCloseable {
    @Override
    public void close() {
      process.destroy();
      process.onExit().join();
    }
  }
}
