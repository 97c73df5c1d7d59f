package eu.eutlas.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.client.MongoClients;
import com.mongodb.event.CommandListener;
import com.mongodb.event.CommandStartedEvent;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.bson.BsonNull;
import org.bson.UuidRepresentation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An idle node writes at most once a second, of which JobRunr may take the greater part. */
final class IdleWritesTest {
  private static final Set<String> WRITES =
      Set.of("insert", "update", "delete", "findAndModify", "create", "createIndexes");
  private static final Duration WATCHED = Duration.ofSeconds(Integer.getInteger("eutlas.idle", 11));

  @TempDir Path folder;

  @Test
  void writesLittleWhenThereIsNothingToDo() throws InterruptedException {
    var counted = new Counted(new ConcurrentHashMap<>());
    try (var store = new JobStore(folder);
        var client = MongoClients.create(settings(store, counted));
        var storage = JobRunrStorage.open(client, JobStore.DATABASE);
        var server =
            JobRunrServer.start(
                storage, "node-1", ticket -> Optional.empty(), mail -> Optional.empty())) {
      await().atMost(Duration.ofSeconds(60)).until(server::isHealthy);
      // The first rounds set up what later rounds find.
      Thread.sleep(Duration.ofSeconds(6));

      counted.commands().clear();
      Thread.sleep(WATCHED);

      assertThat(counted.writes())
          .as("in %s: %s", WATCHED, counted.commands())
          .isBetween(1, (int) WATCHED.toSeconds());
    }
  }

  private static MongoClientSettings settings(JobStore store, CommandListener listener) {
    return MongoClientSettings.builder()
        .applyConnectionString(new ConnectionString(store.connectionString().reveal()))
        .uuidRepresentation(UuidRepresentation.STANDARD)
        .addCommandListener(listener)
        .build();
  }

  private record Counted(Map<String, Integer> commands) implements CommandListener {
    @Override
    public void commandStarted(CommandStartedEvent event) {
      var name = event.getCommandName();
      var on = event.getCommand().get(name, BsonNull.VALUE);
      commands.merge(name + " " + (on.isString() ? on.asString().getValue() : ""), 1, Integer::sum);
    }

    int writes() {
      return commands.entrySet().stream()
          .filter(each -> WRITES.contains(each.getKey().substring(0, each.getKey().indexOf(' '))))
          .mapToInt(Map.Entry::getValue)
          .sum();
    }
  }
}
