package eu.eutlas.embeddedmongo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.MongoNamespace;
import com.mongodb.WriteConcern;
import com.mongodb.client.model.Accumulators;
import com.mongodb.client.model.Aggregates;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.InsertManyOptions;
import com.mongodb.client.model.RenameCollectionOptions;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.bson.Document;
import org.junit.jupiter.api.Test;

class CommandsTest extends ServerTest {

  private void fill(int count) {
    things.insertMany(
        IntStream.range(0, count).mapToObj(i -> new Document("_id", i).append("n", i)).toList());
  }

  private static List<Document> firstBatch(Document reply) {
    return reply.get("cursor", Document.class).getList("firstBatch", Document.class);
  }

  @Test
  void answersAThousandAtATimeWhereTheClientDoesNotSay() {
    fill(2_500);

    Document reply = run("{find: 'things'}");
    long cursor = reply.get("cursor", Document.class).getLong("id");
    Document next = shop.runCommand(new Document("getMore", cursor).append("collection", "things"));
    Document last = shop.runCommand(new Document("getMore", cursor).append("collection", "things"));

    assertThat(firstBatch(reply)).hasSize(1_000);
    assertThat(nextBatch(next)).hasSize(1_000);
    assertThat(nextBatch(last)).hasSize(500);
    assertThat(last.get("cursor", Document.class).getLong("id")).isZero();
    assertThat(firstBatch(run("{aggregate: 'things', pipeline: [], cursor: {}}"))).hasSize(1_000);
    assertThat(things.find()).hasSize(2_500);
    assertThat(things.find().batchSize(7).sort(new Document("n", -1))).hasSize(2_500);
    assertThat(things.aggregate(List.of(Document.parse("{$addFields: {m: 1}}"))).batchSize(99))
        .hasSize(2_500);
  }

  private static List<Document> nextBatch(Document reply) {
    return reply.get("cursor", Document.class).getList("nextBatch", Document.class);
  }

  @Test
  void answersAtMostSixteenMegabytesAtATime() {
    var fiveMegabytes = "x".repeat(5 * 1024 * 1024);
    IntStream.range(0, 7)
        .forEach(i -> things.insertOne(new Document("_id", i).append("text", fiveMegabytes)));

    assertThat(firstBatch(run("{find: 'things'}"))).hasSize(3);
    assertThat(firstBatch(run("{find: 'things', sort: {text: 1}}"))).hasSize(3);
    assertThat(things.find()).hasSize(7);
  }

  @Test
  void keepsACursorGoingWhileDocumentsChange() {
    fill(2_000);
    var cursor = things.find().batchSize(100).iterator();
    cursor.next();

    things.updateMany(new Document(), Updates.set("n", -1));
    things.deleteMany(Filters.gte("_id", 1_500));

    var rest = new ArrayList<Document>();
    cursor.forEachRemaining(rest::add);
    assertThat(rest).hasSizeBetween(1_499, 1_999);
  }

  @Test
  void killsCursorsOfTheirOwnerOnly() {
    fill(10);
    long id = run("{find: 'things', batchSize: 2}").get("cursor", Document.class).getLong("id");
    admin
        .getDatabase("admin")
        .runCommand(
            Document.parse("{createUser: 'other', pwd: 'other-password', roles: ['root']}"));

    try (var other = Clients.as(server, "other", "other-password")) {
      refused(
          43,
          () ->
              other
                  .getDatabase("shop")
                  .runCommand(new Document("getMore", id).append("collection", "things")));
    }
    var kill = new Document("killCursors", "things").append("cursors", List.of(id));
    assertThat(shop.runCommand(kill).getList("cursorsKilled", Long.class)).containsExactly(id);
    refused(43, () -> shop.runCommand(new Document("getMore", id).append("collection", "things")));
  }

  @Test
  void refusesWhatItWouldDoWrong() {
    fill(1);
    for (String command :
        List.of(
            "{create: 'seen', viewOn: 'things', pipeline: []}",
            "{create: 'little', capped: true, size: 1000}",
            "{create: 'times', timeseries: {timeField: 't'}}",
            "{create: 'checked', validator: {a: 1}}",
            "{find: 'things', collation: {locale: 'en'}}",
            "{createIndexes: 'things',"
                + " indexes: [{key: {n: 1}, name: 'n', collation: {locale: 'en'}}]}")) {
      refused(115, () -> run(command));
    }
    refused(40573, () -> things.watch().iterator().tryNext());
    refused(59, () -> run("{nonsense: 1}"));
    assertThatThrownBy(() -> things.updateOne(Filters.eq("_id", 0), List.of(Updates.set("a", 1))))
        .hasMessageContaining("not supported");
    assertThat(shop.listCollectionNames()).containsExactly("things");
  }

  @Test
  void endsAnOrderedCommandAtTheFirstFailureAndAnUnorderedOneNot() {
    things.insertOne(new Document("_id", 2));
    var documents = List.of(new Document("_id", 1), new Document("_id", 2), new Document("_id", 3));

    assertThatThrownBy(() -> things.insertMany(documents))
        .isInstanceOfSatisfying(
            MongoBulkWriteException.class,
            failed -> assertThat(failed.getWriteResult().getInsertedCount()).isEqualTo(1));
    assertThat(things.countDocuments()).isEqualTo(2);
    things.deleteOne(Filters.eq("_id", 1));
    assertThatThrownBy(() -> things.insertMany(documents, new InsertManyOptions().ordered(false)))
        .isInstanceOfSatisfying(
            MongoBulkWriteException.class,
            failed -> assertThat(failed.getWriteResult().getInsertedCount()).isEqualTo(2));
    assertThat(things.countDocuments()).isEqualTo(3);
  }

