package eu.eutlas.local;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import eu.eutlas.domain.cluster.Endpoint;
import java.io.BufferedReader;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A node that is killed while somebody writes to its clusters. */
final class CrashTest {
  private static final int ENOUGH_WRITES = 200;

  @TempDir Path folder;

  @Test
  @Timeout(120)
  void keepsWhatWasAcknowledgedAndComesBackWhereItWas() throws IOException, InterruptedException {
    int port;
    int acknowledged;
    var node = start();
    try (var lines = node.inputReader(UTF_8)) {
      port = Integer.parseInt(lines.readLine());
      acknowledged = readUntilEnough(lines);
    } finally {
      // SIGKILL where there is such a thing.
      node.destroyForcibly().waitFor();
    }

    try (var region = new LocalRegion(folder)) {
      var endpoint = region.awaitRunning(1, 1);
      assertThat(endpoint.port()).isEqualTo(port);
      try (var client = LocalRegion.admin(endpoint, 1)) {
        var numbers = client.getDatabase("shop").getCollection("orders");
        assertThat(numbers.countDocuments()).isGreaterThanOrEqualTo(acknowledged);
        assertThat(numbers.countDocuments(new Document("_id", acknowledged))).isEqualTo(1);
      }
    }
  }

  private static int readUntilEnough(BufferedReader lines) throws IOException {
    var last = 0;
    while (last < ENOUGH_WRITES) {
      last = Integer.parseInt(lines.readLine());
    }
    return last;
  }

  private Process start() throws IOException {
    var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    return new ProcessBuilder(
            java,
            "-Xmx256m",
            "-cp",
            System.getProperty("java.class.path"),
            Writer.class.getName(),
            folder.toString())
        .redirectError(Redirect.DISCARD)
        .start();
  }

  /** Runs a cluster, and writes numbers and says which are acknowledged until it is killed. */
  static final class Writer {
    private Writer() {}

    public static void main(String[] arguments) {
      var region = new LocalRegion(Path.of(arguments[0]));
      Endpoint endpoint = region.run(1);
      System.out.println(endpoint.port());
      try (var client = LocalRegion.admin(endpoint, 1)) {
        var numbers = client.getDatabase("shop").getCollection("orders");
        for (var number = 1; ; number++) {
          numbers.insertOne(new Document("_id", number));
          System.out.println(number);
        }
      }
    }
  }
}
