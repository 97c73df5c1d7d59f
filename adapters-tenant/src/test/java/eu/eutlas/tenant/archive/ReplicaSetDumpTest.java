package eu.eutlas.tenant.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.eutlas.application.PortFailure;
import eu.eutlas.application.backup.ClusterArchives.Progress;
import eu.eutlas.domain.backup.Consistency;
import eu.eutlas.domain.backup.Manifest;
import eu.eutlas.tenant.CustomerServer;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.GZIPInputStream;
import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.bson.BsonDouble;
import org.bson.BsonInt32;
import org.bson.BsonString;
import org.bson.BsonTimestamp;
import org.bson.BsonValue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * What a replica set is asked when it is dumped. The set is an embedded server behind a stand-in:
 * what the manual says of snapshots and of the oplog is taken from there, not tried.
 */
@Timeout(60)
final class ReplicaSetDumpTest {
  private static final BsonTimestamp TIME = new BsonTimestamp(1_790_000_000, 7);
  private static final int SNAPSHOT_TOO_OLD = 239;

  @TempDir Path folder;
  private final DriverClusterArchives archives =
      new DriverClusterArchives(InstantSource.fixed(Instant.EPOCH));
  private Servers servers;
  private ReplicaSetInFront set;
  private byte[] archive = {};

  @BeforeEach
  void open() throws IOException {
    servers = new Servers(folder);
    set = new ReplicaSetInFront(servers.source().endpoint());
    set.changes(ReplicaSetDumpTest::withItsTime);
    Samples.numbered(servers, "shop", "a", 3_000);
    Samples.numbered(servers, "shop", "b", 3_000);
  }

  @AfterEach
  void close() {
    archives.close();
    set.close();
    servers.close();
  }

  private Manifest dump() throws IOException {
    var bytes = new ByteArrayOutputStream();
    var manifest = archives.dump(set.endpoint(), CustomerServer.ADMIN, bytes, Progress.NONE);
    archive = bytes.toByteArray();
    return manifest;
  }

  private static BsonDocument withItsTime(BsonDocument command, BsonDocument reply) {
    if (command.getFirstKey().equals("find") && isSnapshot(command)) {
      reply.getDocument("cursor").append("atClusterTime", TIME);
    }
    return reply;
  }

  private static boolean isSnapshot(BsonDocument find) {
    return find.getDocument("readConcern", new BsonDocument())
        .getString("level", new BsonString(""))
        .getValue()
        .equals("snapshot");
  }

  // ---- one time ----

  @Test
  void readsAllAtOneClusterTime() throws IOException {
    var manifest = dump();

    assertThat(manifest.consistency()).isEqualTo(Consistency.SNAPSHOT);
    assertThat(manifest.takenAt()).isEqualTo(Instant.ofEpochSecond(1_790_000_000));
    assertThat(manifest.documents()).isEqualTo(6_000);
    var finds = set.commands("find");
    assertThat(finds).hasSize(3).allMatch(ReplicaSetDumpTest::isSnapshot);
    assertThat(finds.getFirst().getDocument("readConcern").containsKey("atClusterTime")).isFalse();
    assertThat(finds.subList(1, 3))
        .allMatch(
            find -> find.getDocument("readConcern").getTimestamp("atClusterTime").equals(TIME));
    assertThat(finds).noneMatch(find -> find.toString().contains("afterClusterTime"));
  }

  @Test
  void readsEachCollectionInASessionOfItsOwn() throws IOException {
    dump();

    var sessions = new ArrayList<BsonValue>();
    set.commands("find").forEach(find -> sessions.add(find.get("lsid")));
    assertThat(sessions).doesNotContainNull();
    assertThat(set.commands("getMore"))
        .isNotEmpty()
        .allMatch(
            getMore -> sessionOf(getMore.getString("collection")).equals(getMore.get("lsid")));
  }

  private BsonValue sessionOf(BsonString collection) {
    return set.commands("find").stream()
        .filter(find -> find.getString("find").equals(collection))
        .reduce((first, second) -> second)
        .map(find -> find.get("lsid"))
        .orElseThrow();
  }

  @Test
  void failsWhenTheServerForgetsItsPast_andReadsWithTheOplogTheNextTime() throws IOException {
    set.answers(command ->
        command.getFirstKey().equals("getMore")
            ? Optional.of(ReplicaSetInFront.failure(SNAPSHOT_TOO_OLD))
            : Optional.empty());

    assertThatThrownBy(this::dump)
        .isInstanceOf(PortFailure.Unavailable.class)
        .hasMessage("Reading took longer than the cluster's server keeps its past.");

    set.answers(command -> oplog(command, List.of(entry(1, "n", ""))));
    assertThat(dump().consistency()).isEqualTo(Consistency.OPLOG);
  }

