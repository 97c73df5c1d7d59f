package eu.eutlas.jobs;

import static eu.eutlas.jobs.Tickets.ticket;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.eutlas.domain.Secret;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import org.jobrunr.jobs.states.StateName;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Asks over a bare socket: HTTP clients do not let one lie about Host and Origin. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class JobsDashboardTest {
  private JobStore store;
  private JobsDashboard dashboard;
  private UUID job;

  @BeforeAll
  void open(@TempDir Path folder) {
    store = new JobStore(folder);
    dashboard = JobsDashboard.start(store.storage(), 0);
  }

  @AfterAll
  void close() {
    dashboard.close();
    store.close();
  }

  @BeforeEach
  void queueAJob() {
    job = JobIds.of(ticket(1).operationId());
    store.storage().provider().deletePermanently(job);
    try (var jobs = new JobRunrJobs(store.storage())) {
      jobs.drive(ticket(1));
    }
  }

  @Test
  void showsPagesAndJobs() {
    assertThat(ask("GET / HTTP/1.1", "Host: localhost"))
        .startsWith("HTTP/1.1 302")
        .containsIgnoringCase("Location: /dashboard");
    assertThat(ask("GET /dashboard HTTP/1.1", "Host: localhost"))
        .startsWith("HTTP/1.1 200")
        .contains("<title>JobRunr</title>", "frame-ancestors 'none'", "connect-src 'self'");
    assertThat(ask("GET /api/jobs?state=ENQUEUED&order=updatedAt:ASC HTTP/1.1", "Host: localhost"))
        .startsWith("HTTP/1.1 200")
        .contains("Create cluster shop-db");
    assertThat(ask("GET /api/version HTTP/1.1", "Host: localhost"))
        .contains("\"allowAnonymousDataUsage\":false");
    assertThat(ask("GET /nowhere HTTP/1.1", "Host: localhost")).startsWith("HTTP/1.1 404");
  }

  @ParameterizedTest
  @ValueSource(strings = {"localhost:8000", "LOCALHOST", "127.0.0.1:1", "[::1]", "[::1]:8000"})
  void answersToTheNamesOfThisMachine(String host) {
    assertThat(ask("GET /api/servers HTTP/1.1", "Host: " + host)).startsWith("HTTP/1.1 200");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"evil.example", "localhost.evil.example:8000", "127.0.0.1.nip.io", "192.168.0.1"})
  void answersToNoOtherName(String host) {
    assertThat(ask("GET /api/servers HTTP/1.1", "Host: " + host)).startsWith("HTTP/1.1 403");
    assertThat(ask("GET /dashboard HTTP/1.1", "Host: " + host)).startsWith("HTTP/1.1 403");
    assertThat(ask("GET /sse/jobstats HTTP/1.1", "Host: " + host)).startsWith("HTTP/1.1 403");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Origin: http://evil.example",
        "Origin: http://localhost:1234",
        "Origin: null",
        "Sec-Fetch-Site: cross-site",
        "Sec-Fetch-Site: same-site",
      })
  void letsNoOtherPageChangeAnything(String header) {
    assertThat(ask("DELETE /api/jobs/" + job + " HTTP/1.1", "Host: localhost:8000", header))
        .startsWith("HTTP/1.1 403");
    assertThat(store.is(job, StateName.ENQUEUED)).isTrue();
  }

  @Test
  void letsItsOwnPagesAndProgramsChangeJobs() {
    var origin = "Origin: http://localhost:8000";
    assertThat(
            ask(
                "DELETE /api/jobs/" + job + " HTTP/1.1",
                "Host: localhost:8000",
                origin,
                "Sec-Fetch-Site: same-origin"))
        .startsWith("HTTP/1.1 204");
    assertThat(store.is(job, StateName.DELETED)).isTrue();

    assertThat(ask("POST /api/jobs/" + job + "/requeue HTTP/1.1", "Host: localhost"))
        .startsWith("HTTP/1.1 204");
    assertThat(store.is(job, StateName.ENQUEUED)).isTrue();
  }

  @Test
  void letsOtherPagesLinkHereAndReadNothing() {
    var site = "Sec-Fetch-Site: cross-site";

    assertThat(ask("GET /api/jobs HTTP/1.1", "Host: localhost", site)).startsWith("HTTP/1.1 403");
    assertThat(ask("GET /dashboard HTTP/1.1", "Host: localhost", site, "Sec-Fetch-Mode: navigate"))
        .startsWith("HTTP/1.1 200");
  }

  @Test
  void refusesOtherMethods() {
    assertThat(ask("PUT /api/jobs HTTP/1.1", "Host: localhost")).startsWith("HTTP/1.1 405");
    assertThat(ask("OPTIONS /api/jobs HTTP/1.1", "Host: localhost")).startsWith("HTTP/1.1 405");
  }

  /** JobRunr looks its pages up on the class path, and a file of ours lies there too. */
  @ParameterizedTest
  @ValueSource(strings = {"../../../../../climbed.txt", "%2e%2e/%2e%2e/../../../climbed.txt"})
  void servesNothingButThePages(String path) {
    assertThat(JobsDashboardTest.class.getResource("/climbed.txt")).isNotNull();
    assertThat(ask("GET /dashboard/" + path + " HTTP/1.1", "Host: localhost"))
        .startsWith("HTTP/1.1 404");
  }

  @Test
  void listensOnLoopbackOnlyAndSaysWhere() {
    assertThat(dashboard.port()).isPositive();
    assertThatThrownBy(() -> JobsDashboard.start(store.storage(), dashboard.port()))
        .isInstanceOf(PortInUseException.class)
        .hasMessage("Port %d is taken by another program.", dashboard.port());
  }

  @Test
  void freesItsPortWhenClosed() throws IOException {
    var other = JobsDashboard.start(store.storage(), 0);
    var port = other.port();
    other.close();
    other.close();

    try (var free = new ServerSocket()) {
      free.setReuseAddress(true);
      free.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
      assertThat(free.isBound()).isTrue();
    }
  }

  @Test
  void refusesToBeReachedByOthersWithoutCredentials() {
    assertThatThrownBy(
            () -> JobsDashboard.start(store.storage(), new InetSocketAddress(0), Optional.empty()))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void wantsCredentialsWhereItWasGivenSome() {
    var credentials = new DashboardCredentials("team", new Secret("a password"));
    var right =
        Base64.getEncoder().encodeToString("team:a password".getBytes(StandardCharsets.UTF_8));
    var wrong = Base64.getEncoder().encodeToString("team:another".getBytes(StandardCharsets.UTF_8));

    try (var locked =
        JobsDashboard.start(store.storage(), new InetSocketAddress(0), Optional.of(credentials))) {
      var get = "GET /api/servers HTTP/1.1";
      var host = "Host: jobs.example";
      assertThat(ask(locked.port(), get, host)).startsWith("HTTP/1.1 401");
      assertThat(ask(locked.port(), get, host, "Authorization: Basic " + wrong))
          .startsWith("HTTP/1.1 401");
      assertThat(ask(locked.port(), get, host, "Authorization: Basic " + right))
          .startsWith("HTTP/1.1 200");
      assertThat(
              ask(
                  locked.port(),
                  "DELETE /api/jobs/" + job + " HTTP/1.1",
                  host,
                  "Origin: https://evil.example",
                  "Authorization: Basic " + right))
          .startsWith("HTTP/1.1 403");
    }
  }

  private String ask(String... lines) {
    return ask(dashboard.port(), lines);
  }

  private static String ask(int port, String... lines) {
    try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      socket.setSoTimeout(20_000);
      var request = String.join("\r\n", lines) + "\r\nConnection: close\r\n\r\n";
      socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException failure) {
      throw new AssertionError(failure);
    }
  }
}
