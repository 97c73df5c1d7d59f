package eu.eutlas.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import eu.eutlas.domain.backup.Namespace;
import eu.eutlas.domain.cluster.Endpoint;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Backups by REST. */
final class BackupTest {
  private static Api api;
  private static Api.Person owner;
  private static String project;
  private String cluster = "";

  @BeforeAll
  static void populate() {
    api = Api.start();
    owner = api.verified();
    project = api.project(owner, api.org(owner));
  }

  @AfterAll
  static void stop() {
    api.close();
  }

  @BeforeEach
  void order() {
    cluster = api.cluster(owner, project);
    var endpoint = client().get(cluster).json().get("endpoint");
    api.world()
        .backups()
        .archives()
        .put(
            new Endpoint(endpoint.get("host").asText(), endpoint.get("port").asInt()),
            new Namespace("shop", "orders"),
            List.of("a lamp", "a window"));
  }

  @Test
  void aBackupIsTakenAndShown() {
    var ordered = client().post(cluster + "/backups");

    assertThat(ordered.status()).as(ordered.body()).isEqualTo(202);
    assertThat(ordered.text("trigger")).isEqualTo("MANUAL");
    assertThat(ordered.header("Location")).endsWith("/backups/" + ordered.text("id"));
    var taken =
        await().until(() -> read(ordered), reply -> reply.text("state").equals("COMPLETED"));
    assertThat(taken.json().get("progress").asInt()).isEqualTo(100);
    assertThat(taken.text("checksum")).hasSize(64);
    assertThat(taken.json().at("/contents/consistency").asText()).isEqualTo("EACH_COLLECTION");
    assertThat(taken.json().get("expiresAt").isNull()).isFalse();
    assertThat(taken.json().get("provenAt").isNull()).isTrue();
    var listed = client().get(cluster + "/backups").json().path("items");
    assertThat(listed).hasSize(1);
    assertThat(listed.at("/0/id").asText()).isEqualTo(ordered.text("id"));
    await()
        .untilAsserted(() ->
            assertThat(client().get(cluster + "/events").body())
                .contains("BACKUP_REQUESTED", "BACKUP_COMPLETED"));
  }

  @Test
  void theSameKeyTakesOneBackup() {
    var first = withKey("a-key");
    var second = withKey("a-key");

    assertThat(first.status()).as(first.body()).isEqualTo(202);
    assertThat(second.text("id")).isEqualTo(first.text("id"));
    assertThat(second.header("Idempotent-Replay")).isEqualTo("true");
    assertThat(client().get(cluster + "/backups").json().path("items")).hasSize(1);
  }

  @Test
  void aBackupIsProvedAndShowsIt() {
    var path = taken();

    var wished = client().post(path + "/prove");

    assertThat(wished.status()).as(wished.body()).isEqualTo(202);
    assertThat(wished.json().at("/proof/state").asText()).isNotEqualTo("FAILED");
    assertThat(wished.json().at("/proof/actor/name").asText()).isNotEmpty();
    var proved =
        await()
            .until(
                () -> client().get(path),
                reply -> reply.json().at("/proof/state").asText().equals("SUCCEEDED"));
    assertThat(proved.json().get("provenAt").isNull()).isFalse();
    assertThat(proved.json().get("recoverySeconds").isNumber()).isTrue();
    assertThat(proved.json().at("/proof/error").isNull()).isTrue();
    await()
        .untilAsserted(() -> {
          var policy = client().get(cluster + "/backup-policy").json();
          assertThat(policy.get("provenAt")).isEqualTo(proved.json().get("provenAt"));
          assertThat(client().get(cluster + "/events").body()).contains("BACKUP_PROVED");
        });
  }

  @Test
  void theSameKeyProvesOnce() {
    var path = taken();
    var first = proveWithKey(path);
    await().until(() -> client().get(path).json().at("/proof/state").asText().equals("SUCCEEDED"));

    var second = proveWithKey(path);

    assertThat(first.status()).as(first.body()).isEqualTo(202);
    assertThat(second.header("Idempotent-Replay")).isEqualTo("true");
    assertThat(second.json().at("/proof/createdAt")).isEqualTo(first.json().at("/proof/createdAt"));
  }

  private Client.Reply proveWithKey(String path) {
    return client()
        .send(client().request("POST", path + "/prove").header("Idempotency-Key", "a-proof"));
  }

  private Client.Reply withKey(String key) {
    return client()
        .send(client().request("POST", cluster + "/backups").header("Idempotency-Key", key));
  }

