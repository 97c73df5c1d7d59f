package eu.eutlas.k8s;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.eutlas.application.PortFailure;
import eu.eutlas.application.PortFailure.OutcomeUnknown;
import eu.eutlas.application.PortFailure.Rejected;
import eu.eutlas.application.PortFailure.Unavailable;
import eu.eutlas.application.cluster.DataPlane.Capability;
import eu.eutlas.application.cluster.DataPlane.Order;
import eu.eutlas.domain.cluster.ClusterObservation.Absent;
import eu.eutlas.domain.cluster.MongoVersion;
import eu.eutlas.k8s.ScriptedApiServer.Answer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@Timeout(60)
final class KubernetesDataPlaneTest {
  @TempDir Path folder;
  private final ScriptedApiServer server =
      new ScriptedApiServer(question -> ScriptedApiServer.NOT_THERE);

  @AfterEach
  void close() {
    server.close();
  }

  @ParameterizedTest
  @EnumSource(Dialect.class)
  void canDoWhatItsOperatorCan(Dialect dialect) {
    try (var plane = plane(dialect)) {
      assertThat(plane.capabilities().contains(Capability.PAUSE))
          .isEqualTo(dialect == Dialect.PERCONA);
    }
  }

  @Test
  void doesNotPauseWhereTheOperatorCannot() {
    try (var plane = plane(Dialect.MONGODB_COMMUNITY)) {
      assertThatThrownBy(() -> plane.stop(Samples.id(1), 1)).isInstanceOf(Rejected.class);
    }
  }

  @ParameterizedTest
  @EnumSource(Dialect.class)
  void changesNothingForAnOlderGeneration(Dialect dialect) {
    server.now(question -> question.method().equals("GET") ? thing(1, 5, "") : new Answer(500, ""));
    try (var plane = plane(dialect)) {
      plane.provision(Samples.order(1, 4));

      assertThat(server.questions()).allMatch(question -> question.method().equals("GET"));
    }
  }

  @Test
  void doesNotTouchWhatIsOfAnotherInstallation() {
    var foreign = "{kind: x, metadata: {name: x, labels: {'eutlas.eu/installation': 'other'}}}";
    server.now(question -> new Answer(200, foreign));
    try (var plane = plane(Dialect.PERCONA)) {
      assertThatThrownBy(() -> plane.provision(Samples.order(1, 1)))
          .isInstanceOf(Rejected.class)
          .hasMessageContaining("eutlas-" + Samples.id(1));
      plane.deprovision(Samples.id(1));
      plane.stop(Samples.id(1), 2);

      assertThat(plane.observe(Samples.id(1))).isEqualTo(new Absent());
      assertThat(server.questions()).allMatch(question -> question.method().equals("GET"));
    }
  }

  @ParameterizedTest
  @EnumSource(Dialect.class)
  void makesNothingWhereThingsAreOnTheirWayOut(Dialect dialect) {
    server.now(question -> thing(1, 1, "annotations: {'eutlas.eu/leaving': 'true'}"));
    try (var plane = plane(dialect)) {
      assertThatThrownBy(() -> plane.provision(Samples.order(1, 2)))
          .isInstanceOf(Unavailable.class)
          .hasMessageContaining("being removed");
    }
  }

  @Test
  void refusesSmallerDisks() {
    server.now(question -> thing(1, 1, "annotations: {'eutlas.eu/size': '500m-1024Mi-50Gi-1'}"));
    try (var plane = plane(Dialect.PERCONA)) {
      assertThatThrownBy(() -> plane.provision(Samples.order(1, 2)))
          .isInstanceOf(Rejected.class)
          .hasMessageContaining("smaller");
    }
  }

  @Test
  void refusesAVersionThatHasNoRelease() {
    var order = Samples.order(1, 1);
    var other =
        new Order(
            order.id(),
            1,
            order.resources(),
            new MongoVersion("6.0"),
            order.adminUsername(),
            order.adminPassword());
    try (var plane = plane(Dialect.PERCONA)) {
      assertThatThrownBy(() -> plane.provision(other))
          .isInstanceOf(Rejected.class)
          .hasMessageContaining("6.0");
    }
  }

