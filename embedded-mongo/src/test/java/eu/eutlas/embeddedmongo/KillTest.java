package eu.eutlas.embeddedmongo;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.model.Filters;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class KillTest {

  private static final int ENOUGH = 150;

  @TempDir Path folder;

  @Test
  @Timeout(60)
  void losesNoAcknowledgedWriteWhenTheProcessIsKilled() throws Exception {
    List<Long> acknowledged = new ArrayList<>();
    acknowledged.addAll(writeUntilKilled(1_000_000));
    acknowledged.addAll(writeUntilKilled(2_000_000));

    try (var server = EmbeddedMongo.start(folder, Clients.ADMIN);
        MongoClient client = Clients.admin(server)) {
      var numbers = client.getDatabase("shop").getCollection("numbers");
      assertThat(acknowledged).hasSizeGreaterThan(ENOUGH);
      assertThat(acknowledged)
          .allSatisfy(number -> {
            Document expected = new Document("_id", number).append("twice", 2 * number);
            assertThat(numbers.find(Filters.eq("_id", number)).first()).isEqualTo(expected);
            assertThat(numbers.find(Filters.eq("twice", 2 * number)).first()).isEqualTo(expected);
          });
      StoredCollection stored = server.databases().forReading("shop").collection("numbers");
      assertThat(stored).isNotNull();
      assertThat(stored.getIndexes())
          .allSatisfy(index -> assertThat(index.getCount()).isEqualTo(stored.count()));
    }
  }

  private List<Long> writeUntilKilled(long first) throws IOException, InterruptedException {
    Process child =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                CrashingWriter.class.getName(),
                folder.toString(),
                Long.toString(first))
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    var acknowledged = new ArrayList<Long>();
    try (var output = child.inputReader()) {
      String line = output.readLine();
      while (line != null) {
        if (line.startsWith(CrashingWriter.ACKNOWLEDGED)) {
          acknowledged.add(Long.valueOf(line.substring(CrashingWriter.ACKNOWLEDGED.length())));
        }
        if (acknowledged.size() == ENOUGH) {
          // By its handle: the process itself would also close its output, with what is still in
          // it.
          child.toHandle().destroyForcibly();
        }
        line = output.readLine();
      }
    } finally {
      child.destroyForcibly();
    }
    child.waitFor();
    return acknowledged;
  }
}