  @Test
  void looksAgainWhenSomethingWasMadeMeanwhile() throws IOException {
    var looks = new AtomicInteger();
    set.answers(command -> {
      if (command.getFirstKey().equals("find") && looks.getAndIncrement() == 0) {
        Samples.numbered(servers, "shop", "made meanwhile", 5);
      }
      return Optional.empty();
    });

    var manifest = dump();

    assertThat(manifest.collections())
        .extracting(sum -> sum.namespace().collection())
        .containsExactlyInAnyOrder("a", "b", "made meanwhile");
  }

  @Test
  void givesUpWhenSomethingIsMadeAllTheTime() {
    var made = new AtomicInteger();
    set.answers(command -> {
      if (command.getFirstKey().equals("find")) {
        Samples.numbered(servers, "shop", "new" + made.getAndIncrement(), 1);
      }
      return Optional.empty();
    });

    assertThatThrownBy(this::dump)
        .isInstanceOf(PortFailure.Unavailable.class)
        .hasMessageContaining("all the time");
  }

  @Test
  void failsWhenACollectionIsDroppedWhileItIsRead() {
    set.answers(command -> {
      if (command.getFirstKey().equals("getMore")) {
        servers.collection("shop", "b").drop();
      }
      return Optional.empty();
    });

    assertThatThrownBy(this::dump).isInstanceOf(PortFailure.class);
  }

  // ---- with the oplog ----

  @Test
  void keepsTheOplogWhereAllIsTooMuchForASnapshot() throws IOException {
    var log =
        List.of(
            entry(1, "i", "shop.a"),
            entry(2, "i", "admin.system.users"),
            entry(3, "i", "config.transactions"),
            entry(4, "i", "eutlas_proof.login"),
            entry(5, "n", ""),
            nested(6, "shop.b", "admin.system.users"),
            entry(7, "d", "shop.b"));
    set.changes(ReplicaSetDumpTest::large);
    // The first was the newest when the dump began.
    var asked = new AtomicInteger();
    set.answers(command ->
        command.containsKey("sort") && asked.getAndIncrement() < 2
            ? oplog(command, log.subList(0, 1))
            : oplog(command, log));

    var manifest = dump();

    assertThat(manifest.consistency()).isEqualTo(Consistency.OPLOG);
    assertThat(manifest.takenAt()).isEqualTo(Instant.ofEpochSecond(7));
    assertThat(manifest.documents()).isEqualTo(6_000);
    assertThat(kept())
        .extracting(entry -> entry.getTimestamp("ts").getTime())
        .containsExactly(1, 6, 7);
    assertThat(kept().get(1).getDocument("o").getArray("applyOps")).hasSize(1);
    assertThat(
            set.commands("find").stream()
                .filter(find -> find.getString("find").getValue().length() == 1))
        .isNotEmpty()
        .allMatch(find ->
            find.getDocument("readConcern").equals(BsonDocument.parse("{level: 'majority'}")));
    archives.verify(new ByteArrayInputStream(archive), manifest, Progress.NONE);
  }

  @Test
  void keepsTheOplogFromWhenTheOldestOpenTransactionBegan() throws IOException {
    var log = List.of(entry(1, "i", "shop.a"), entry(2, "i", "shop.a"), entry(3, "i", "shop.a"));
    set.changes(ReplicaSetDumpTest::large);
    var open =
        BsonDocument.parse("{state: 'inProgress', startOpTime: {ts: {$timestamp: {t: 2, i: 1}}}}");
    set.answers(command ->
        command.getFirstKey().equals("find")
                && command.getString("find").getValue().equals("transactions")
            ? Optional.of(ReplicaSetInFront.cursor("config.transactions", List.of(open)))
            : oplog(command, log));

    dump();

    assertThat(kept())
        .extracting(entry -> entry.getTimestamp("ts").getTime())
        .containsExactly(2, 3);
  }

  @Test
  void failsWhenTheOplogDoesNotReachBack() {
    set.changes(ReplicaSetDumpTest::large);
    var asked = new AtomicInteger();
    // Its newest entry is the first that is asked for; then it has only later ones.
    set.answers(
        command -> oplog(command, List.of(entry(asked.getAndIncrement() < 12 ? 1 : 9, "n", ""))));

    assertThatThrownBy(this::dump)
        .isInstanceOf(PortFailure.Unavailable.class)
        .hasMessageContaining("log of writes holds");
  }

