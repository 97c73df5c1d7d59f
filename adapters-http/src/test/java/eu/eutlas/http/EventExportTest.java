package eu.eutlas.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import eu.eutlas.domain.event.Event;
import eu.eutlas.domain.event.EventId;
import eu.eutlas.domain.event.EventType;
import eu.eutlas.domain.event.Initiator;
import eu.eutlas.domain.identity.CorrelationId;
import eu.eutlas.domain.organization.OrgId;
import eu.eutlas.testkit.fault.Fault;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Events as files. */
final class EventExportTest {
  private static final int MORE_THAN_A_PAGE = 250;
  private static Api api;
  private static Api.Person owner;

  @BeforeAll
  static void start() {
    api = Api.start();
    owner = api.verified();
  }

  @AfterAll
  static void stop() {
    api.close();
  }

  @Test
  void aTableHasEveryEventOfTheListAndItsFields() {
    var org = busy("quiet");

    var reply = export("/orgs/" + org + "/events", "text/csv");

    assertThat(reply.header("Content-Type")).startsWith("text/csv");
    assertThat(reply.header("Content-Disposition"))
        .isEqualTo("attachment; filename=\"events-" + org + ".csv\"");
    var rows = table(reply.body());
    assertThat(rows).hasSize(MORE_THAN_A_PAGE + 1);
    assertThat(rows.stream().map(row -> row.get("seq")))
        .startsWith(String.valueOf(MORE_THAN_A_PAGE + 1))
        .endsWith("1");
    var first = rows.getLast();
    var listed = listed(org).get(listed(org).size() - 1);
    assertThat(first.get("type")).isEqualTo("ORGANIZATION_CREATED");
    assertThat(first.get("severity")).isEqualTo("INFO");
    for (var field : List.of("id", "message", "orgId", "correlationId", "hash", "createdAt")) {
      assertThat(first.get(field)).as(field).isEqualTo(listed.path(field).asText());
    }
    for (var field : List.of("kind", "id", "name", "address", "userAgent")) {
      var column = "actor" + field.substring(0, 1).toUpperCase(Locale.ROOT) + field.substring(1);
      assertThat(first.get(column)).as(field).isEqualTo(listed.path("actor").path(field).asText());
    }
    assertThat(first.get("projectId")).isEmpty();
  }

  @Test
  void linesAreTheAnswersOfTheList() {
    var org = busy("quiet");

    var reply = export("/orgs/" + org + "/events", "application/jsonl");

    assertThat(reply.header("Content-Type")).startsWith("application/jsonl");
    var lines = reply.body().lines().map(Client::json).toList();
    assertThat(lines).hasSize(MORE_THAN_A_PAGE + 1);
    assertThat(lines.getLast()).isEqualTo(listed(org).get(listed(org).size() - 1));
  }

  @Test
  void theFilterOfTheListHolds() {
    var org = busy("quiet");
    var events = "/orgs/" + org + "/events";

    assertThat(table(export(events + "?type=ORGANIZATION_CREATED", "text/csv").body())).hasSize(1);
    assertThat(export(events + "?severity=ERROR", "application/jsonl").body()).isEmpty();
    assertThat(export(events + "?severity=ERROR", "text/csv").body())
        .startsWith("seq,createdAt,type,severity,message")
        .endsWith("\r\n")
        .hasLineCount(1);
    assertThat(export(events + "?severity=LOUD", "text/csv", 422).code())
        .isEqualTo("INVALID_REQUEST");
  }

  @Test
  void aPageMayBeExportedAlone() {
    var org = busy("quiet");
    var events = "/orgs/" + org + "/events";
    var cursor = owner.client().get(events + "?limit=10").text("nextCursor");

    assertThat(table(export(events + "?limit=3", "text/csv").body())).hasSize(3);
    assertThat(table(export(events + "?limit=3&cursor=" + cursor, "text/csv").body()))
        .extracting(row -> row.get("seq"))
        .startsWith(String.valueOf(MORE_THAN_A_PAGE + 1 - 10));
  }