  @Test
  void theArchiveIsWhatItsChecksumSays() throws NoSuchAlgorithmException {
    var path = taken();

    var whole = bytes(path, "");

    assertThat(whole.statusCode()).isEqualTo(200);
    assertThat(HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(whole.body())))
        .isEqualTo(client().get(path).text("checksum"));
    assertThat(whole.headers().firstValue("Content-Type")).contains("application/gzip");
    assertThat(whole.headers().firstValue("Accept-Ranges")).contains("bytes");
    assertThat(whole.headers().firstValue("Content-Disposition").orElseThrow())
        .startsWith("attachment; filename=")
        .endsWith(".archive.gz\"");
    await()
        .untilAsserted(() ->
            assertThat(client().get(cluster + "/events").body()).contains("BACKUP_DOWNLOADED"));
  }

  @ParameterizedTest
  @CsvSource({"bytes=0-3, 0, 4", "bytes=2-, 2, 999", "bytes=-3, -3, 3", "bytes=1-1, 1, 1"})
  void aPartIsAnsweredAsAPart(String range, int from, int length) {
    var path = taken();
    var whole = new String(bytes(path, "").body(), StandardCharsets.UTF_8);

    var part = bytes(path, range);

    var first = from < 0 ? whole.length() + from : from;
    var last = Math.min(first + length, whole.length());
    assertThat(part.statusCode()).isEqualTo(206);
    assertThat(new String(part.body(), StandardCharsets.UTF_8))
        .isEqualTo(whole.substring(first, last));
    assertThat(part.headers().firstValue("Content-Range"))
        .contains("bytes %d-%d/%d".formatted(first, last - 1, whole.length()));
  }

  @ParameterizedTest
  @CsvSource({"'bytes=0-1,3-4'", "lines=1-2", "bytes=-", "bytes=4-2"})
  void whatIsNoRangeIsAnsweredWithTheWhole(String range) {
    assertThat(bytes(taken(), range).statusCode()).isEqualTo(200);
  }

  @Test
  void beyondTheEndThereIsNothing() {
    var reply =
        client()
            .send(client().request("GET", taken() + "/download").header("Range", "bytes=100000-"));

    assertThat(reply.status()).isEqualTo(416);
    assertThat(reply.code()).isEqualTo("RANGE_NOT_SATISFIABLE");
  }

  @Test
  void whatIsHeldIsNotDeleted() {
    var path = taken();

    var held = client().put(path + "/hold", Map.of("held", true, "reason", "an audit"));
    assertThat(held.json().at("/hold/reason").asText()).isEqualTo("an audit");
    var refused = client().delete(path);
    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.code()).isEqualTo("BACKUP_HELD");

    assertThat(client().put(path + "/hold", Map.of("held", false)).json().get("hold").isNull())
        .isTrue();
    assertThat(client().delete(path).text("state")).isEqualTo("DELETING");
    await().atMost(Duration.ofSeconds(20)).until(() -> client().get(path).status() == 404);
  }

  @Test
  void thePolicyIsReadAndChanged() {
    var usual = client().get(cluster + "/backup-policy");
    assertThat(usual.json().get("enabled").asBoolean()).isTrue();
    assertThat(usual.json().get("intervalHours").asInt()).isEqualTo(24);
    assertThat(usual.json().get("nextAt").isNull()).isTrue();

    var changed =
        client()
            .put(
                cluster + "/backup-policy",
                Map.of(
                    "enabled",
                    true,
                    "intervalHours",
                    6,
                    "window",
                    Map.of("start", 22, "hours", 4, "timeZone", "Europe/Berlin"),
                    "retention",
                    Map.of("days", 30, "last", 5),
                    "prove",
                    true));

    assertThat(changed.status()).as(changed.body()).isEqualTo(200);
    assertThat(changed.json().at("/window/timeZone").asText()).isEqualTo("Europe/Berlin");
    assertThat(changed.json().at("/retention/days").asInt()).isEqualTo(30);
    assertThat(client().get(cluster + "/backup-policy").body()).isEqualTo(changed.body());
    assertThat(changed.header("ETag")).isNotEqualTo(usual.header("ETag"));
  }

  @ParameterizedTest
  @CsvSource({
    "intervalHours, 5, intervalHours",
    "intervalHours, 169, intervalHours",
    "days, 0, retention.days",
    "days, 366, retention.days",
    "last, 101, retention.last",
    "start, 24, window.start",
    "hours, 0, window.hours"
  })
  void whatNoPolicyTakesIsRefusedByItsField(String field, int value, String named) {
    var before = client().get(cluster + "/backup-policy").body();

    var reply =
        client()
            .put(
                cluster + "/backup-policy",
                Map.of(
                    "enabled",
                    true,
                    "intervalHours",
                    field.equals("intervalHours") ? value : 24,
                    "window",
                    Map.of(
                        "start", field.equals("start") ? value : 1,
                        "hours", field.equals("hours") ? value : 1),
                    "retention",
                    Map.of(
                        "days", field.equals("days") ? value : 7,
                        "last", field.equals("last") ? value : 3)));

    assertThat(reply.status()).as(reply.body()).isEqualTo(422);
    assertThat(reply.json().path("errors").findValuesAsText("field")).isEqualTo(List.of(named));
    assertThat(client().get(cluster + "/backup-policy").body()).isEqualTo(before);
  }

  private String taken() {
    return cluster + "/backups/" + api.backup(owner, cluster);
  }

  private HttpResponse<byte[]> bytes(String path, String range) {
    var request = client().request("GET", path + "/download");
    return client()
        .send(
            range.isEmpty() ? request : request.header("Range", range),
            HttpResponse.BodyHandlers.ofByteArray());
  }

  private static Client.Reply read(Client.Reply ordered) {
    return client().get(ordered.header("Location"));
  }

  private static Client client() {
    return owner.client();
  }
}
