package eu.eutlas.embeddedmongo;

import static org.assertj.core.api.Assertions.assertThat;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.oplog.NoopOplog;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExpiryTest {

  private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");

  @TempDir Path folder;

  private static Document index(String field, int seconds) {
    return IndexDescriptions.kept(
        new Document("key", new Document(field, 1))
            .append("name", field)
            .append("expireAfterSeconds", seconds),
        "shop.things");
  }

  @Test
  void removesWhatIsOlderThanTheIndexSays() {
    try (var file = DataFile.open(folder, 1)) {
      var databases = new Databases(file);
      var gate = new WriteGate(file);
      StoredDatabase database = databases.forWriting("shop");
      database.addIndex(index("at", 60));
      var things = (StoredCollection) database.resolveCollection("things", true);
      things.insertDocuments(
          IntStream.range(0, 2_500)
              .mapToObj(i -> new Document("_id", i).append("at", NOON.minusSeconds(i)))
              .toList());
      things.insertDocuments(List.of(new Document("_id", "text").append("at", "long ago")));
      things.insertDocuments(List.of(new Document("_id", "none")));

      new Expiry(databases, gate).run(NOON);

      assertThat(things.count()).isEqualTo(61 + 2);
      database.dropCollection("things", NoopOplog.get());
      new Expiry(databases, gate).run(NOON);
    }
  }
}
