package eu.eutlas.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import eu.eutlas.application.PortFailure;
import eu.eutlas.application.backup.BackupStore;
import eu.eutlas.application.backup.BackupStore.Range;
import eu.eutlas.application.backup.ObjectKey;
import eu.eutlas.domain.Secret;
import eu.eutlas.testkit.backup.SampleBytes;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class S3TroubleTest {
  private static final ObjectKey KEY = new ObjectKey("a");
  private static final SampleBytes LARGE = new SampleBytes(1, 20_000_000);

  private static final List<Consumer<BackupStore>> CALLS =
      List.of(
          store -> store.put(KEY, out -> {}),
          store -> store.put(KEY, LARGE.content()),
          store -> store.get(KEY, Range.ALL),
          store -> store.get(KEY, new Range(0, 0)),
          store -> store.stat(KEY),
          store -> store.list("", Optional.empty(), 10),
          store -> store.delete(KEY));

  private S3Server server;

  @BeforeAll
  void start() throws Exception {
    server = new S3Server();
  }

  @AfterAll
  void stop() throws Exception {
    server.stop();
  }

  @Test
  void saysThatTheBucketIsMissing() {
    everyCallFails(
        S3Server.settings(server.endpoint(), S3Server.KEY, "no-such-bucket"), "S3_BUCKET_MISSING");
  }

  @Test
  void saysThatTheAccessKeyIsUnknown() {
    var key = new S3Settings.AccessKey("unknown", S3Server.KEY.secret());
    var thrown = failure(S3Server.settings(server.endpoint(), key, S3Server.BUCKET), CALLS.get(0));

    assertThat(thrown.error().code()).isEqualTo("S3_ACCESS_KEY_UNKNOWN");
  }

  @Test
  void saysThatTheSecretIsWrong() {
    var key = new S3Settings.AccessKey(S3Server.KEY.id(), new Secret("wrong"));
    var thrown = failure(S3Server.settings(server.endpoint(), key, S3Server.BUCKET), CALLS.get(0));

    assertThat(thrown.error().code()).isEqualTo("S3_SECRET_WRONG");
    assertThat(thrown.getMessage()).doesNotContain("wrong");
  }

  @Test
  void saysThatNothingTakesConnections() throws IOException {
    var port = 0;
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = socket.getLocalPort();
    }

    everyCallFails(patient("http://127.0.0.1:" + port), "S3_REFUSED");
  }

  @Test
  void saysThatTheHostIsUnknown() {
    var thrown = failure(patient("http://store.invalid"), CALLS.getFirst());

    assertThat(thrown.error().code()).isEqualTo("S3_HOST_UNKNOWN");
    assertThat(thrown.getMessage()).contains("http://store.invalid");
  }

  @Test
  void saysThatItDoesNotSpeakTls() {
    var endpoint = server.endpoint().toString().replace("http:", "https:");

    assertThat(failure(patient(endpoint), CALLS.getFirst()).error().code()).isEqualTo("S3_SCHEME");
  }

  @Test
  @Timeout(60)
  void hangsNowhereWhenNobodyAnswers() throws IOException {
    // Connections are taken by the system and never looked at.
    try (var silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
      everyCallFails(impatient("http://127.0.0.1:" + silent.getLocalPort()), "S3_SILENT");
    }
  }

  @Test
  void takesNoConnectionThatBrokeForTheEndOfAnObject() throws Exception {
    var half = "HTTP/1.1 200 OK\r\nContent-Length: 100\r\nETag: \"e\"\r\n\r\n0123456789";
    try (var broken = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        var store = new S3BackupStore(patient("http://127.0.0.1:" + broken.getLocalPort()))) {
      var answering =
          Thread.ofPlatform()
              .start(() -> {
                try (var connection = broken.accept()) {
                  connection.getInputStream().read(new byte[4096]);
                  connection.getOutputStream().write(half.getBytes(StandardCharsets.US_ASCII));
                } catch (IOException e) {
                  throw new IllegalStateException(e);
                }
              });

      try (var in = store.get(KEY, Range.ALL)) {
        assertThat(in.readNBytes(10)).hasSize(10);
        assertThatThrownBy(in::read).isInstanceOf(IOException.class);
      }
      answering.join();
    }
  }

  @Test
  void leavesNoUploadOfWhatThrew() {
    var settings = server.settings();
    try (var store = new S3BackupStore(settings);
        var client = new S3Requests(settings).client()) {
      assertThatThrownBy(() ->
              store.put(
                  KEY,
                  out -> {
                    LARGE.write(out, LARGE.size());
                    assertThat(
                            client
                                .listMultipartUploads(list -> list.bucket(S3Server.BUCKET))
                                .uploads())
                        .isNotEmpty();
                    throw new IllegalStateException("The source is gone.");
                  }))
          .isInstanceOf(IllegalStateException.class);

      assertThat(
              client
                  .listMultipartUploads(
                      list -> list.bucket(S3Server.BUCKET).prefix(settings.prefix()))
                  .uploads())
          .isEmpty();
    }
  }

  @Test
  void endsUploadsThatAKilledNodeLeft() {
    var settings = server.settings();
    try (var store = new S3BackupStore(settings);
        var client = new S3Requests(settings).client()) {
      for (var number = 0; number < 3; number++) {
        client.createMultipartUpload(
            new S3Requests(settings).begin(settings.prefix() + "left/" + number, "write"));
      }

      client.createMultipartUpload(
          new S3Requests(settings).begin(settings.prefix() + "not one of ours", "write"));

      var later = Instant.now().plus(Duration.ofHours(1));
      assertThat(store.endWrites(key -> true, Instant.now().minus(Duration.ofHours(1)))).isZero();
      assertThat(store.endWrites(key -> key.value().equals("left/1"), later)).isEqualTo(1);
      assertThat(store.endWrites(key -> true, later)).isEqualTo(2);
      assertThat(store.endWrites(key -> true, later)).isZero();
    }
  }

  @Test
  void listsNothingThatWasNeverItsOwn() {
    var settings = server.settings();
    try (var store = new S3BackupStore(settings);
        var client = new S3Requests(settings).client()) {
      client.putObject(
          put -> put.bucket(S3Server.BUCKET).key(settings.prefix() + "not one of ours"),
          new S3Body().body());
      store.put(KEY, out -> {});

      assertThat(store.list("", Optional.empty(), 10))
          .extracting(BackupStore.Stored::key)
          .containsExactly(KEY);
    }
  }

  private static void everyCallFails(S3Settings settings, String code) {
    for (var call : CALLS) {
      assertThat(failure(settings, call).error().code()).isEqualTo(code);
    }
  }

  private static PortFailure failure(S3Settings settings, Consumer<BackupStore> call) {
    try (var store = new S3BackupStore(settings)) {
      return catchThrowableOfType(PortFailure.class, () -> call.accept(store));
    }
  }

  private static S3Settings impatient(String endpoint) {
    return settings(
        endpoint,
        new S3Settings.Patience(
            Duration.ofMillis(500), Duration.ofMillis(300), Duration.ofMillis(900), 2));
  }

  /** Enough for a machine that has much else to do. */
  static S3Settings patient(String endpoint) {
    return settings(
        endpoint,
        new S3Settings.Patience(
            Duration.ofSeconds(20), Duration.ofSeconds(20), Duration.ofSeconds(50), 2));
  }

  private static S3Settings settings(String endpoint, S3Settings.Patience patience) {
    var settings = S3Server.settings(URI.create(endpoint), S3Server.KEY, S3Server.BUCKET);
    return new S3Settings(
        settings.endpoint(),
        settings.region(),
        settings.bucket(),
        settings.prefix(),
        settings.pathStyle(),
        settings.credentials(),
        settings.serverSide(),
        patience);
  }
}