  @Test
  void aClusterHasItsOwnFile() {
    var tenant = Tenant.of(api, owner);
    var cluster = api.cluster(owner, tenant.project());

    var rows = table(export(cluster + "/events", "text/csv").body());
    var lines = export(cluster + "/events", "application/jsonl").body().lines().toList();

    assertThat(rows)
        .hasSize(lines.size())
        .allMatch(row -> cluster.endsWith(row.getOrDefault("clusterId", "none")))
        .extracting(row -> row.get("type"))
        .contains("CLUSTER_CREATION_REQUESTED", "CLUSTER_READY");
    assertThat(rows.getFirst().get("metadata")).startsWith("{\"cluster\":\"");
  }

  @Test
  void aTextIsNeverAFormula() {
    for (var text : List.of("=HYPERLINK(\"x\")", "+1", "-1", "@SUM(A1)", "\t=1", "a, \"b\"\r\nc")) {
      var org = org();
      append(org, 2, text);

      var told = table(export("/orgs/" + org + "/events", "text/csv").body()).getFirst();

      var safe = text.startsWith("a") ? text : "'" + text;
      assertThat(told.get("message")).isEqualTo(safe);
      assertThat(told.get("actorUserAgent")).isEqualTo(safe);
    }
  }

  @Test
  void strangersGetNoFile() {
    var org = busy("quiet");
    var stranger = api.verified();

    for (var type : List.of("text/csv", "application/jsonl")) {
      var reply = send(stranger.client(), "/orgs/" + org + "/events", type);
      assertThat(reply.status()).isEqualTo(404);
      assertThat(reply.header("Content-Disposition")).isEmpty();
    }
  }

  @Test
  void whoAsksForNothingInParticularGetsTheList() {
    var org = org();

    for (var accept : List.of("*/*", "application/json, text/plain, */*", "application/*")) {
      var reply = send(owner.client(), "/orgs/" + org + "/events", accept);
      assertThat(reply.header("Content-Type")).as(accept).startsWith("application/json");
      assertThat(reply.json().path("items")).hasSize(1);
    }
  }

  @Test
  void aFileThatBreaksOffIsSeenToBeBroken() {
    var org = busy("quiet");
    var faults = api.world().faults();
    faults.next("list", Fault.NONE);
    faults.next("list", Fault.UNAVAILABLE);

    assertThatThrownBy(() -> send(owner.client(), "/orgs/" + org + "/events", "text/csv"))
        .isInstanceOf(UncheckedIOException.class);
    assertThat(export("/orgs/" + org + "/events", "text/csv").body()).isNotEmpty();
  }

  /** An organization with more events than a page has. */
  private static String busy(String message) {
    var org = org();
    for (var i = 0; i < MORE_THAN_A_PAGE; i++) {
      append(org, i, message);
    }
    return org;
  }

  private static String org() {
    var org = api.org(owner);
    await()
        .pollInterval(Duration.ofMillis(5))
        .until(() -> api.world().events().newest(new OrgId(org)) > 0);
    return org;
  }

  private static void append(String org, int number, String text) {
    var id = org.substring(0, 18) + "%06x".formatted(number);
    var actor =
        new Initiator(
            Initiator.Kind.USER,
            Optional.of(owner.id().value()),
            "A Person",
            Optional.of("192.0.2.1"),
            Optional.of(text));
    var unused =
        api.world()
            .events()
            .append(
                new Event(
                    new EventId(id),
                    EventType.PROJECT_CREATED,
                    text,
                    actor,
                    new OrgId(org),
                    Optional.empty(),
                    Optional.empty(),
                    new CorrelationId("c-" + number),
                    Map.of(),
                    Instant.now()));
  }

  private static JsonNode listed(String org) {
    return owner
        .client()
        .get("/orgs/" + org + "/events?type=ORGANIZATION_CREATED")
        .json()
        .path("items");
  }

  private static Client.Reply export(String path, String type) {
    return export(path, type, 200);
  }

  private static Client.Reply export(String path, String type, int status) {
    var reply = send(owner.client(), path, type);
    assertThat(reply.status()).as(reply.body()).isEqualTo(status);
    return reply;
  }

  private static Client.Reply send(Client client, String path, String type) {
    return client.send(client.request("GET", path).header("Accept", type));
  }

  private static List<Map<String, String>> table(String csv) {
    try (var rows =
        new CsvMapper()
            .readerFor(Map.class)
            .with(CsvSchema.emptySchema().withHeader())
            .<Map<String, String>>readValues(csv)) {
      return rows.readAll();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
