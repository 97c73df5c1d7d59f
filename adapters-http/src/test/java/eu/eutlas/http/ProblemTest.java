package eu.eutlas.http;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import eu.eutlas.http.problem.ProblemAnswers;
import eu.eutlas.testkit.fault.Fault;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/** Everything that is not a success. */
final class ProblemTest {
  private static Api api;
  private static Tenant tenant;

  @BeforeAll
  static void populate() {
    api = Api.start();
    tenant = Tenant.of(api, api.verified());
  }

  @AfterAll
  static void stop() {
    api.close();
  }

  @AfterEach
  void heal() {
    api.world().faults().heal();
    api.world().dataPlane().reachable(true);
  }

  @Test
  void anUnknownRouteIsAProblem() {
    for (var path : List.of("/nothing", "/api/v2/orgs", "/orgs/x/y/z", "/api/")) {
      assertThat(client().get(path).code()).as(path).isEqualTo("NOT_FOUND");
    }
  }

  @Test
  void anotherMethodIsAProblemThatNamesTheAllowedOnes() {
    var reply = client().delete("/orgs");

    assertThat(reply.status()).isEqualTo(405);
    assertThat(reply.code()).isEqualTo("METHOD_NOT_ALLOWED");
    assertThat(reply.header("Allow")).contains("GET", "POST");
    assertThat(client().send(client().request("TRACE", "/orgs")).status()).isEqualTo(405);
  }

  @Test
  void anotherMediaTypeThanThereIsIsAProblem() {
    var reply = client().send(client().request("GET", "/orgs").header("Accept", "image/png"));

    assertThat(reply.status()).isEqualTo(406);
    assertThat(reply.code()).isEqualTo("NOT_ACCEPTABLE");
  }

  @Test
  void headAndOptionsAreAnswered() {
    var head = client().send(client().request("HEAD", "/orgs"));
    var options = client().send(client().request("OPTIONS", "/orgs"));

    assertThat(head.status()).isEqualTo(200);
    assertThat(head.body()).isEmpty();
    assertThat(options.status()).isBetween(200, 204);
    assertThat(options.header("Allow")).contains("GET", "POST");
    assertThat(options.headers().map().keySet())
        .noneMatch(name -> name.toLowerCase(Locale.ROOT).startsWith("access-control"));
  }

  @Test
  void anOutageIsSaidWithoutItsCause() {
    api.world().faults().always("find", Fault.UNAVAILABLE);

    var reply = client().get("/orgs/" + tenant.org());

    assertThat(reply.status()).isEqualTo(503);
    assertThat(reply.code()).isEqualTo("UNAVAILABLE");
    assertThat(reply.header("Retry-After")).isEqualTo("5");
    assertThat(reply.body()).doesNotContain("made to fail", "INJECTED");
  }

  @Test
  void aLostAnswerIsSaidToBeOne() {
    api.world().faults().next("insert", Fault.ANSWER_LOST);

    var reply = client().post("/orgs", Map.of("name", "Lost"));

    assertThat(reply.status()).isEqualTo(503);
    assertThat(reply.code()).isEqualTo("OUTCOME_UNKNOWN");
    assertThat(reply.header("Retry-After")).isEqualTo("5");
    assertThat(reply.body()).doesNotContain("INJECTED");
  }

  @Test
  void aBugIsLoggedOnceUnderItsCorrelationIdAndTellsNothing() {
    var logged = new Logged();
    logged.start();
    var logger = (Logger) LoggerFactory.getLogger(ProblemAnswers.class);
    logger.addAppender(logged);
    logger.setAdditive(false);
    api.world().breakNext("a marked cause: s3cret at db.internal:27017");

    var reply = client().send(client().request("GET", "/orgs").header("X-Correlation-Id", "bug-1"));

    logger.detachAppender(logged);
    logger.setAdditive(true);
    assertThat(reply.status()).isEqualTo(500);
    assertThat(reply.code()).isEqualTo("INTERNAL");
    assertThat(reply.text("correlationId")).isEqualTo("bug-1");
    assertThat(reply.body()).doesNotContain("s3cret", "Exception", "eutlas.application");
    assertThat(logged.lines).containsExactly("ERROR bug-1");
  }

  @Test
  void aBodyAgainstAClosedDoorCanBeAnsweredTo() {
    var big = "{\"name\":\"" + "x".repeat(3 * 1024 * 1024) + "\"}";

    assertThat(api.nobody().post("/orgs", big).status()).isEqualTo(401);
    assertThat(client().post("/nothing", big).status()).isEqualTo(404);
  }

  @Test
  void waitingEndsWithTheOperationOrTheTime() {
    api.world().dataPlane().reachable(false);
    var ordered = api.order(tenant.owner(), tenant.project());
    var operation = ordered.json().at("/operation/id").asText();

    var begin = System.nanoTime();
    var reply = client().get("/operations/" + operation + "?waitSeconds=1");

    assertThat(reply.text("state")).isEqualTo("RUNNING");
    assertThat((System.nanoTime() - begin) / 1_000_000).isBetween(900L, 20_000L);
    assertThat(reply.json().path("attempts").asInt()).isPositive();
    assertThat(reply.json().at("/error/class").asText()).isEqualTo("TRANSIENT");
    assertThat(reply.json().at("/error/retryable").asBoolean()).isTrue();
    assertThat(reply.json().get("endedAt").isNull()).isTrue();
    var notReady =
        client()
            .get(
                "/projects/"
                    + tenant.project()
                    + "/clusters/"
                    + ordered.text("id")
                    + "/credentials");
    assertThat(notReady.code()).isEqualTo("NOT_READY");
    assertThat(notReady.text("operationId")).isEqualTo(operation);
  }

  /** What a client that writes its own headers gets. */
  private static Client client() {
    return tenant.owner().client();
  }

  /** Keeps what is logged with what the logging thread knew at that moment. */
  private static final class Logged extends AppenderBase<ILoggingEvent> {
    private final List<String> lines = new CopyOnWriteArrayList<>();

    @Override
    protected void append(ILoggingEvent event) {
      lines.add(event.getLevel() + " " + MDC.get("correlationId"));
    }
  }
}