  @Test
  void failsWhenACollectionWasRenamed() {
    var rename = entry(1, "c", "shop.$cmd");
    rename.put("o", BsonDocument.parse("{renameCollection: 'shop.a', to: 'shop.c'}"));
    set.changes(ReplicaSetDumpTest::large);
    set.answers(command -> oplog(command, List.of(rename)));

    assertThatThrownBy(this::dump)
        .isInstanceOf(PortFailure.Unavailable.class)
        .hasMessageContaining("renamed");
  }

  @Test
  void keepsTheOplogWhereTheServerKeepsLittleOfItsPast() throws IOException {
    set.answers(command ->
        command.getFirstKey().equals("getParameter")
            ? Optional.of(BsonDocument.parse("{minSnapshotHistoryWindowInSeconds: 60, ok: 1}"))
            : oplog(command, List.of(entry(1, "n", ""))));

    assertThat(dump().consistency()).isEqualTo(Consistency.OPLOG);
  }

  // ---- users ----

  @Test
  void dumpsUsersButNotItsOwn() throws IOException {
    var user = BsonDocument.parse("{_id: 'admin.reporter', user: 'reporter', db: 'admin'}");
    set.changes((command, reply) -> {
      if (command.getFirstKey().equals("listCollections")
          && command.getString("$db").getValue().equals("admin")) {
        reply
            .getDocument("cursor")
            .getArray("firstBatch")
            .add(BsonDocument.parse("{name: 'system.users', type: 'collection', options: {}}"));
      }
      return withItsTime(command, reply);
    });
    set.answers(command ->
        command.getFirstKey().equals("find")
                && command.getString("find").getValue().equals("system.users")
            ? Optional.of(ReplicaSetInFront.cursor("admin.system.users", List.of(user)))
            : Optional.empty());

    var manifest = dump();

    assertThat(manifest.users()).isEqualTo(1);
    assertThat(manifest.collections()).hasSize(2);
    assertThat(set.commands("find"))
        .anyMatch(find ->
            find.getDocument("filter", new BsonDocument())
                .equals(BsonDocument.parse("{_id: {$ne: 'admin.eutlas-admin'}}")));
    archives.verify(new ByteArrayInputStream(archive), manifest, Progress.NONE);
  }

  // ---- a log of writes ----

  private static BsonDocument large(BsonDocument command, BsonDocument reply) {
    if (command.getFirstKey().equals("dbStats")) {
      reply.put("dataSize", new BsonDouble(1e12));
    }
    return reply;
  }

  static BsonDocument entry(int second, String operation, String namespace) {
    return new BsonDocument("ts", new BsonTimestamp(second, 1))
        .append("op", new BsonString(operation))
        .append("ns", new BsonString(namespace))
        .append("o", new BsonDocument("_id", new BsonInt32(second)));
  }

  private static BsonDocument nested(int second, String... namespaces) {
    var entries = new BsonArray();
    for (var namespace : namespaces) {
      entries.add(entry(second, "i", namespace));
    }
    var entry = entry(second, "c", "admin.$cmd");
    entry.put("o", new BsonDocument("applyOps", entries));
    return entry;
  }

  private static Optional<BsonDocument> oplog(BsonDocument command, List<BsonDocument> entries) {
    if (!command.getFirstKey().equals("find")
        || !command.getString("find").getValue().equals("oplog.rs")) {
      return Optional.empty();
    }
    var found = entries;
    if (command.get("sort") instanceof BsonDocument sort) {
      found =
          List.of(
              sort.getInt32("$natural").getValue() > 0 ? entries.getFirst() : entries.getLast());
    } else {
      var times = command.getDocument("filter").getDocument("ts");
      found =
          entries.stream()
              .filter(entry ->
                  entry.getTimestamp("ts").compareTo(times.getTimestamp("$gte")) >= 0
                      && entry.getTimestamp("ts").compareTo(times.getTimestamp("$lte")) <= 0)
              .toList();
    }
    return Optional.of(ReplicaSetInFront.cursor("local.oplog.rs", found));
  }

  /** The log of writes that is in the archive. */
  private List<BsonDocument> kept() throws IOException {
    var kept = new ArrayList<BsonDocument>();
    var reader = new ArchiveReader(new GZIPInputStream(new ByteArrayInputStream(archive)));
    assertThat(reader.prelude().has(Place.OPLOG)).isTrue();
    reader.read(
        new ArchiveReader.Receiver() {
          @Override
          public void document(Place place, byte[] bytes, int length) {
            if (place.equals(Place.OPLOG)) {
              kept.add(ArchiveFormat.document(bytes.clone(), 0, length));
            }
          }

          @Override
          public void end(Place place) {
            // It is the last.
          }
        });
    return kept;
  }
}
