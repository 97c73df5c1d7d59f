package eu.eutlas.tenant.archive;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import eu.eutlas.domain.backup.CollectionSum;
import eu.eutlas.domain.backup.Consistency;
import eu.eutlas.tenant.LoginProof;
import java.io.IOException;
import java.nio.file.Path;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** All that an embedded server can hold, out and in again. */
@Timeout(120)
final class EmbeddedRoundTripTest {
  @TempDir Path folder;
  private Servers servers;

  @BeforeEach
  void open() {
    servers = new Servers(folder);
  }

  @AfterEach
  void close() {
    servers.close();
  }

  @Test
  void givesBackEveryTypeAndSizeAndIndex() throws IOException {
    Samples.fill(servers);

    var dump = servers.dump();
    servers.verify(dump);
    var expected = servers.restore(dump.archive());

    assertThat(servers.sums(servers.target()))
        .isEqualTo(expected)
        .isEqualTo(servers.sums(servers.source()))
        .isEqualTo(Servers.sorted(dump.manifest().collections()))
        .hasSize(44);
    assertThat(dump.manifest().consistency()).isEqualTo(Consistency.EACH_COLLECTION);
  }

  @Test
  void givesBackManySmallDocuments() throws IOException {
    Samples.numbered(servers, "shop", "many", 100_000);

    servers.restore(servers.dump().archive());

    assertThat(servers.sums(servers.target())).isEqualTo(servers.sums(servers.source()));
    assertThat(servers.sums(servers.target()).getFirst().documents()).isEqualTo(100_000);
  }

  @Test
  void hasTheSameHashInWhateverOrder() {
    var forwards = servers.collection("a", "c");
    var backwards = servers.collection("b", "c");
    for (var i = 0; i < 50; i++) {
      forwards.insertOne(new BsonDocument("n", new BsonInt32(i)).append("_id", new BsonInt32(i)));
    }
    for (var i = 49; i >= 0; i--) {
      backwards.insertOne(new BsonDocument("n", new BsonInt32(i)).append("_id", new BsonInt32(i)));
    }

    var sums = servers.sums(servers.source());

    assertThat(sums).extracting(CollectionSum::hash).hasSize(2);
    assertThat(sums.get(0).hash()).isEqualTo(sums.get(1).hash());
  }

  @Test
  void anIndexMoreIsAnotherDefinition() {
    Samples.numbered(servers, "shop", "c", 3);
    var before = servers.sums(servers.source()).getFirst();

    servers.collection("shop", "c").createIndex(BsonDocument.parse("{text: 1}"));

    var after = servers.sums(servers.source()).getFirst();
    assertThat(after.hash()).isEqualTo(before.hash());
    assertThat(after.definition()).isNotEqualTo(before.definition());
  }

  @Test
  void doesNotDumpWhatIsEutlasOwn() throws IOException {
    Samples.numbered(servers, LoginProof.DATABASE, LoginProof.COLLECTION, 1);
    Samples.numbered(servers, "admin", "of_the_customer", 1);

    var manifest = servers.dump().manifest();

    assertThat(manifest.collections())
        .extracting(sum -> sum.namespace().toString())
        .containsExactly("admin.of_the_customer");
    assertThat(manifest.users()).isZero();
  }

  @Test
  void aDocumentThatChangesWhileItIsReadDoesNotSpoilTheArchive() throws IOException {
    Samples.numbered(servers, "shop", "busy", 20_000);
    var busy = servers.collection("shop", "busy");
    var writer =
        Thread.ofVirtual()
            .start(() -> {
              for (var i = 0; i < 300; i++) {
                busy.updateOne(Filters.eq("_id", i * 60), Updates.set("text", "changed"));
              }
            });

    var dump = servers.dump();
    joined(writer);

    servers.verify(dump);
    servers.restore(dump.archive());
    assertThat(servers.sums(servers.target()))
        .isEqualTo(Servers.sorted(dump.manifest().collections()));
  }

  private static void joined(Thread thread) {
    try {
      thread.join();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