  @Test
  void tellsWhichStatementUpserted() {
    things.insertOne(new Document("_id", "there"));
    var upsert = new UpdateOptions().upsert(true);

    var result =
        things.bulkWrite(
            List.of(
                new UpdateOneModel<>(Filters.eq("_id", "there"), Updates.set("a", 1), upsert),
                new UpdateOneModel<>(Filters.eq("_id", "new"), Updates.set("a", 1), upsert)));

    assertThat(result.getMatchedCount()).isEqualTo(1);
    assertThat(result.getUpserts())
        .singleElement()
        .satisfies(upserted -> assertThat(upserted.getIndex()).isEqualTo(1));
  }

  @Test
  void takesWritesThatWantNoAnswer() {
    things.withWriteConcern(WriteConcern.UNACKNOWLEDGED).insertOne(new Document("_id", 1));

    Awaitility.await().until(() -> things.countDocuments() == 1);
  }

  @Test
  void aggregatesWithoutChangingWhatIsStored() {
    things.insertMany(
        List.of(
            Document.parse("{_id: 1, a: {b: 1}, kind: 'x'}"),
            Document.parse("{_id: 2, a: {b: 2}, kind: 'x'}"),
            Document.parse("{_id: 3, a: {b: 4}, kind: 'y'}")));

    assertThat(
            things.aggregate(
                List.of(
                    Aggregates.match(Filters.eq("kind", "x")),
                    Aggregates.group("$kind", Accumulators.sum("total", "$a.b")))))
        .containsExactly(Document.parse("{_id: 'x', total: 3}"));
    things
        .aggregate(List.of(Document.parse("{$addFields: {'a': {'c': 9}}}")))
        .into(new ArrayList<>());
    things
        .aggregate(
            List.of(
                Document.parse(
                    "{$graphLookup: {from: 'things', startWith: '$_id', connectFromField: '_id',"
                        + " connectToField: '_id', as: 'self', maxDepth: 0, depthField: 'depth'}}")))
        .into(new ArrayList<>());
    assertThat(things.find(Filters.eq("_id", 1)).first())
        .isEqualTo(Document.parse("{_id: 1, a: {b: 1}, kind: 'x'}"));
  }

  @Test
  void writesTheOutcomeOfAnAggregation() {
    fill(5);
    things.createIndex(new Document("n", 1));

    things
        .aggregate(List.of(Aggregates.match(Filters.gte("n", 3)), Aggregates.out("copies")))
        .toCollection();
    things
        .aggregate(List.of(Aggregates.match(Filters.lt("n", 1)), Aggregates.merge("copies")))
        .toCollection();

    restartServer();
    assertThat(shop.getCollection("copies").find().map(copy -> copy.getInteger("n")))
        .containsExactlyInAnyOrder(0, 3, 4);
  }

  @Test
  void renamesACollectionWithItsIndexes() {
    fill(5);
    things.createIndex(new Document("n", 1));
    shop.getCollection("goods").insertOne(new Document());
    var namespace = new MongoNamespace("shop", "goods");

    refused(48, () -> things.renameCollection(namespace));
    things.renameCollection(namespace, new RenameCollectionOptions().dropTarget(true));

    for (int restart = 0; restart < 2; restart++) {
      var goods = shop.getCollection("goods");
      assertThat(shop.listCollectionNames()).containsExactly("goods");
      assertThat(goods.find(Filters.gt("n", 3)).first())
          .isEqualTo(Document.parse("{_id: 4, n: 4}"));
      assertThat(goods.listIndexes()).hasSize(2);
      restartServer();
    }
    shop.getCollection("goods").drop();
    assertThat(admin.listDatabaseNames()).isEmpty();
  }

  @Test
  void leavesNoTraceOfADatabaseThatWasOnlyRead() {
    assertThat(admin.getDatabase("never").getCollection("things").find()).isEmpty();
    assertThat(admin.getDatabase("never").listCollectionNames()).isEmpty();
    assertThat(server.databases().existing("never")).isNull();
    refused(73, () -> admin.getDatabase("bad$name").getCollection("x").countDocuments());
  }

  @Test
  void countsWhatThereIs() {
    fill(10);
    things.createIndex(new Document("n", 1));

    Document stats = shop.runCommand(new Document("dbStats", 1));

    assertThat(stats.getLong("objects")).isEqualTo(10);
    assertThat(stats.getDouble("dataSize")).isEqualTo(10 * 21.0);
    assertThat(stats.getInteger("indexes")).isEqualTo(2);
    assertThat(run("{collStats: 'things'}").getInteger("count")).isEqualTo(10);
    things.deleteMany(Filters.lt("n", 5));
    assertThat(shop.runCommand(new Document("dbStats", 1)).getDouble("dataSize"))
        .isEqualTo(5 * 21.0);
    assertThat(things.estimatedDocumentCount()).isEqualTo(5);
  }

  @Test
  void answersWhatShellsAsk() {
    for (String command :
        List.of(
            "{hostInfo: 1}",
            "{serverStatus: 1}",
            "{getCmdLineOpts: 1}",
            "{getLog: 'startupWarnings'}",
            "{getParameter: 1, featureCompatibilityVersion: 1}",
            "{connectionStatus: 1}",
            "{buildInfo: 1}",
            "{hello: 1}",
            "{isMaster: 1}",
            "{listDatabases: 1, nameOnly: true}",
            "{endSessions: []}",
            "{ping: 1}")) {
      Document reply = admin.getDatabase("admin").runCommand(Document.parse(command));
      assertThat(reply.get("ok")).as(command).isEqualTo(1.0);
    }
    Document build = admin.getDatabase("admin").runCommand(new Document("buildInfo", 1));
    assertThat(build.getList("modules", String.class)).containsExactly("eutlas-embedded");
  }
}
