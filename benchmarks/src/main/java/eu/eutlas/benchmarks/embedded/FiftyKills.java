package eu.eutlas.benchmarks.embedded;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import eu.eutlas.embeddedmongo.EmbeddedMongo;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.bson.Document;

/**
 * Kills a writing server with SIGKILL at random times, then looks for every acknowledged write, by
 * its {@code _id} and by a unique index. Prints how many are lost; the promise is 0.
 *
 * <pre>{@code
 * mvn -q -Dquick -pl benchmarks -am package dependency:copy-dependencies -DincludeScope=runtime && java -cp 'benchmarks/target/quick/classes:benchmarks/target/quick/dependency/*' eu.eutlas.benchmarks.embedded.FiftyKills
 * }</pre>
 */
public final class FiftyKills {

  private static final int KILLS = 50;
  private static final int SHORTEST_MILLIS = 50;
  private static final int LONGEST_MILLIS = 1_500;

  private FiftyKills() {}

  /** Takes the number of kills, 50 by default. */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    int kills = arguments.length > 0 ? Integer.parseInt(arguments[0]) : KILLS;
    Path folder = Files.createTempDirectory("fifty-kills");
    var random = new Random(1);
    var acknowledged = new ArrayList<Long>();
    long lost = 0;
    for (int kill = 1; kill <= kills; kill++) {
      int millis = random.nextInt(SHORTEST_MILLIS, LONGEST_MILLIS);
      List<Long> round = writeAndKill(folder, kill * 1_000_000L, millis);
      acknowledged.addAll(round);
      lost += missing(folder, round);
      System.out.printf(
          "kill %d after %d ms: %d acknowledged, %d lost so far%n",
          kill, millis, round.size(), lost);
    }
    long lostInTheEnd = missing(folder, acknowledged);
    System.out.printf(
        "kills=%d acknowledged=%d lost=%d%n", kills, acknowledged.size(), lost + lostInTheEnd);
  }

  private static List<Long> writeAndKill(Path folder, long first, int millis)
      throws IOException, InterruptedException {
    Process child = startWriter(folder, first);
    var acknowledged = new ArrayList<Long>();
    try (var output = child.inputReader()) {
      String line = output.readLine();
      Thread killer = Thread.ofVirtual().start(() -> killAfter(child, millis));
      while (line != null) {
        if (line.startsWith(KilledWriter.ACKNOWLEDGED)) {
          acknowledged.add(Long.valueOf(line.substring(KilledWriter.ACKNOWLEDGED.length())));
        }
        line = output.readLine();
      }
      killer.join();
    }
    child.waitFor();
    return acknowledged;
  }

  private static Process startWriter(Path folder, long first) throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp",
            System.getProperty("java.class.path"),
            KilledWriter.class.getName(),
            folder.toString(),
            Long.toString(first))
        .redirectError(ProcessBuilder.Redirect.INHERIT)
        .start();
  }

  private static void killAfter(Process child, int millis) {
    try {
      TimeUnit.MILLISECONDS.sleep(millis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    // By its handle: what is still in its output stays readable.
    child.toHandle().destroyForcibly();
  }

  private static long missing(Path folder, List<Long> acknowledged) {
    try (var server = EmbeddedMongo.start(folder, KilledWriter.ADMIN);
        MongoClient client = MongoClients.create(server.connectionString(KilledWriter.ADMIN))) {
      MongoCollection<Document> numbers = client.getDatabase("kills").getCollection("numbers");
      return acknowledged.stream()
          .filter(number ->
              numbers.countDocuments(Filters.eq("_id", number)) != 1
                  || numbers.countDocuments(Filters.eq("twice", 2 * number)) != 1)
          .count();
    }
  }
}
