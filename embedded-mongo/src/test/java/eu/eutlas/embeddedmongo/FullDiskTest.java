package eu.eutlas.embeddedmongo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.mongodb.MongoException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Indexes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.awaitility.Awaitility;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class FullDiskTest {

  private static final int FULL = 14031;
  private static final int SHUTTING_DOWN = 91;

  @TempDir Path folder;
  private FaultyDisk disk;
  private EmbeddedMongo server;
  private MongoClient client;
  private MongoCollection<Document> things;

  @BeforeEach
  void start() {
    disk = FaultyDisk.under(folder);
    server = EmbeddedMongo.start(folder, Clients.ADMIN);
    client = Clients.admin(server);
    things = client.getDatabase("shop").getCollection("things");
    things.createIndex(Indexes.ascending("size"));
    things.insertOne(new Document("_id", "before").append("size", 1));
  }

  @AfterEach
  void stop() {
    client.close();
    server.close();
    disk.close();
  }

  /** Inserts until one is refused; those that were acknowledged. */
  private List<Integer> fill() {
    var acknowledged = new ArrayList<Integer>();
    disk.fillAfter(300_000);
    while (acknowledged.size() < 10_000) {
      int id = acknowledged.size();
      try {
        things.insertOne(new Document("_id", id).append("text", "x".repeat(1_000)));
        acknowledged.add(id);
      } catch (MongoException e) {
        assertThat(e.getCode()).isEqualTo(FULL);
        return acknowledged;
      }
    }
    throw new AssertionError("the disk never was full");
  }

  private void awaitServing() {
    Awaitility.await().until(server::isServing);
  }

  private int code(Runnable command) {
    return catchThrowable(command::run) instanceof MongoException refused ? refused.getCode() : 0;
  }

  @Test
  void aWriteThatTheDiskDoesNotTakeIsAnError() {
    disk.fillAfter(0);

    assertThat(code(() -> things.insertOne(new Document()))).isEqualTo(FULL);
    assertThat(server.isServing()).isFalse();
  }

  @Test
  void everyCommandAfterwardsIsAnErrorAndNeverAnEmptyAnswer() {
    disk.fillAfter(0);
    code(() -> things.insertOne(new Document()));

    assertThat(code(() -> things.find().first())).isEqualTo(FULL);
    assertThat(code(things::countDocuments)).isEqualTo(FULL);
    assertThat(code(things::estimatedDocumentCount)).isEqualTo(FULL);
    assertThat(code(() -> things.deleteOne(new Document()))).isEqualTo(FULL);
    assertThat(code(() -> client.listDatabaseNames().first())).isEqualTo(FULL);
    assertThat(code(() -> client.getDatabase("none").getCollection("none").find().first()))
        .isEqualTo(FULL);
    assertThat(code(() -> run("serverStatus"))).isEqualTo(FULL);
    assertThat(code(() -> run("usersInfo"))).isEqualTo(FULL);
  }

  @Test
  void greetingsAreStillAnswered() {
    disk.fillAfter(0);
    code(() -> things.insertOne(new Document()));

    assertThat(run("hello").getBoolean("isWritablePrimary")).isTrue();
    assertThat(run("ping").getDouble("ok")).isEqualTo(1);
  }

  private Document run(String command) {
    return client.getDatabase("admin").runCommand(new Document(command, 1));
  }

  @Test
  void acknowledgedWritesAreThereWhenThereIsRoomAgain() {
    List<Integer> acknowledged = fill();

    disk.heal();
    awaitServing();

    assertThat(things.countDocuments(new Document("text", new Document("$exists", true))))
        .isEqualTo(acknowledged.size());
    assertThat(things.find(new Document("size", 1)).first()).containsEntry("_id", "before");
    things.insertOne(new Document("_id", "after"));
    assertThat(things.countDocuments()).isEqualTo(acknowledged.size() + 2);
  }

  @Test
  void acknowledgedWritesAreThereAfterANewStart() {
    List<Integer> acknowledged = fill();
    client.close();
    server.close();

    disk.heal();
    server = EmbeddedMongo.start(folder, Clients.ADMIN);
    client = Clients.admin(server);

    things = client.getDatabase("shop").getCollection("things");
    assertThat(things.countDocuments()).isEqualTo(acknowledged.size() + 1);
  }

  @Test
  void doesNotServeAgainBeforeThereIsRoom() {
    disk.fillAfter(0);
    code(() -> things.insertOne(new Document()));
    disk.fillAfter(10_000);

    Awaitility.await().until(() -> roomTried());

    assertThat(server.isServing()).isFalse();
    assertThat(code(() -> things.find().first())).isEqualTo(FULL);
  }

  /** The next look at the disk uses up what was left. */
  private boolean roomTried() {
    return disk.bytesLeft() == 0;
  }

  @Test
  void aBrokenDiskThatIsNotFullIsToldByAnotherCode() {
    disk.failAfter(0, "Input/output error");

    assertThat(code(() -> things.insertOne(new Document()))).isEqualTo(SHUTTING_DOWN);
    assertThat(server.isServing()).isFalse();
  }

  @Test
  void aWriteThatIsToBeOnDiskIsNotAcknowledgedWithoutIt() {
    disk.refuseToForce();

    assertThat(
            code(() ->
                things
                    .withWriteConcern(com.mongodb.WriteConcern.JOURNALED)
                    .insertOne(new Document())))
        .isEqualTo(SHUTTING_DOWN);
  }

  @Test
  void doesNotServeOnceClosed() {
    server.close();

    assertThat(server.isServing()).isFalse();
  }

  @Test
  void aStartOnAFullDiskSaysSo() {
    client.close();
    server.close();
    disk.fillAfter(0);

    assertThatThrownBy(() -> EmbeddedMongo.start(folder, Clients.ADMIN))
        .isInstanceOfSatisfying(
            DiskException.class,
            refused -> {
              assertThat(refused.isFull()).isTrue();
              assertThat(refused).hasMessage("The disk that holds %s is full.", folder);
            });
    assertThat(folder.resolve("room")).doesNotExist();

    disk.heal();
    EmbeddedMongo.start(folder, Clients.ADMIN).close();
  }

  @Test
  void aStartOnAFullDiskAtAnyByteIsTheSameException() {
    client.close();
    server.close();
    for (int bytes = 0; bytes < 40_000; bytes += 1_777) {
      Path fresh = folder.resolve("fresh" + bytes);
      var freshDisk = FaultyDisk.under(fresh);
      freshDisk.fillAfter(1024 * 1024 + bytes);

      Throwable failure = catchThrowable(() -> EmbeddedMongo.start(fresh, Clients.ADMIN).close());

      freshDisk.heal();
      if (failure != null) {
        assertThat(failure).isInstanceOf(DiskException.class);
      }
    }
  }

  @Test
  void aStartInAFolderThatCannotBeSaysSo() throws IOException {
    Path file = Files.writeString(folder.resolve("note.txt"), "mine");

    assertThatThrownBy(() -> EmbeddedMongo.start(file, Clients.ADMIN))
        .isInstanceOfSatisfying(
            DiskException.class, refused -> assertThat(refused.isFull()).isFalse());
  }
}
