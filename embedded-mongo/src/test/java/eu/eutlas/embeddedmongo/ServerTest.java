package eu.eutlas.embeddedmongo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.mongodb.MongoServerException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import java.nio.file.Path;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A fresh server and the admin's client for each test. */
class ServerTest {

  @TempDir Path folder;
  EmbeddedMongo server;
  MongoClient admin;
  MongoDatabase shop;
  MongoCollection<Document> things;

  @BeforeEach
  void startServer() {
    server = EmbeddedMongo.start(folder, Clients.ADMIN);
    connect();
  }

  private void connect() {
    admin = Clients.admin(server);
    shop = admin.getDatabase("shop");
    things = shop.getCollection("things");
  }

  @AfterEach
  void stopServer() {
    admin.close();
    server.close();
  }

  void restartServer() {
    stopServer();
    startServer();
  }

  Document run(String json) {
    return shop.runCommand(Document.parse(json));
  }

  static void refused(int code, ThrowingCallable command) {
    var refusal = catchThrowableOfType(MongoServerException.class, command);
    assertThat(refusal).isNotNull();
    assertThat(refusal.getCode()).as(refusal.getMessage()).isEqualTo(code);
  }
}