  @Test
  void readsAgainWhenSomebodyWasFaster() {
    var refusals = new AtomicInteger(2);
    server.now(question -> {
      if (question.method().equals("GET")) {
        return thing(1, 1, "resourceVersion: '9'");
      }
      return question.isAbout("perconaservermongodbs") && refusals.getAndDecrement() > 0
          ? new Answer(409, "{\"kind\":\"Status\",\"reason\":\"Conflict\"}")
          : new Answer(200, "{\"kind\":\"x\"}");
    });
    try (var plane = plane(Dialect.PERCONA)) {
      plane.provision(Samples.order(1, 2));

      var applied =
          server.questions().stream()
              .filter(question ->
                  question.isAbout("perconaservermongodbs") && question.method().equals("PATCH"))
              .toList();
      assertThat(applied).hasSize(3);
      assertThat(applied)
          .allSatisfy(question -> {
            assertThat(question.query()).contains("fieldManager=eutlas", "force=true");
            assertThat(question.body()).contains("\"resourceVersion\":\"9\"");
          });
    }
  }

  @Test
  void givesUpWhenSomebodyIsAlwaysFaster() {
    server.now(question ->
        question.method().equals("GET")
            ? thing(1, 1, "")
            : new Answer(409, "{\"kind\":\"Status\",\"reason\":\"Conflict\"}"));
    try (var plane = plane(Dialect.PERCONA)) {
      assertThatThrownBy(() -> plane.provision(Samples.order(1, 2)))
          .isInstanceOf(Unavailable.class);
    }
  }

  @Test
  void knowsThatAnOutcomeIsUnknownWhenTheConnectionIsCut() {
    server.now(question ->
        question.method().equals("GET") ? ScriptedApiServer.NOT_THERE : new Answer(0, ""));
    try (var plane = plane(Dialect.PERCONA)) {
      assertThatThrownBy(() -> plane.provision(Samples.order(1, 1)))
          .isInstanceOf(OutcomeUnknown.class);
    }
  }

  @Test
  void knowsThatNothingHappenedWhenNobodyListens() {
    try (var plane = plane(Dialect.PERCONA)) {
      server.close();

      assertThatThrownBy(() -> plane.provision(Samples.order(1, 1)))
          .isInstanceOf(Unavailable.class);
      assertThatThrownBy(() -> plane.observe(Samples.id(1))).isInstanceOf(Unavailable.class);
    }
  }

  @Test
  void endsEachCallInTime() {
    server.now(question -> Answer.open(""));
    try (var plane = server.plane(server.region(Dialect.PERCONA, folder, Duration.ofMillis(300)))) {
      var before = System.nanoTime();

      assertThatThrownBy(() -> plane.observe(Samples.id(1))).isInstanceOf(Unavailable.class);
      assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(5));
    }
  }

  /** A 422 holds the whole object that was sent, and so would whoever repeats it. */
  @ParameterizedTest
  @EnumSource(Dialect.class)
  void repeatsNothingOfWhatTheApiServerSays(Dialect dialect) {
    var password = Samples.PASSWORD.reveal();
    server.now(question ->
        question.method().equals("GET")
            ? ScriptedApiServer.NOT_THERE
            : new Answer(422, "{\"kind\":\"Status\",\"message\":\"" + password + "\"}"));
    try (var plane = plane(dialect)) {
      assertThatThrownBy(() -> plane.provision(Samples.order(1, 1)))
          .isInstanceOf(Rejected.class)
          .hasNoCause()
          .hasMessageNotContaining(password);
    }
  }

  @Test
  void refusesEverythingOnceItIsClosed() {
    var plane = plane(Dialect.PERCONA);
    plane.close();

    assertThatCode(plane::close).doesNotThrowAnyException();
    assertThatThrownBy(() -> plane.observe(Samples.id(1)))
        .isInstanceOfSatisfying(
            PortFailure.class, failure -> assertThat(failure.error().code()).isEqualTo("CLOSED"));
  }

  private KubernetesDataPlane plane(Dialect dialect) {
    return server.plane(server.region(dialect, folder));
  }

  /** A thing of that cluster and generation, whatever was asked for. */
  private static Answer thing(int number, long generation, String metadata) {
    return new Answer(
        200,
        """
        {kind: x, metadata: {labels: {'eutlas.eu/installation': 'installation-a',
          'eutlas.eu/cluster-id': '%s', 'eutlas.eu/generation': '%d'} %s}}\
        """
            .formatted(Samples.id(number), generation, metadata.isEmpty() ? "" : ", " + metadata));
  }
}
