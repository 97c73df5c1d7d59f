package eu.eutlas.embeddedmongo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.model.Aggregates;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.Updates;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.bson.Document;
import org.junit.jupiter.api.Test;

class IndexesTest extends ServerTest {

  private static final int COUNT = 1_000;

  private void fill() {
    things.insertMany(
        IntStream.range(0, COUNT)
            .mapToObj(i -> new Document("_id", i).append("org", i % 10).append("seq", i / 10))
            .toList());
  }

  /** How many documents the server looks at for the work. */
  private long examined(Runnable work) {
    StoredCollection stored =
        Objects.requireNonNull(server.databases().forReading("shop").collection("things"));
    long before = stored.examined();
    work.run();
    return stored.examined() - before;
  }

  @Test
  void findsAnIdInsideAnyFilterWithoutScanning() {
    fill();

    assertThat(examined(() -> things.find(Filters.eq("_id", 7)).first())).isEqualTo(1);
    assertThat(
            examined(() ->
                things.find(Filters.and(Filters.eq("_id", 7), Filters.gte("seq", 0))).first()))
        .isEqualTo(1);
    assertThat(
            examined(() ->
                things
                    .find(
                        Filters.and(Filters.and(Filters.eq("seq", 0)), Filters.in("_id", 7, 8, 9)))
                    .into(new ArrayList<>())))
        .isEqualTo(3);
    assertThat(
            examined(() ->
                things.updateOne(
                    Filters.and(Filters.eq("_id", 7), Filters.eq("org", 7)),
                    Updates.set("colour", "red"))))
        .isEqualTo(1);
    assertThat(
            examined(
                () -> things.aggregate(List.of(Aggregates.match(Filters.eq("_id", 7)))).first()))
        .isEqualTo(1);
    assertThat(examined(() -> things.deleteOne(Filters.eq("_id", 7)))).isEqualTo(1);
  }

  @Test
  void readsOnlyTheRangeOfACompoundIndex() {
    fill();
    things.createIndex(Indexes.ascending("org", "seq"));
    var found = new ArrayList<Integer>();

    long examined =
        examined(() ->
            things
                .find(Filters.and(Filters.eq("org", 3), Filters.gt("seq", 90)))
                .sort(Sorts.ascending("seq"))
                .map(document -> document.getInteger("seq"))
                .into(found));

    assertThat(found).isEqualTo(IntStream.rangeClosed(91, 99).boxed().toList());
    assertThat(examined).isLessThanOrEqualTo(10);
  }

  @Test
  void readsTheNewestFirstFromTheEndOfTheIndex() {
    fill();
    things.createIndex(Indexes.ascending("org", "seq"));
    var found = new ArrayList<Integer>();

    long examined =
        examined(() ->
            things
                .find(Filters.eq("org", 3))
                .sort(Sorts.descending("seq"))
                .limit(5)
                .map(document -> document.getInteger("seq"))
                .into(found));

    assertThat(found).containsExactly(99, 98, 97, 96, 95);
    assertThat(examined).isEqualTo(5);
  }

  @Test
  void readsOnlyTheRangeOfASingleField() {
    fill();
    things.createIndex(Indexes.ascending("seq"));

    assertThat(examined(() -> things.countDocuments(Filters.lt("seq", 5)))).isEqualTo(60);
    assertThat(
            examined(() ->
                things.countDocuments(Filters.and(Filters.gte("seq", 5), Filters.lt("seq", 6)))))
        .isEqualTo(20);
    assertThat(things.countDocuments(Filters.lt("seq", 5))).isEqualTo(50);
  }

  @Test
  void saysWhichIndexAFindTakes() {
    fill();
    things.createIndex(Indexes.ascending("seq"));

    Document plan = things.find(Filters.gt("seq", 98)).explain();

    assertThat(plan.toJson()).contains("seq_1");
    assertThat(plan.get("executionStats", Document.class).getLong("nReturned")).isEqualTo(10);
  }

  @Test
  void keepsUniqueFieldsUnique() {
    things.createIndex(Indexes.ascending("email"), new IndexOptions().unique(true));
    things.insertOne(new Document("_id", 1).append("email", "a@b"));
    things.insertOne(new Document("_id", 2).append("email", "c@d"));

    assertDuplicate(() -> things.insertOne(new Document("_id", 3).append("email", "a@b")));
    assertDuplicate(() -> things.insertOne(new Document("_id", 1).append("email", "x@y")));
    assertDuplicate(() -> things.updateOne(Filters.eq("_id", 2), Updates.set("email", "a@b")));
    things.updateOne(Filters.eq("_id", 1), Updates.set("email", "e@f"));
    things.updateOne(Filters.eq("_id", 2), Updates.set("email", "a@b"));
    assertThat(things.countDocuments()).isEqualTo(2);
  }

  private static void assertDuplicate(Runnable write) {
    assertThatThrownBy(write::run)
        .isInstanceOfSatisfying(
            MongoWriteException.class,
            refused ->
                assertThat(refused.getError().getCategory())
                    .isEqualTo(ErrorCategory.DUPLICATE_KEY));
  }

  @Test
  void countsOnlyDocumentsThatAPartialUniqueIndexSpeaksOf() {
    things.createIndex(
        Indexes.ascending("name"),
        new IndexOptions().unique(true).partialFilterExpression(Filters.eq("live", true)));
    things.insertOne(new Document("name", "a").append("live", true));
    things.insertOne(new Document("name", "a").append("live", false));
    things.insertOne(new Document("name", "a").append("live", false));

    assertDuplicate(() -> things.insertOne(new Document("name", "a").append("live", true)));
    restartServer();
    assertDuplicate(() -> things.insertOne(new Document("name", "a").append("live", true)));
    assertThat(things.countDocuments(Filters.eq("name", "a"))).isEqualTo(3);
  }

