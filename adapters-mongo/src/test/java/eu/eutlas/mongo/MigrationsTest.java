package eu.eutlas.mongo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.client.MongoDatabase;
import eu.eutlas.application.PortFailure;
import eu.eutlas.domain.Secret;
import eu.eutlas.testkit.Race;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.bson.BsonDocument;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

final class MigrationsTest {
  private static final int NODES = 6;

  @RegisterExtension final MongoUnderTest mongo = MongoUnderTest.embedded();

  private final ConcurrentLinkedQueue<Integer> carriedOut = new ConcurrentLinkedQueue<>();

  @Test
  void createsTheIndexesThatAreDeclared() {
    try (var metadata = MongoMetadata.connect(mongo.newDatabase())) {
      for (var collection : MongoMetadata.COLLECTIONS) {
        assertThat(indexes(metadata, collection.name()))
            .as(collection.name())
            .containsExactlyInAnyOrderElementsOf(collection.indexes());
      }
    }
  }

  @Test
  void startsAnInstallationOnceAndKeepsIt() {
    var uri = mongo.newDatabase();
    Installation first;
    try (var metadata = MongoMetadata.connect(uri)) {
      first = metadata.installation();
      assertThat(first.id()).matches("[0-9a-f]{24}");
      assertThat(first.schemaVersion()).isEqualTo(MongoMetadata.MIGRATIONS.size());
      assertThat(first.keyCheck()).isEmpty();
    }

    try (var metadata = MongoMetadata.connect(uri)) {
      assertThat(metadata.installation()).isEqualTo(first);
    }
  }

  @Test
  void keepsTheFirstKeyCheck() {
    try (var metadata = MongoMetadata.connect(mongo.newDatabase())) {
      assertThat(metadata.keepKeyCheck("first").keyCheck()).contains("first");
      assertThat(metadata.keepKeyCheck("second").keyCheck()).contains("first");
      assertThat(metadata.installation().keyCheck()).contains("first");
    }
  }

  @Test
  void isRefusedByWhoeverLooksBeforeAnythingIsWritten() {
    var uri = mongo.newDatabase();
    start(uri, step(1));
    var before = dump(uri);

    assertThatThrownBy(() ->
            MongoMetadata.connect(
                uri,
                present -> {
                  throw new IllegalStateException("not mine: " + present.id());
                }))
        .hasMessageStartingWith("not mine: ");

    assertThat(dump(uri)).isEqualTo(before);
  }

  @Test
  void letsOneOfManyStartersCarryOutEachMigration() {
    var uri = mongo.newDatabase();

    var installations = Race.run(NODES, node -> start(uri, step(1), step(2), step(3)));

    assertThat(carriedOut).containsExactly(1, 2, 3);
    assertThat(Set.copyOf(installations)).hasSize(1);
    assertThat(installations.getFirst().schemaVersion()).isEqualTo(3);
  }

  @Test
  void carriesOutOnlyWhatIsNew() {
    var uri = mongo.newDatabase();
    start(uri, step(1));

    start(uri, step(1), step(2));

    assertThat(carriedOut).containsExactly(1, 2);
  }

  @Test
  void goesOnWhereItBrokeOff() {
    var uri = mongo.newDatabase();
    assertThatThrownBy(() -> start(uri, step(1), broken(2), step(3)))
        .isInstanceOf(IllegalStateException.class);

    start(uri, step(1), step(2), step(3));

    assertThat(carriedOut).containsExactly(1, 2, 3);
  }

  @Test
  void refusesANewerSchemaAndLeavesItUntouched() {
    var uri = mongo.newDatabase();
    start(uri, step(1), step(2));
    try (var store = open(uri)) {
      var before = everything(store.database());

      assertThatThrownBy(() -> start(uri, step(1)))
          .isInstanceOf(NewerSchema.class)
          .hasMessageContaining("schema version 2")
          .hasMessageContaining("knows 1 at most");

      assertThat(everything(store.database())).isEqualTo(before);
    }
  }

  @Test
  void stopsWhenAnotherNodeHasTakenOver() {
    var uri = mongo.newDatabase();

    assertThatThrownBy(() -> start(uri, overtaken()))
        .isInstanceOf(PortFailure.Unavailable.class)
        .hasMessageContaining("Another node");

    start(uri, step(1));
    assertThat(carriedOut).containsExactly(1);
  }

  private static Installation start(Secret uri, Migration... migrations) {
    try (var metadata = MongoMetadata.connect(uri, List.of(migrations), UnaryOperator.identity())) {
      return metadata.installation();
    }
  }

  private Migration step(int number) {
    return migration(number, () -> carriedOut.add(number));
  }

  private static Migration broken(int number) {
    return migration(
        number,
        () -> {
          throw new IllegalStateException("The node died.");
        });
  }

  /** A migration that takes so long that its lease ends and goes to another node. */
  private static Migration overtaken() {
    return new Step(1, database -> database.getCollection("leases").deleteMany(new BsonDocument()));
  }

  private static Migration migration(int number, Runnable what) {
    return new Step(number, database -> what.run());
  }

  private record Step(int number, Consumer<MongoDatabase> what) implements Migration {
    @Override
    public String name() {
      return "step " + number;
    }

    @Override
    public void apply(MongoDatabase database, Runnable goOn) {
      what.accept(database);
    }
  }

  private static Map<String, List<BsonDocument>> dump(Secret uri) {
    try (var store = open(uri)) {
      return everything(store.database());
    }
  }

  private static Store open(Secret uri) {
    var parsed = ClientSettings.parse(uri);
    return Store.open(ClientSettings.of(parsed).build(), ClientSettings.database(parsed));
  }

  private static Map<String, List<BsonDocument>> everything(MongoDatabase database) {
    var all = new TreeMap<String, List<BsonDocument>>();
    for (var name : database.listCollectionNames()) {
      var collection = database.getCollection(name, BsonDocument.class);
      var content = collection.find().into(new ArrayList<>());
      collection.listIndexes(BsonDocument.class).into(content);
      all.put(name, content);
    }
    return all;
  }

  private static List<CollectionSchema.Index> indexes(MongoMetadata metadata, String collection) {
    return metadata
        .store()
        .database()
        .getCollection(collection)
        .listIndexes(BsonDocument.class)
        .into(new ArrayList<>())
        .stream()
        .filter(index -> !index.getString("name").getValue().equals("_id_"))
        .map(MigrationsTest::index)
        .toList();
  }

  private static CollectionSchema.Index index(BsonDocument stored) {
    var fields = stored.getDocument("key");
    assertThat(fields.values()).allMatch(one -> one.asNumber().longValue() == 1);
    return new CollectionSchema.Index(
        List.copyOf(fields.keySet()), flag(stored, "unique"), flag(stored, "sparse"));
  }

  private static boolean flag(BsonDocument stored, String name) {
    return stored.containsKey(name) && stored.getBoolean(name).getValue();
  }
}
