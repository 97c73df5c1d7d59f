package eu.eutlas.benchmarks.chaos;

import eu.eutlas.benchmarks.Percentiles;
import eu.eutlas.benchmarks.product.StartedProduct;
import eu.eutlas.embeddedmongo.AdminCredentials;
import eu.eutlas.embeddedmongo.EmbeddedMongo;
import eu.eutlas.embeddedmongo.EmbeddedMongoOptions;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/**
 * Kills the running product at random moments while a customer changes clusters and writes to them,
 * then takes the metadata store away under load; each time everything that was promised has to be
 * there. Ends with 1 when a promise is broken.
 *
 * <p>Command, from the root: {@code benchmarks/run chaos.Chaos [KILLS [OUTAGE_SECONDS [SEED]]]}
 */
public final class Chaos {
  private static final int KILLS = 50;
  private static final int OUTAGE_SECONDS = 120;
  private static final int DEEDS_AROUND = 40;
  private static final int LONGEST_LIFE_MILLIS = 4_000;
  private static final Duration SETTLED_WITHIN = Duration.ofSeconds(20);

  private final Random random;
  private final Path folder;
  private final List<String> broken = new ArrayList<>();
  private final Map<String, Integer> ended = new TreeMap<>();

  private Chaos(Random random, Path folder) {
    this.random = random;
    this.folder = folder;
  }

  public static void main(String[] arguments) throws IOException, InterruptedException {
    var kills = number(arguments, 0, KILLS);
    var outage = number(arguments, 1, OUTAGE_SECONDS);
    var seed = number(arguments, 2, new Random().nextInt(1_000_000));
    System.out.printf("seed %d%n", seed);
    var chaos = new Chaos(new Random(seed), Files.createTempDirectory("eutlas-chaos"));
    chaos.kills(kills);
    chaos.outage(outage);
    chaos.broken.forEach(System.out::println);
    System.out.printf(
        "operations acknowledged and ended: %d %s%n",
        chaos.ended.values().stream().mapToInt(Integer::intValue).sum(), chaos.ended);
    System.out.printf("broken promises: %d%n", chaos.broken.size());
    System.exit(chaos.broken.isEmpty() ? 0 : 1);
  }

  /** The embedded store, and the end of the process in the middle of anything. */
  private void kills(int kills) throws IOException, InterruptedException {
    var data = folder.resolve("kills");
    var environment = environment();
    var client = new Client(address(environment));
    var settled = new long[kills];
    Customer customer;
    try (var first = StartedProduct.start(data, environment)) {
      customer = new Customer(client, random, client.settle());
      System.out.printf("the first life: %s%n", first.address());
    }
    for (var kill = 0; kill < kills; kill++) {
      var product = StartedProduct.start(data, environment);
      settled[kill] = settle(client, customer);
      var killer = Thread.ofPlatform().daemon().start(() -> killSoon(product));
      while (killer.isAlive()) {
        customer.act();
      }
      killer.join();
    }
    try (var last = StartedProduct.start(data, environment)) {
      var end = settle(client, customer);
      inspect(client, customer, data);
      var times = Percentiles.of(settled);
      System.out.printf(
          "%d kills of the product at %s: %d deeds, %d acknowledged, %d documents tried;"
              + " settled after a start: median %d ms, slowest %d ms, the last %d ms%n",
          kills,
          last.address(),
          customer.deeds(),
          customer.acknowledged(),
          customer.documents(),
          times.at(0.5),
          times.at(1),
          end);
    }
  }

  /** A store of its own, which goes and comes back while the customer goes on. */
  private void outage(int seconds) throws IOException, InterruptedException {
    var data = folder.resolve("outage");
    var admin = new AdminCredentials("chaos", "not a secret at all");
    var metadata = folder.resolve("metadata");
    var store = EmbeddedMongo.start(metadata, admin);
    var port = EmbeddedMongoOptions.defaults().onPort(store.port());
    var environment = environment();
    environment.put("EUTLAS_MONGODB_URI", store.connectionString(admin));
    var client = new Client(address(environment));
    try (var product = StartedProduct.start(data, environment)) {
      var customer = new Customer(client, random, client.settle());
      deeds(customer, DEEDS_AROUND);
      store.close();
      var end = System.nanoTime() + Duration.ofSeconds(seconds).toNanos();
      while (System.nanoTime() < end) {
        customer.act();
        Thread.sleep(200);
      }
      store = EmbeddedMongo.start(metadata, admin, port);
      deeds(customer, DEEDS_AROUND);
      var settled = settle(client, customer);
      inspect(client, customer, data);
      System.out.printf(
          "the store of the product at %s gone for %d s: %d deeds, %d acknowledged;"
              + " settled %d ms after the last deed%n",
          product.address(), seconds, customer.deeds(), customer.acknowledged(), settled);
    } finally {
      store.close();
    }
  }

  private static void deeds(Customer customer, int deeds) throws InterruptedException {
    for (var i = 0; i < deeds; i++) {
      customer.act();
    }
  }

  /** Waits until nothing is under way any more; returns the milliseconds that took. */
  private long settle(Client client, Customer customer) throws InterruptedException {
    var begin = System.nanoTime();
    var inspection = new Inspection(client, customer, folder);
    var told = false;
    while (true) {
      var busy = new ArrayList<String>();
      inspection
          .shown()
          .forEach((id, cluster) -> {
            if (!List.of("READY", "PAUSED", "FAILED").contains(cluster.path("state").asText())) {
              busy.add(id + " " + cluster.path("state").asText());
            }
          });
      var took = (System.nanoTime() - begin) / 1_000_000;
      if (busy.isEmpty()) {
        return took;
      }
      if (took > SETTLED_WITHIN.toMillis() && !told) {
        told = true;
        broken.add("Not settled within %s: %s".formatted(SETTLED_WITHIN, busy));
      }
      if (took > 10 * SETTLED_WITHIN.toMillis()) {
        throw new IllegalStateException("It does not settle: " + busy);
      }
      Thread.sleep(50);
    }
  }

  /** Looks at everything: first at what is paused, then at all when it runs again. */
  private void inspect(Client client, Customer customer, Path data)
      throws IOException, InterruptedException {
    customer.catchUp();
    settle(client, customer);
    var inspection = new Inspection(client, customer, data.resolve("clusters").resolve("local"));
    broken.addAll(inspection.paused());
    customer.resumeAll();
    settle(client, customer);
    broken.addAll(inspection.broken());
    inspection.ended().forEach((type, count) -> ended.merge(type, count, Integer::sum));
  }

  private void killSoon(StartedProduct product) {
    try {
      Thread.sleep(random.nextInt(LONGEST_LIFE_MILLIS));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    product.kill();
  }

  private static int number(String[] arguments, int index, int usual) {
    return arguments.length > index ? Integer.parseInt(arguments[index]) : usual;
  }

  /** A port that stays the same over all lives, as customers know it. */
  private static Map<String, String> environment() throws IOException {
    try (var free = new ServerSocket(0)) {
      var environment = new HashMap<String, String>();
      environment.put("EUTLAS_HTTP_PORT", String.valueOf(free.getLocalPort()));
      return environment;
    }
  }

  private static URI address(Map<String, String> environment) {
    return URI.create("http://localhost:" + environment.get("EUTLAS_HTTP_PORT"));
  }
}
