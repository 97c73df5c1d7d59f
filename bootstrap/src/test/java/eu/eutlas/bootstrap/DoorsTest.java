package eu.eutlas.bootstrap;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.model.Updates;
import eu.eutlas.bootstrap.config.Configuration;
import eu.eutlas.embeddedmongo.AdminCredentials;
import eu.eutlas.embeddedmongo.EmbeddedMongo;
import eu.eutlas.security.KeyRing;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The doors of those who run the installation, and a store that several nodes share. */
class DoorsTest {
  private static final AdminCredentials ADMIN = new AdminCredentials("admin", "for-tests-only");
  private static final String KEY = KeyRing.generate().reveal();

  @TempDir Path folder;
  private EmbeddedMongo store;
  private String uri;

  @BeforeEach
  void startTheSharedStore() {
    store = EmbeddedMongo.start(folder.resolve("store"), ADMIN);
    uri = store.connectionString(ADMIN);
  }

  @AfterEach
  void stopTheSharedStore() {
    store.close();
  }

  @Test
  void othersNeedCredentialsForAllButHealthAndReadiness() throws IOException {
    var admin = freePort();
    var jobs = freePort();
    var open =
        Map.of(
            "EUTLAS_ADMIN_ADDRESS", "0.0.0.0",
            "EUTLAS_ADMIN_PORT", "" + admin,
            "EUTLAS_ADMIN_CREDENTIALS", "scraper:one password",
            "EUTLAS_JOBS_ADDRESS", "0.0.0.0",
            "EUTLAS_JOBS_PORT", "" + jobs,
            "EUTLAS_JOBS_CREDENTIALS", "team:another password");

    try (var product = Product.start(production("one", KEY, open))) {
      assertThat(product.address().getPort()).isPositive();
      // A busy machine may need a moment before it says so.
      await()
          .atMost(Duration.ofSeconds(30))
          .until(() -> status(admin, "/ready", "10.1.2.3", "") == 200);
      assertThat(status(admin, "/healthcheck", "10.1.2.3", "")).isEqualTo(200);
      assertThat(status(admin, "/metrics", "10.1.2.3", "")).isEqualTo(401);
      assertThat(status(admin, "/metrics", "10.1.2.3", "team:another password")).isEqualTo(401);
      assertThat(status(admin, "/metrics", "10.1.2.3", "scraper:one password")).isEqualTo(200);
      for (var path :
          List.of("/", "/threads", "/tasks/gc", "/control/administrators", "/metrics/", "/x/..")) {
        assertThat(status(admin, path, "10.1.2.3", "scraper:one password")).as(path).isIn(400, 404);
      }
      assertThat(status(jobs, "/dashboard", "10.1.2.3", "")).isEqualTo(401);
      assertThat(status(jobs, "/dashboard", "10.1.2.3", "team:another password")).isEqualTo(200);
    }
  }

  @Test
  void onLoopbackOnlyThisMachinesNamesAreAnswered() throws IOException {
    var admin = freePort();

    try (var product =
        Product.start(production("one", KEY, Map.of("EUTLAS_ADMIN_PORT", "" + admin)))) {
      assertThat(product.address().getPort()).isPositive();
      assertThat(status(admin, "/metrics", "localhost", "")).isEqualTo(200);
      assertThat(status(admin, "/metrics", "rebound.example.net:" + admin, "")).isEqualTo(421);
      assertThat(status(admin, "/ready", "rebound.example.net", "")).isEqualTo(421);
    }
  }

  @Test
  void refusesAnAddressOfAnotherMachine() {
    var other =
        Map.of(
            "EUTLAS_ADMIN_ADDRESS", "192.0.2.1", "EUTLAS_ADMIN_CREDENTIALS", "scraper:a password");

    assertThatThrownBy(() -> Product.start(production("one", KEY, other)))
        .isInstanceOf(StartException.class)
        .hasMessage(
            "This machine has no address 192.0.2.1. Give one of its own in EUTLAS_ADMIN_ADDRESS.");
    assertThat(folder.resolve("one")).doesNotExist();
  }

  @Test
  void aWrongSealingKeyIsFoundBeforeASharedStoreIsTouched() {
    Product.start(production("one", KEY, Map.of())).close();
    try (var client = MongoClients.create(uri)) {
      makeAMigrationDue(client);
      var before = everything(client);

      assertThatThrownBy(
              () -> Product.start(production("two", KeyRing.generate().reveal(), Map.of())))
          .isInstanceOf(StartException.class)
          .hasMessageContaining("The sealing key is not the one");

      assertThat(everything(client)).isEqualTo(before);
    }
  }

  private static void makeAMigrationDue(MongoClient client) {
    client
        .getDatabase("eutlas")
        .getCollection("installation")
        .updateOne(new Document(), Updates.set("schemaVersion", 0));
  }

  private static Map<String, List<Document>> everything(MongoClient client) {
    var all = new TreeMap<String, List<Document>>();
    for (var name : client.listDatabaseNames()) {
      var database = client.getDatabase(name);
      for (var collection : database.listCollectionNames()) {
        var content = database.getCollection(collection).find().into(new ArrayList<>());
        database.getCollection(collection).listIndexes().into(content);
        all.put(name + "." + collection, content);
      }
    }
    return all;
  }

  private Configuration production(String node, String key, Map<String, String> more) {
    var environment = new HashMap<String, String>();
    environment.put("EUTLAS_MODE", "production");
    environment.put("EUTLAS_DATA", folder.resolve(node).toString());
    environment.put("EUTLAS_MONGODB_URI", uri);
    environment.put("EUTLAS_SEALING_KEY", key);
    environment.put("EUTLAS_SMTP_URL", "smtp://mail.example.org");
    environment.put("EUTLAS_PUBLIC_URL", "https://eutlas.example.org");
    for (var port : List.of("EUTLAS_HTTP_PORT", "EUTLAS_ADMIN_PORT", "EUTLAS_JOBS_PORT")) {
      environment.put(port, "0");
    }
    environment.putAll(more);
    return Configuration.read(environment);
  }

  /** Written by hand: an HTTP client would choose the Host header itself. */
  private static int status(int port, String path, String host, String credentials)
      throws IOException {
    var authorization =
        credentials.isEmpty()
            ? ""
            : "Authorization: Basic "
                + Base64.getEncoder().encodeToString(credentials.getBytes(UTF_8))
                + "\r\n";
    try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      var request =
          "GET %s HTTP/1.1\r\nHost: %s\r\n%sConnection: close\r\n\r\n"
              .formatted(path, host, authorization);
      socket.getOutputStream().write(request.getBytes(UTF_8));
      var answer = new String(socket.getInputStream().readAllBytes(), UTF_8);
      return Integer.parseInt(answer.split(" ", 3)[1]);
    }
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}