  @Test
  void letsSparseUniqueIndexesIgnoreWhatHasNoField() {
    things.createIndex(Indexes.ascending("key"), new IndexOptions().unique(true).sparse(true));
    things.insertOne(new Document("_id", 1));
    things.insertOne(new Document("_id", 2));
    things.insertOne(new Document("_id", 3).append("key", "k"));

    assertDuplicate(() -> things.insertOne(new Document("_id", 4).append("key", "k")));
    assertThat(things.countDocuments(Filters.eq("key", null))).isEqualTo(2);
    things.updateOne(Filters.eq("_id", 3), Updates.unset("key"));
    things.insertOne(new Document("_id", 4).append("key", "k"));
  }

  @Test
  void findsNumbersByValueWhateverTheirType() {
    things.createIndex(Indexes.ascending("price"));
    things.insertOne(Document.parse("{_id: 1, price: {$numberDecimal: '0.1'}}"));
    things.insertOne(Document.parse("{_id: 2, price: 7}"));
    things.insertOne(Document.parse("{_id: 3, price: {$numberLong: '9007199254740993'}}"));

    assertThat(idsOf("{price: {$numberDecimal: '0.1'}}")).containsExactly(1);
    assertThat(idsOf("{price: 7.0}")).containsExactly(2);
    assertThat(idsOf("{price: {$in: [7, 7.0, {$numberLong: '7'}]}}")).containsExactly(2);
    assertThat(idsOf("{price: {$numberLong: '9007199254740993'}}")).containsExactly(3);
    assertThat(idsOf("{_id: {$in: [1, 1.0]}}")).containsExactly(1);
    assertThat(idsOf("{price: {$gte: {$numberDecimal: '0.1'}, $lt: 8}}")).containsExactly(1, 2);
  }

  @Test
  void findsInArraysThroughAnIndex() {
    things.createIndex(Indexes.ascending("tags"));
    things.insertOne(Document.parse("{_id: 1, tags: ['a', 'b']}"));
    things.insertOne(Document.parse("{_id: 2, tags: ['b', 'c']}"));
    things.insertOne(Document.parse("{_id: 3, tags: 'c'}"));
    things.insertOne(Document.parse("{_id: 4, tags: [1, 10]}"));

    assertThat(idsOf("{tags: 'b'}")).containsExactlyInAnyOrder(1, 2);
    assertThat(idsOf("{tags: {$in: ['a', 'b']}}")).containsExactlyInAnyOrder(1, 2);
    assertThat(idsOf("{tags: ['a', 'b']}")).containsExactly(1);
    assertThat(idsOf("{tags: {$gt: 5}}")).containsExactly(4);
    things.updateOne(Filters.eq("_id", 1), Updates.pull("tags", "b"));
    assertThat(idsOf("{tags: 'b'}")).containsExactly(2);
    restartServer();
    assertThat(idsOf("{tags: {$gte: 'a'}}")).containsExactlyInAnyOrder(1, 2, 3);
  }

  private List<Integer> idsOf(String filter) {
    return things
        .find(Document.parse(filter))
        .map(document -> document.getInteger("_id"))
        .into(new ArrayList<>());
  }

  @Test
  void dropsAllIndexesOfThisCollectionOnly() {
    var others = shop.getCollection("others");
    for (var collection : List.of(things, others)) {
      collection.createIndex(Indexes.ascending("colour"));
      collection.createIndex(Indexes.ascending("size"), new IndexOptions().unique(true));
    }

    things.dropIndexes();

    assertThat(namesOfIndexes("things")).containsExactly("_id_");
    assertThat(namesOfIndexes("others")).containsExactlyInAnyOrder("_id_", "colour_1", "size_1");
    restartServer();
    assertThat(namesOfIndexes("things")).containsExactly("_id_");
    assertThat(namesOfIndexes("others")).containsExactlyInAnyOrder("_id_", "colour_1", "size_1");
  }

  @Test
  void dropsAnIndexByNameOfThisCollectionOnly() {
    shop.getCollection("others").createIndex(Indexes.ascending("colour"));
    things.createIndex(Indexes.ascending("colour"));

    things.dropIndex("colour_1");

    restartServer();
    assertThat(namesOfIndexes("things")).containsExactly("_id_");
    assertThat(namesOfIndexes("others")).containsExactlyInAnyOrder("_id_", "colour_1");
    refused(27, () -> things.dropIndex("colour_1"));
    refused(72, () -> things.dropIndex("_id_"));
  }

  private List<String> namesOfIndexes(String collection) {
    return shop.getCollection(collection)
        .listIndexes()
        .map(index -> index.getString("name"))
        .into(new ArrayList<>());
  }

  @Test
  void leavesNothingOfAnIndexThatCannotBeBuilt() {
    things.insertMany(List.of(Document.parse("{a: 1}"), Document.parse("{a: 1}")));
    var unique = new IndexOptions().unique(true);

    refused(11000, () -> things.createIndex(Indexes.ascending("a"), unique));
    things.deleteOne(Filters.eq("a", 1));
    things.createIndex(Indexes.ascending("a"), unique);

    refused(86, () -> things.createIndex(Indexes.ascending("a")));
    refused(115, () -> things.createIndex(Indexes.text("a")));
  }
}
