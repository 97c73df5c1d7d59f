package eu.eutlas.tenant.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.eutlas.application.PortFailure;
import eu.eutlas.application.backup.ClusterArchives.Progress;
import eu.eutlas.domain.backup.CollectionSum;
import eu.eutlas.domain.backup.CollectionSum.Kind;
import eu.eutlas.domain.backup.Selection;
import eu.eutlas.domain.backup.Selection.Pick;
import eu.eutlas.tenant.CustomerServer;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.bson.BsonBoolean;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.bson.BsonInt64;
import org.bson.BsonString;
import org.bson.BsonTimestamp;
import org.bson.BsonValue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What a replica set is asked when an archive is restored into it, and what when that fails. */
@Timeout(60)
final class ReplicaSetRestoreTest {
  private static final Place A = new Place("shop", "a");

  @TempDir Path folder;
  private final DriverClusterArchives archives = new DriverClusterArchives(InstantSource.system());
  private Servers servers;
  private ReplicaSetInFront set;

  @BeforeEach
  void open() throws IOException {
    servers = new Servers(folder);
    set = new ReplicaSetInFront(servers.target().endpoint());
  }

  @AfterEach
  void close() {
    archives.close();
    set.close();
    servers.close();
  }

  private List<CollectionSum> restore(byte[] archive, Selection what) throws IOException {
    return archives
        .restore(
            new ByteArrayInputStream(archive),
            set.endpoint(),
            CustomerServer.ADMIN,
            what,
            Progress.NONE)
        .collections();
  }

  // ---- an oplog ----

  private static final List<BsonDocument> LOG =
      List.of(
          op("i", "shop.a", "{_id: 7}"),
          op("n", "", "{msg: 'nothing'}"),
          op("c", "shop.$cmd", "{createIndexes: 'a', v: 2, key: {n: 1}, name: 'n_1'}"),
          op("c", "shop.$cmd", "{dropIndexes: 'a', index: 'old_1'}"),
          transaction(
              "{applyOps: [{op: 'i', ns: 'shop.a', o: {_id: 8}, ui: 1}], partialTxn: true}", 1),
          transaction("{applyOps: [{op: 'i', ns: 'shop.a', o: {_id: 666}}], partialTxn: true}", 2),
          op("c", "shop.$cmd", "{create: 'made', idIndex: {v: 2}}"),
          transaction("{applyOps: [{op: 'i', ns: 'shop.a', o: {_id: 9}}], count: 2}", 1),
          transaction("{applyOps: [{op: 'i', ns: 'shop.a', o: {_id: 667}}], prepare: true}", 3),
          transaction("{abortTransaction: 1}", 3),
          op("d", "shop.a", "{_id: 1}"));

  private static BsonDocument op(String operation, String namespace, String what) {
    return new BsonDocument("op", new BsonString(operation))
        .append("ns", new BsonString(namespace))
        .append("ui", new BsonInt32(5))
        .append("o", BsonDocument.parse(what));
  }

  private static BsonDocument transaction(String what, int number) {
    return op("c", "admin.$cmd", what)
        .append("lsid", new BsonDocument("id", new BsonInt32(1)))
        .append("txnNumber", new BsonInt64(number));
  }

  private static byte[] archiveWithLog() throws IOException {
    var index = BsonDocument.parse("{v: 2, key: {old: 1}, name: 'old_1'}");
    var described =
        new CollectionDescription(A, Kind.COLLECTION, new BsonDocument(), List.of(index), "");
    return archive(
        List.of(described, CollectionDescription.plain(Place.OPLOG)),
        List.of(List.of(BsonDocument.parse("{_id: 1}"), BsonDocument.parse("{_id: 2}")), LOG));
  }

  private static byte[] archive(
      List<CollectionDescription> collections, List<List<BsonDocument>> documents)
      throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var out = Gzip.into(bytes)) {
      var writer = new ArchiveWriter(out);
      writer.begin(new Prelude(2, new ServerVersion("7.0.0"), "test", collections));
      for (var i = 0; i < collections.size(); i++) {
        var crc = new Crc64();
        var block = Documents.of(documents.get(i).stream().map(ArchiveFormat::bytes).toList());
        block.each(crc::add);
        writer.write(collections.get(i).place(), block);
        writer.end(collections.get(i).place(), crc.value());
      }
    }
    return bytes.toByteArray();
  }

  private static Optional<BsonDocument> done(BsonDocument command, String name) {
    return command.getFirstKey().equals(name)
        ? Optional.of(BsonDocument.parse("{ok: 1, n: 2}"))
        : Optional.empty();
  }

  @Test
  void replaysTheOplogAsItWasWritten() throws IOException {
    set.answers(command -> done(command, "applyOps"));

    restore(archiveWithLog(), Selection.EVERYTHING);

    assertThat(replayed())
        .containsExactly(
            "i shop.a {\"_id\": 7}",
            "c shop.$cmd {\"create\": \"made\", \"idIndex\": {\"v\": 2}}",
            "i shop.a {\"_id\": 8}",
            "i shop.a {\"_id\": 9}",
            "d shop.a {\"_id\": 1}");
    assertThat(set.commands("applyOps"))
        .noneMatch(command -> command.toString().contains("\"ui\""));
    assertThat(set.commands("createIndexes").getLast().getArray("indexes"))
        .containsExactly(BsonDocument.parse("{key: {n: 1}, name: 'n_1'}"));
  }

  @Test
  void replaysWhatIsSelectedUnderItsNewName() throws IOException {
    set.answers(command -> done(command, "applyOps"));

    restore(archiveWithLog(), Selection.of(List.of(new Pick("shop.a", Optional.of("old.a.copy")))));

    assertThat(replayed())
        .containsExactly(
            "i old.a.copy {\"_id\": 7}",
            "i old.a.copy {\"_id\": 8}",
            "i old.a.copy {\"_id\": 9}",
            "d old.a.copy {\"_id\": 1}");
  }

  private List<String> replayed() {
    var replayed = new ArrayList<String>();
    for (var command : set.commands("applyOps")) {
      for (BsonValue value : command.getArray("applyOps")) {
        var op = value.asDocument();
        replayed.add(
            op.getString("op").getValue()
                + " "
                + op.getString("ns").getValue()
                + " "
                + op.getDocument("o").toJson());
      }
    }
    return replayed;
  }

  @Test
  void replaysNothingOntoWhatIsNotAsItWasRead() {
    set.answers(command -> done(command, "insert"));

    assertThatThrownBy(() -> restore(archiveWithLog(), Selection.EVERYTHING))
        .isInstanceOf(PortFailure.Rejected.class)
        .hasMessage("shop.a is not what was archived.");
    assertThat(set.commands("applyOps")).isEmpty();
  }

  // ---- what a collection is ----

  @Test
  void makesCollectionsAsTheyWereAndViewsLast() throws IOException {
    set.answers(command -> done(command, "create").or(() -> done(command, "createIndexes")));
    var ordered =
        new CollectionDescription(
            A,
            Kind.COLLECTION,
            BsonDocument.parse(
                "{capped: true, size: 4096, validator: {n: {$gt: 1}}, collation: {locale: 'fr'},"
                    + " autoIndexId: true}"),
            List.of(
                BsonDocument.parse("{v: 2, key: {_id: 1}, name: '_id_'}"),
                BsonDocument.parse("{v: 2, key: {n: 1}, name: 'n_1', ns: 'shop.a'}"),
                BsonDocument.parse("{v: 2, key: {m: 1}, name: 'm', collation: {locale: 'fr'}}")),
            "");
    var view =
        new CollectionDescription(
            new Place("shop", "view"),
            Kind.VIEW,
            BsonDocument.parse("{viewOn: 'a', pipeline: []}"),
            List.of(),
            "");

    restore(
        archive(
            List.of(view, ordered), List.of(List.of(), List.of(BsonDocument.parse("{_id: 1}")))),
        Selection.EVERYTHING);

    assertThat(set.commands("create"))
        .extracting(command -> command.getString("create").getValue())
        .containsExactly("a", "view");
    assertThat(set.commands("create").getFirst())
        .containsKeys("capped", "size", "validator", "collation")
        .doesNotContainKey("autoIndexId");
    assertThat(set.commands("insert").getFirst().getBoolean("ordered").getValue()).isTrue();
    assertThat(set.commands("insert").getFirst())
        .containsEntry("bypassDocumentValidation", BsonBoolean.TRUE);
    assertThat(set.commands("createIndexes").getFirst().getArray("indexes"))
        .containsExactly(
            BsonDocument.parse("{key: {n: 1}, name: 'n_1', collation: {locale: 'simple'}}"),
            BsonDocument.parse("{key: {m: 1}, name: 'm', collation: {locale: 'fr'}}"));
  }

  @Test
  void putsATimeSeriesIntoItsBuckets() throws IOException {
    set.answers(command -> done(command, "create"));
    var series =
        new CollectionDescription(
            new Place("shop", "s"),
            Kind.TIME_SERIES,
            BsonDocument.parse("{timeseries: {timeField: 't'}}"),
            List.of(),
            "");
    var bytes = new ByteArrayOutputStream();
    try (var out = Gzip.into(bytes)) {
      var writer = new ArchiveWriter(out);
      writer.begin(new Prelude(2, new ServerVersion("7.0.0"), "test", List.of(series)));
      writer.end(new Place("shop", "system.buckets.s"), 0);
    }

    var sums = restore(bytes.toByteArray(), Selection.EVERYTHING);

    assertThat(sums).extracting(CollectionSum::kind).containsExactly(Kind.TIME_SERIES);
    assertThat(set.commands("create").getFirst()).containsKey("timeseries");
  }

  // ---- users ----

  @Test
  void addsUsersThatAreNotThereAndNobodyElse() throws IOException {
    var merged = new ArrayList<BsonValue>();
    set.answers(command -> {
      if (command.getFirstKey().equals("_mergeAuthzCollections")) {
        merged.addAll(idsIn("eutlas_restored_users"));
      }
      return done(command, "_mergeAuthzCollections");
    });
    var users =
        List.of(
            BsonDocument.parse("{_id: 'admin.eutlas-admin', user: 'eutlas-admin'}"),
            BsonDocument.parse("{_id: 'shop.reader', user: 'reader', db: 'shop'}"));
    var archive = archive(List.of(CollectionDescription.plain(Place.USERS)), List.of(users));

    restore(archive, Selection.EVERYTHING);

    assertThat(set.commands("_mergeAuthzCollections"))
        .singleElement()
        .satisfies(merge ->
            assertThat(merge)
                .containsEntry("tempUsersCollection", new BsonString("admin.eutlas_restored_users"))
                .containsEntry("drop", BsonBoolean.FALSE)
                .doesNotContainKey("tempRolesCollection"));
    assertThat(merged).containsExactly(new BsonString("shop.reader"));
    assertThat(servers.sums(servers.target())).isEmpty();

    set.forget();
    restore(archive, Selection.of(List.of(new Pick("shop", Optional.empty()))));
    assertThat(set.commands("_mergeAuthzCollections")).isEmpty();
    assertThat(set.commands("insert")).isEmpty();
  }

  private List<BsonValue> idsIn(String collection) {
    try (var client = servers.target().as(CustomerServer.ADMIN)) {
      return client
          .getDatabase("admin")
          .getCollection(collection, BsonDocument.class)
          .find()
          .map(document -> document.get("_id"))
          .into(new ArrayList<>());
    }
  }

  // ---- what goes wrong ----

  @Test
  void saysThatTheDiskIsFull() throws IOException {
    Samples.numbered(servers, "shop", "a", 10);
    var archive = servers.dump().archive();
    set.answers(command ->
        command.getFirstKey().equals("insert")
            ? Optional.of(ReplicaSetInFront.failure(14_031))
            : Optional.empty());

    assertThatThrownBy(() -> restore(archive, Selection.EVERYTHING))
        .isInstanceOf(PortFailure.Rejected.class)
        .hasMessage("The disk of the cluster's server is full.");
  }

  @Test
  void isRepeatableAfterTheDatabaseWentInTheMiddle() throws IOException {
    Samples.numbered(servers, "shop", "a", 20_000);
    var archive = servers.dump().archive();
    var inserts = new AtomicInteger();
    set.answers(command ->
        command.getFirstKey().equals("insert") && inserts.incrementAndGet() > 1
            ? Optional.of(ReplicaSetInFront.BREAK)
            : Optional.empty());

    assertThatThrownBy(() -> restore(archive, Selection.EVERYTHING))
        .isInstanceOf(PortFailure.Unavailable.class);

    set.answers(command -> Optional.empty());
    restore(archive, Selection.EVERYTHING);
    assertThat(servers.sums(servers.target())).isEqualTo(servers.sums(servers.source()));
  }

  @Test
  void aDumpFailsWhenTheDatabaseGoesInTheMiddle() throws IOException {
    Samples.numbered(servers, "shop", "a", 20_000);
    try (var source = new ReplicaSetInFront(servers.source().endpoint())) {
      source.changes((command, reply) -> {
        if (command.getFirstKey().equals("find")) {
          reply.getDocument("cursor").append("atClusterTime", new BsonTimestamp(1, 1));
        }
        return reply;
      });
      source.answers(command ->
          command.getFirstKey().equals("getMore")
              ? Optional.of(ReplicaSetInFront.BREAK)
              : Optional.empty());

      assertThatThrownBy(() ->
              archives.dump(
                  source.endpoint(),
                  CustomerServer.ADMIN,
                  new ByteArrayOutputStream(),
                  Progress.NONE))
          .isInstanceOf(PortFailure.Unavailable.class)
          .hasMessage("The connection to its server broke off.");
    }
  }

  @Test
  void aRefusalOfTheServerIsSaid() throws IOException {
    var view =
        new CollectionDescription(
            new Place("shop", "view"),
            Kind.VIEW,
            BsonDocument.parse("{viewOn: 'a', pipeline: []}"),
            List.of(),
            "");
    var archive = archive(List.of(view), List.of(List.of()));

    assertThatThrownBy(() -> restore(archive, Selection.EVERYTHING))
        .isInstanceOf(PortFailure.Rejected.class);
  }
}
